"""What stands around the service's page: forms to print, help, the public list, search engines, complaints."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from protego import Protego

from harness.checks.judges import pdf, wording
from harness.checks.reading import read, texts
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_ROBOTS = ("Googlebot", "bingbot", "coccocbot")
_PHONE = re.compile(r"(?<!\d)(?:\+84|0|1[89]00)[\s.\d]{4,13}\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SMALLEST = 1024  # bytes of a form that says something
_LEAST_WORDS = 8
_LEAST_ITEMS = 4  # of a service's page, to speak of the whole
_NUMBER = re.compile(r"\d+/\d{4}(?:/[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*)?", re.IGNORECASE)


@check("L4-INF-14")
def forms_can_be_taken_and_opened(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.2: each form is a file that opens and says something."""
    links = evidence.last("forms.links")
    given = list(evidence.documents_of("form:"))
    if not texts(evidence, "published.forms"):
        raise NotObserved("forms.links", "trang không nêu mẫu đơn nào")
    if not given:
        return Shortfall("trang nêu mẫu đơn nhưng không cho tải", f"tải được «{service.forms[0]}»", links)
    for form in given:
        problem = pdf.read(form.content()).problem if _claims_pdf(form.media_type, form.content()) else ""
        if not problem and form.size < _SMALLEST:
            problem = f"tệp chỉ có {form.size} byte" if form.size else "tệp rỗng (0 byte)"
        if not problem and not _claims_pdf(form.media_type, form.content()) and not _is_office(form.content()):
            problem = "không phải tệp PDF hay Word"
        if problem:
            seen = f"mẫu đơn «{form.name.removeprefix('form:')}»: {problem}"
            return Shortfall(seen, "tệp PDF hoặc Word mở được, có nội dung", links)
    return None


def _claims_pdf(media_type: str, content: bytes) -> bool:
    """An error page under a PDF's address is judged as the PDF that it ought to be."""
    return "pdf" in media_type or content[:4] == b"%PDF" or not content or "html" in media_type


def _is_office(content: bytes) -> bool:
    return content[:4] in {b"PK\x03\x04", b"\xd0\xcf\x11\xe0"}


