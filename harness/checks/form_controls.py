"""What the electronic form asks, control by control: twice, as free text, without a word of guidance, of old lists."""

from __future__ import annotations

import re

from harness.checks.judges import places, wording
from harness.checks.reading import Row, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_TYPED = {"text", "textarea", "number", "date", "typed-date", "richtext", "time", "datetime", "month", "picker"}
_GUIDED = 0.9  # of the inputs (TT 32/2017, interactive form)
_APPLICANT = re.compile(
    r"người (?:yêu cầu|nộp|khai|đề nghị)\b|chủ hồ sơ|thông tin liên hệ|của (?:bạn|ông/bà)"
)
_SELF = "người yêu cầu"
_SAME = {  # what two labels of one person ask alike
    "họ tên": re.compile(r"^họ\b.*tên"),
    "số định danh": re.compile(r"số (?:định danh|căn cước|cccd)|mã định danh"),
    "ngày sinh": re.compile(r"(?:ngày|năm).{0,15}\bsinh\b"),
    "số điện thoại": re.compile(r"điện thoại"),
    "thư điện tử": re.compile(r"thư điện tử|e-?mail"),
    "nơi cư trú": re.compile(r"^(?:nơi|địa chỉ) (?:cư trú|thường trú|ở hiện)"),
}
_LISTED = re.compile(
    r"^(?:tỉnh|thành phố|xã|phường|đặc khu|quận|huyện|quốc tịch|quốc gia|dân tộc|tôn giáo|giới tính)\b", re.IGNORECASE
)
_RETURN = re.compile(r"(?:nhận|trả) kết quả|kết quả (?:được )?(?:nhận|trả)", re.IGNORECASE)
_WAYS = {
    "online": ("trực tuyến", re.compile(r"trực tuyến|điện tử|qua mạng|e-?mail|tài khoản|kho dữ liệu", re.IGNORECASE)),
    "post": ("bưu chính", re.compile(r"bưu (?:chính|điện|phẩm)|tại nhà|chuyển phát", re.IGNORECASE)),
    "counter": (
        "tại nơi nộp",
        re.compile(r"trực tiếp|tại (?:nơi|bộ phận|trung tâm|quầy|một cửa|cơ quan)", re.IGNORECASE),
    ),
}


def _controls(evidence: Evidence) -> list[Row]:
    return some(evidence, "form.controls")


def _short(evidence: Evidence, seen: str, wanted: str) -> Shortfall:
    return Shortfall(seen, wanted, evidence.last("form.controls"))


