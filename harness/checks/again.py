"""What a second try shows: two presses, two tabs, a broken network, forged requests, no mouse."""

from __future__ import annotations

from harness.checks.judges import wording
from harness.checks.reading import some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service

_VARIANTS = {"no-token": "thiếu mã chống giả mạo", "wrong-token": "có mã chống giả mạo sai",
             "foreign-origin": "từ trang của người khác"}  # fmt: skip


@check("L4-ACC-12")
def keyboard_is_enough(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TT 32/2017 Đ18; WCAG 2.1.1, 2.1.2, 2.4.7: reached, filled in and left by keys, and one sees where one is."""
    witness, wanted = evidence.last("keyboard.pages"), "khai và chuyển trang chỉ bằng bàn phím, thấy rõ đang ở ô nào"
    for row in some(evidence, "keyboard.pages"):
        page = f"trang {row['page']} của tờ khai"
        told = {
            "trapped": "phím Tab không ra khỏi", "missed": "phím Tab không tới", "untyped": "gõ phím không đổi được",
            "invisible": "không thấy con trỏ ở",
        }  # fmt: skip
        for name, what in told.items():
            found = row[name] if isinstance(row[name], list) else [row[name]] if row[name] else []
            if found:
                return Shortfall(f"{page}: {what} «{wording.plain(found[0])}»", wanted, witness)
        if row["next_reached"] is False:
            return Shortfall(f"{page}: phím Tab không tới nút sang trang", wanted, witness)
        if row["next_works"] is False:
            return Shortfall(f"{page}: phím Enter ở nút sang trang không có tác dụng", wanted, witness)
    if not any(row["controls"] for row in some(evidence, "keyboard.pages")):
        raise NotObserved("keyboard.pages", "không trang nào có ô để khai")
    return None


@check("L4-ACC-19")
def page_says_that_it_works_and_locks_the_button(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications: while the request is under way something shows it, and a second press does nothing."""
    witness = evidence.last("double.press")
    seen = witness.value
    if seen["again"]:
        return Shortfall("đang gửi mà bấm lần nữa thì gửi thêm một yêu cầu", "khóa nút cho tới khi có trả lời", witness)
    if seen["there"] and not seen["signs"] and not seen["locked"]:
        return Shortfall("bấm nộp xong trang không cho biết đang gửi", "có chỉ báo đang xử lý", witness)
    return None


@check("L4-SUB-04")
def two_presses_make_one_dossier(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Derived: pressing twice, or handing in from two tabs, gives one dossier."""
    witness = evidence.last("double.dossiers")
    new = witness.value["new"]
    if len(new) > 1:
        return Shortfall(f"nộp một hồ sơ từ hai thẻ mà có {len(new)} hồ sơ: {', '.join(new)}", "một hồ sơ", witness)
    if not new:
        raise NotObserved("double.dossiers", "«Hồ sơ của tôi» không có hồ sơ mới nào")
    return None


@check("L4-SEC-03")
def forged_requests_are_refused(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications: a request that changes something is taken only from the page that was served."""
    witness = evidence.last("forged.requests")
    tried = some(evidence, "forged.requests")
    for row in tried:
        if row["accepted"]:
            return Shortfall(f"yêu cầu nộp hồ sơ {_VARIANTS.get(row['variant'], row['variant'])} vẫn được nhận "
                             f"(HTTP {row['status']})", "bị từ chối", witness)  # fmt: skip
    if not any(row["status"] for row in tried):
        raise NotObserved("forged.requests", "cổng không trả lời yêu cầu nào")
    return None


@check("L4-SUB-17")
def broken_network_costs_nothing(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Complaints: a failure while handing in is told, nothing is lost, and trying again makes no second dossier."""
    witness = evidence.last("cut.tries")
    for row in some(evidence, "cut.tries"):
        if not row["cut"]:
            raise NotObserved("cut.tries", "bấm nộp mà không yêu cầu nào được gửi đi")
        if row["how"] == "request" and row["claims"]:
            return Shortfall("yêu cầu nộp chưa tới máy chủ mà trang báo đã nộp", "báo rõ là chưa nộp được", witness)
        if not row["said"] and not row["claims"]:
            return Shortfall("mạng đứt lúc nộp mà trang không báo gì", "báo rõ là chưa nộp được", witness)
        if row["how"] == "request" and not row["kept"]:
            return Shortfall("mạng đứt lúc nộp rồi mở lại thì không còn điều đã khai", "không mất dữ liệu", witness)
    counted = evidence.last("cut.dossiers")
    if len(counted.value["new"]) > 1:
        seen = f"nộp lại sau khi đứt mạng thành {len(counted.value['new'])} hồ sơ"
        return Shortfall(seen, "thử lại không tạo hồ sơ trùng", counted)
    if not counted.value["new"]:
        return Shortfall("nộp lại sau khi đứt mạng vẫn không có hồ sơ", "thử lại thì nộp được", counted)
    return None


@check("L4-SEC-06")
def typed_markup_stays_text(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Provincial specifications: what was typed comes back as text on every page, never as markup."""
    witness = evidence.last("planted.pages")
    pages = some(evidence, "planted.pages")
    for row in pages:
        if row["alive"] or row["ran"]:
            how = "script đã chạy" if row["ran"] else "thành thẻ HTML"
            return Shortfall(f"đoạn mã gõ vào tờ khai hiện ở {row['page']} {how}", "hiện nguyên như chữ", witness)
    if not any(row["told"] for row in pages):
        raise NotObserved("planted.pages", "không trang nào hiện lại đoạn đã nhập")
    return None