@check("L4-INF-15")
def forms_are_of_the_present_edition(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ4 (derived): the form names the document that issues it today."""
    wanted = _NUMBER.findall(service.form_basis)
    read_forms = [(form, pdf.read(form.content())) for form in evidence.documents_of("form:")]
    sound = [(form, found.text) for form, found in read_forms if not found.problem and found.text]
    if not sound:
        raise NotObserved("form", evidence.reason or "chưa đọc được chữ của mẫu đơn nào")
    for form, text in sound:
        named = _NUMBER.findall(text)
        if not any(wording.same(one, other) for one in named for other in wanted):
            shown = f"ghi ban hành theo {', '.join(dict.fromkeys(named))}" if named else "không ghi văn bản ban hành"
            seen = f"mẫu đơn «{form.name.removeprefix('form:')}» {shown}"
            return Shortfall(seen, f"mẫu hiện hành theo {service.form_basis}", evidence.last("forms.links"))
    return None


@check("L4-INF-16")
def guide_is_there(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 21/2023 Đ5.1: how to apply is explained one click from the service."""
    return _says_enough(evidence, "help.guide", "hướng dẫn nộp hồ sơ")


@check("L4-INF-16")
def questions_are_answered(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ5: usual questions and their answers."""
    return _says_enough(evidence, "help.questions", "mục hỏi đáp")


@check("L4-INF-16")
def support_can_be_reached(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ5: a telephone or an address that a person can write to."""
    witness = evidence.last("help.support")
    shown = wording.plain(witness.value)
    if not (_PHONE.search(shown) or _MAIL.search(shown)):
        seen = f"đầu mối hỗ trợ ghi «{wording.shortened(shown)}»" if shown else "không có đầu mối hỗ trợ"
        return Shortfall(seen, "số điện thoại hoặc địa chỉ thư điện tử", witness)
    return None


def _says_enough(evidence: Evidence, fact: str, what: str) -> Shortfall | None:
    witness = evidence.last(fact)
    shown = wording.plain(witness.value)
    if len(shown.split()) < _LEAST_WORDS:
        return Shortfall(f"{what} ghi «{shown}»" if shown else f"không có {what}", f"{what} có nội dung", witness)
    return None


_ITEMS = {
    "name": "tên thủ tục", "code": "mã thủ tục", "level": "mức độ cung cấp", "time_limit": "thời hạn giải quyết",
    "results": "kết quả", "components": "thành phần hồ sơ", "forms": "mẫu đơn", "requirements": "yêu cầu, điều kiện",
    "steps": "trình tự", "channels": "cách thức nộp", "subjects": "đối tượng", "agency": "cơ quan thực hiện",
    "return_ways": "cách nhận kết quả", "laws": "căn cứ pháp lý", "fee": "mức phí", "fee_text": "mô tả phí",
}  # fmt: skip
_AS_VISITOR = "../information/"  # where the readings of a visitor's walk lie, seen from the applicant's


@check("L4-INF-17")
def information_needs_no_account(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5.1: a visitor reads all that a signed-in applicant reads, and reads the same."""
    evidence.last("published.name")
    compared = 0
    for item, what in _ITEMS.items():
        readings = evidence.all(f"published.{item}") if evidence.has(f"published.{item}") else ()
        before = [one for one in readings if one.file.startswith(_AS_VISITOR)]
        inside = [one for one in readings if not one.file.startswith(_AS_VISITOR) and one.value not in (None, "", [])]
        if not inside or (item == "name" and not before):
            continue
        compared += 1
        open_to_all = [one for one in before if one.value not in (None, "", [])]
        if not open_to_all:
            seen = f"{what} chỉ hiện sau khi đăng nhập: «{wording.shortened(_said(inside[-1].value))}»"
            return Shortfall(seen, "đọc được khi chưa đăng nhập", before[-1] if before else inside[-1])
        if not wording.same(_said(open_to_all[-1].value), _said(inside[-1].value)):
            seen = (f"{what} khi chưa đăng nhập là «{wording.shortened(_said(open_to_all[-1].value))}», sau khi đăng "
                    f"nhập là «{wording.shortened(_said(inside[-1].value))}»")
            return Shortfall(seen, "một nội dung cho mọi người", inside[-1])
    if compared < _LEAST_ITEMS:
        raise NotObserved("published.name", evidence.reason or "chưa đọc trang dịch vụ cả trước và sau khi đăng nhập")
    return None


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


_FILTERS = {"filters.field": "lĩnh vực", "filters.agency": "cơ quan", "filters.level": "mức độ"}


@check("L4-INF-18")
def public_list_can_be_narrowed_to_the_service(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 22/2019, TT 21/2023 Đ5.1: narrowed by field, agency or level, the public list still holds the service."""
    for fact, by in _FILTERS.items():
        witness = evidence.last(fact)
        rows = texts(evidence, fact)
        if not any(wording.names(row, service.name) or service.code in row for row in rows):
            seen = f"lọc danh mục theo {by} ra {len(rows)} dịch vụ, không có «{service.name}»"
            return Shortfall(seen, "có dịch vụ này", witness)
    return None


@check("L4-INF-18")
def filters_leave_out_what_does_not_fit(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 22/2019, TT 21/2023 Đ5.1: a filter narrows the list; one that shows the whole list again filters nothing."""
    whole = set(texts(evidence, "filters.all"))
    if len(whole) < 2:
        raise NotObserved("filters.all", "danh mục khi chưa lọc không có đủ dịch vụ để thấy bộ lọc có lọc không")
    wanted = {"filters.field": service.field_name, "filters.agency": service.agency, "filters.level": service.level}
    idle = [fact for fact in _FILTERS if set(texts(evidence, fact)) >= whole]
    for fact in idle:
        others = [row for row in whole if not wording.names(row, wanted[fact])]
        own = [row for row in whole if wording.names(wording.plain(row).replace(service.name, ""), wanted[fact])]
        if (own and others) or len(idle) == len(_FILTERS):
            seen = f"lọc danh mục theo {_FILTERS[fact]} «{wanted[fact]}» vẫn ra cả {len(whole)} dịch vụ"
            shown = f", gồm «{wording.shortened(min(others))}»" if others else ""
            return Shortfall(seen + shown, "chỉ còn dịch vụ thuộc điều kiện đã chọn", evidence.last(fact))
    return None


@check("L4-MON-02")
def complaint_channel_works(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 21/2023 Đ5.1: the service's page leads to a channel for complaints, and what is sent there is acknowledged."""
    offered = evidence.last("complaint.offered")
    if not offered.value:
        return Shortfall("trang dịch vụ không dẫn tới kênh phản ánh, kiến nghị", "một liên kết tới kênh này", offered)
    if read(evidence, "complaint.saved") is None:
        wanted = "lời xác nhận đã nhận phản ánh"
        return Shortfall("gửi phản ánh xong không có lời xác nhận", wanted, evidence.last("complaint.saved"))
    return None


@check("L4-ACC-03")
def search_engines_may_read_the_page(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5: neither robots.txt nor the page itself keeps search engines out."""
    witness = evidence.last("page.indexing")
    told = witness.value
    rules = Protego.parse(told["robots"])
    pages = told["pages"] or [{"url": told["url"].partition("#")[0], "noindex": False, "canonical": ""}]
    for page in pages:
        barred = [name for name in _ROBOTS if not rules.can_fetch(page["url"], name)]
        if barred:
            seen = f"robots.txt cấm {', '.join(barred)} đọc {page['url']}"
            return Shortfall(seen, "cho phép máy tìm kiếm", witness)
        if page["noindex"]:
            return Shortfall("trang dịch vụ khai noindex", "cho phép máy tìm kiếm lập chỉ mục", witness)
        if page["canonical"] and _path(page["canonical"]) != _path(page["url"]):
            return Shortfall(f"trang dịch vụ khai địa chỉ chính thức là {page['canonical']}",
                             f"chính địa chỉ của trang, {page['url']}", witness)  # fmt: skip
    return None


@check("L4-ACC-03")
def search_engines_find_words_of_the_service(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5: what a crawler is sent names the service, without scripts."""
    witness = evidence.last("page.indexing")
    pages = witness.value["pages"]
    if not any(page["named"] and page["status"] == 200 for page in pages):
        blank, drawn = "mã nguồn không có tên dịch vụ", "trang do script vẽ và không có trong sơ đồ trang"
        wanted = "tên dịch vụ đọc được khi không chạy script, ở trang này hay ở trang trong sơ đồ"
        return Shortfall(blank if pages else drawn, wanted, witness)
    return None


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")