@check("L4-FRM-03")
def nothing_is_asked_twice(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ4: what the applicant has declared once opens filled in where the same form asks it again."""
    first: dict[tuple[str, str], Row] = {}
    for row in _controls(evidence):
        asked = _asked(row)
        earlier = first.setdefault(asked, row) if asked else row
        rows_of_a_table = asked and asked[0] != _SELF and earlier["page"] == row["page"]
        if earlier is row or rows_of_a_table or row["locked"] or wording.plain(row["before"]):
            continue
        seen = f"trang {row['page']} hỏi lại «{_title(row)}» và để trống, dù đã khai ở «{_title(earlier)}»"
        return _short(evidence, seen, "không hỏi lại, hoặc điền sẵn điều đã khai")
    return None


def _asked(row: Row) -> tuple[str, str] | None:
    """Whose datum the control asks; other persons are told apart by their section. Choices repeat for good reasons."""
    section, label = wording.label(row["section"]), wording.label(row["label"])
    if row["kind"] not in _TYPED:
        return None
    if _APPLICANT.search(f"{section} {label}"):
        meaning = next((name for name, pattern in _SAME.items() if pattern.search(label)), "")
        return (_SELF, meaning) if meaning else None
    return (section, label) if section and label else None


def _title(row: Row) -> str:
    return " › ".join(wording.plain(words) for words in (row["section"], row["label"]) if words)


@check("L4-FRM-05")
def what_lists_hold_is_not_typed(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 (interactive form): units, nationality and the like are chosen or filled in, not typed."""
    for row in _controls(evidence):
        typed = row["kind"] in {"text", "textarea", "richtext"} and not row["options"] and not row["locked"]
        if typed and not wording.plain(row["before"]) and _LISTED.search(wording.plain(row["label"])):
            return _short(evidence, f"«{_title(row)}» phải gõ tay", "chọn trong danh mục, hoặc được điền sẵn")
    return None


@check("L4-FRM-06")
def inputs_are_explained_on_the_spot(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 (interactive form): at least 90 % of the inputs have a label and a hint; a list explains itself."""
    asked = [row for row in _controls(evidence) if not row["locked"] and row["kind"] != "file"]
    if not asked:
        raise NotObserved("form.controls", "không ô nào của tờ khai cho nhập")
    bare = [row for row in asked if not _explained(row)]
    if len(bare) > len(asked) * (1 - _GUIDED):
        shown = ", ".join(f"«{wording.plain(row['label'])}»" for row in bare[:3])
        return _short(evidence, f"{len(bare)} trong {len(asked)} ô không có lời hướng dẫn: {shown}…",
                      "ít nhất 90% số ô có nhãn và lời hướng dẫn")  # fmt: skip
    return None


def _explained(row: Row) -> bool:
    guided = row["hint"] or row["placeholder"] or row["kind"] not in _TYPED
    return bool(row["named"] and wording.plain(row["label"]) and guided)


@check("L4-FRM-12")
def no_district_is_asked(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Luật Tổ chức chính quyền địa phương 2025: since 01/7/2025 there are two levels, and no districts."""
    for row in _controls(evidence):
        if places.DISTRICT.search(wording.plain(row["label"])):
            return _short(evidence, f"tờ khai hỏi «{_title(row)}»", "địa giới hai cấp: tỉnh và xã")
    return None


@check("L4-FRM-12")
def provinces_are_the_present_ones(evidence: Evidence, _service: Service) -> Shortfall | None:
    """NQ 202/2025/QH15: a list of provinces has the 34 of today and none that has ended."""
    for row in _controls(evidence):
        if not places.is_list_of_provinces(row["options"]):
            continue
        names = {places.province(option): option for option in row["options"]}
        old = [option for name, option in names.items() if name in places.ENDED]
        missing = places.CURRENT - set(names)
        if old:
            return _short(evidence, f"danh mục «{_title(row)}» còn «{old[0]}»", "34 tỉnh, thành phố từ 01/7/2025")
        if missing and row["complete"]:
            seen = f"danh mục «{_title(row)}» thiếu {len(missing)} tỉnh, thành phố: {min(missing).title()}…"
            return _short(evidence, seen, "đủ 34 tỉnh, thành phố từ 01/7/2025")
    return None


@check("L4-FRM-24")
def ways_of_return_can_be_chosen(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 43/2011 Đ3; TT 22/2019: one control offers every approved way of receiving the result."""
    listed = [row for row in _controls(evidence) if row["options"]]
    choices = [row for row in listed if _RETURN.search(f"{row['label']} {row['section']}")]
    wanted = [_WAYS[way] for way in service.result.return_ways]
    shown = ", ".join(name for name, _ in wanted)
    if not choices:
        return _short(evidence, "tờ khai không có ô chọn cách nhận kết quả", f"chọn được: {shown}")
    best = max(choices, key=lambda row: sum(_offers(row, words) for _, words in wanted))
    missing = [name for name, words in wanted if not _offers(best, words)]
    if missing:
        return _short(evidence, f"ô «{_title(best)}» không có cách «{', '.join(missing)}»", f"chọn được: {shown}")
    return None


def _offers(row: Row, words: re.Pattern[str]) -> bool:
    return any(words.search(wording.plain(option)) for option in row["options"])
