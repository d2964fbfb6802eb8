"""Finding the service and reading its pages."""

from __future__ import annotations

from harness.checks.judges.wording import plain, same
from harness.checks.reading import Row, some, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

CLICKS = 3
_KINDS = {"name": "theo tên", "code": "theo mã", "no-diacritics": "không dấu", "partial": "theo một phần tên"}
_LANGUAGE_RULES = {"html-has-lang", "html-lang-valid", "html-xml-lang-mismatch"}  # judged by L4-ACC-11


@check("L4-ACC-01")
def service_is_three_clicks_from_home(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ5 (level 3): at most three clicks from the home page."""
    witness = evidence.last("find.clicks")
    wanted = f"không quá {CLICKS} lần bấm"
    if witness.value is None:
        return Shortfall("bấm lần lượt các liên kết từ trang chủ không tới được dịch vụ", wanted, witness)
    if witness.value > CLICKS:
        path = " › ".join(plain(step) for step in evidence.fact("find.path")) if evidence.has("find.path") else ""
        return Shortfall(f"phải bấm {witness.value} lần{f' ({path})' if path else ''}", wanted, witness)
    return None


@check("L4-ACC-02")
def search_finds_the_service_however_it_is_written(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 21/2023 Đ5.1: by name, by code, without diacritics, by a part of the name."""
    queries = {str(row["kind"]): row for row in some(evidence, "search.queries")}
    for kind, how in _KINDS.items():
        if kind in queries and not queries[kind]["found"]:
            query = f"tìm {how} «{plain(queries[kind]['query'])}»"
            return Shortfall(f"{query}: {_hits(queries[kind])}, không có dịch vụ", "có dịch vụ trong trang kết quả đầu",
                             evidence.last("search.queries"))  # fmt: skip
    missing = [how for kind, how in _KINDS.items() if kind not in queries]
    if missing:
        raise NotObserved("search.queries", f"chưa tìm {', '.join(missing)}")
    return None


def _hits(query: Row) -> str:
    return f"{len(query.get('hits') or [])} kết quả"


@check("L4-ACC-06")
def pages_meet_wcag(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 26/2020, TT 22/2023: WCAG 2.0 A and AA, as axe-core judges it, on every page of the way."""
    readings = evidence.all("page.audit")
    for witness in readings:
        found = [row for row in witness.value if row.get("rule") not in _LANGUAGE_RULES]
        if found:
            first = found[0]
            what = plain(first.get("help") or first.get("rule"))
            more = f" và {len(found) - 1} lỗi khác" if len(found) > 1 else ""
            page = plain(first.get("page") or witness.place)
            return Shortfall(f"{page}: {what} ({first.get('rule')}){more}", "không có lỗi WCAG 2.0 mức A, AA", witness)
    if not readings:
        raise NotObserved("page.audit", evidence.reason)
    walked_to_the_end(evidence, "page.audit")
    return None


@check("L4-ACC-11")
def pages_declare_vietnamese(evidence: Evidence, _service: Service) -> Shortfall | None:
    """WCAG 3.1.1: the language of every page is declared, and is Vietnamese."""
    readings = evidence.all("page.language")
    for witness in readings:
        row = witness.value if isinstance(witness.value, dict) else {"lang": witness.value}
        language = plain(row.get("lang"))
        if not same(language.split("-")[0], "vi"):
            page = plain(row.get("page") or witness.place)
            return Shortfall(f"{page} khai ngôn ngữ «{language}»" if language else f"{page} không khai ngôn ngữ",
                             "khai lang=\"vi\"", witness)  # fmt: skip
    if not readings:
        raise NotObserved("page.language", evidence.reason)
    walked_to_the_end(evidence, "page.language")
    return None


@check("L4-ACC-07")
def words_stand_out(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ18; WCAG 1.4.3: contrast of text."""
    return _free_of(evidence, {"color-contrast"}, "chữ tương phản đủ với nền (WCAG 1.4.3)")


@check("L4-ACC-08")
def nothing_blinks_or_runs(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ18; WCAG 2.2.2: no text that blinks or runs by itself."""
    return _free_of(evidence, {"blink", "marquee"}, "không có chữ nhấp nháy, chữ chạy (WCAG 2.2.2)")


@check("L4-ACC-09")
def pictures_and_buttons_have_words(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ18; WCAG 1.1.1: a text alternative for pictures and buttons."""
    rules = {"image-alt", "input-image-alt", "button-name", "input-button-name", "role-img-alt", "svg-img-alt",
             "area-alt"}  # fmt: skip
    return _free_of(evidence, rules, "hình và nút có văn bản thay thế (WCAG 1.1.1)")


@check("L4-ACC-10")
def links_and_pages_are_named(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ18; WCAG 2.4.2, 2.4.4: every page has a title, every link says where it leads."""
    return _free_of(evidence, {"link-name", "document-title"}, "trang có tiêu đề, liên kết có chữ (WCAG 2.4.2, 2.4.4)")


def _free_of(evidence: Evidence, rules: set[str], wanted: str) -> Shortfall | None:
    readings = evidence.all("page.audit")
    for witness in readings:
        found = [row for row in witness.value if row.get("rule") in rules]
        if found:
            page = plain(found[0].get("page") or witness.place)
            where = f", ví dụ {found[0]['nodes'][0]}" if found[0].get("nodes") else ""
            return Shortfall(f"{page}: lỗi {found[0]['rule']}{where}", wanted, witness)
    if not readings:
        raise NotObserved("page.audit", evidence.reason)
    walked_to_the_end(evidence, "page.audit")
    return None
