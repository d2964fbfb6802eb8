"""Defects that only a second try shows: two presses, two tabs, an ended session, a broken network, no mouse."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import mark_safe

from sandbox.core.models import Dossier, Draft
from sandbox.faults.fault import Fault


class SecondTabCreates(Fault):
    id = "sub-04-second-tab-creates"
    title = "Chỉ trang chặn bấm lặp, máy chủ nhận bản nháp đã nộp thêm lần nữa từ thẻ khác"
    citizen = "một hồ sơ thành hai, bị thu phí hai lần"
    expects = frozenset({"L4-SUB-04", "L4-SUB-17"})

    def claim_draft(self, draft: Draft) -> bool:
        return True


class ButtonStaysOpen(Fault):
    id = "acc-19-button-stays-open"
    title = "Nút nộp không khóa trong lúc gửi"
    citizen = "không biết đã gửi chưa, bấm đi bấm lại"
    expects = frozenset({"L4-ACC-19"})

    def locks_while_sending(self) -> bool:
        return False


class TokenOnlyWhenThere(Fault):
    id = "sec-03-token-only-when-there"
    title = "Mã chống giả mạo chỉ được kiểm khi có gửi kèm"
    citizen = "trang của kẻ xấu nộp được hồ sơ thay mình"
    expects = frozenset({"L4-SEC-03"})

    def forgery_refused(self, *, given: bool) -> bool:
        return given


class AnyTokenWillDo(Fault):
    id = "sec-03-any-token"
    title = "Mã chống giả mạo nào cũng được nhận, miễn là có"
    citizen = "kẻ xấu chỉ cần bịa một mã"
    expects = frozenset({"L4-SEC-03"})

    def forgery_refused(self, *, given: bool) -> bool:
        return not given


class SignOutOnlyHere(Fault):
    id = "idn-07-cookie-only"
    title = "Đăng xuất chỉ xóa cookie trên máy, phiên trên máy chủ còn sống"
    citizen = "người dùng máy sau mình mở lại được tài khoản"
    expects = frozenset({"L4-IDN-07"})

    def end_session(self, session: Any) -> None:
        session._session_key = None
        session._session_cache = {}
        session.modified = True


class AccountEveryTime(Fault):
    id = "idn-06-account-every-time"
    title = "Mỗi lần đăng nhập thành một tài khoản mới"
    citizen = "đăng nhập lại không thấy hồ sơ của mình"
    expects = frozenset({"L4-IDN-06", "L4-ACC-20"})

    def account_subject(self, claims: Mapping[str, Any]) -> str:
        return f"{claims['sub']}-{uuid.uuid4().hex[:6]}"


class LinkAsked(Fault):
    id = "idn-06-link-asked"
    title = "Đăng nhập xong bị mời liên kết với tài khoản riêng của cổng"
    citizen = "tưởng phải có thêm một tài khoản"
    expects = frozenset({"L4-IDN-06"})

    def html(self, template: str, html: str) -> str:
        shown = super().html(template, html)
        only = template.endswith("home.html") and "Đăng xuất" in shown
        box = '<p><a href="/huong-dan">Liên kết tài khoản cũ của cổng</a></p>'
        return self.replace(shown, '<div class="wrap page">', f'<div class="wrap page">{box}', only=only)


class NoWarning(Fault):
    id = "acc-20-no-warning"
    title = "Phiên hết mà trang không báo trước"
    citizen = "khai xong bấm gửi mới biết đã bị đăng xuất"
    expects = frozenset({"L4-ACC-20"})

    def session_minutes(self) -> int:
        return 0


class FilesLostWithSession(Fault):
    id = "acc-20-files-lost"
    title = "Đăng nhập lại thì tệp đã đính kèm trong bản nháp bị mất"
    citizen = "phải chụp và tải lại giấy tờ"
    expects = frozenset({"L4-ACC-20"})

    def account_subject(self, claims: Mapping[str, Any]) -> str:
        subject = super().account_subject(claims)
        for draft in Draft.objects.filter(account__subject=subject, submitted=False):
            draft.uploads.all().delete()
        return subject


class NumberNotKept(Fault):
    id = "acc-20-last-page-lost"
    title = "Đăng nhập lại thì bản nháp mất điều khai sau cùng"
    citizen = "phải khai lại phần cuối mà không biết"
    expects = frozenset({"L4-ACC-20"})

    def account_subject(self, claims: Mapping[str, Any]) -> str:
        subject = super().account_subject(claims)
        for draft in Draft.objects.filter(account__subject=subject, submitted=False):
            draft.values = dict(list(draft.values.items())[:-1])
            draft.save()
        return subject


class AliveInTheList(Fault):
    id = "sec-06-alive-in-the-list"
    title = "Danh sách hồ sơ hiện điều đã khai như mã HTML"
    citizen = "đoạn mã người khác gài chạy trên máy mình"
    expects = frozenset({"L4-SEC-06"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("dossiers.html"):
            for row in shown["dossiers"]:
                values = Dossier.objects.get(code=row["code"]).values
                row["name"] = mark_safe(f"{row['name']} – {' '.join(map(str, values.values()))}")  # noqa: S308 - the defect
        return shown


class AliveInTheReview(Fault):
    id = "sec-06-alive-in-the-review"
    title = "Trang xem lại hiện điều đã khai như mã HTML"
    citizen = "đoạn mã gõ vào tờ khai chạy trên trang"
    expects = frozenset({"L4-SEC-06"})

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("review.html"):
            for part in shown["parts"]:
                part["rows"] = [(label, mark_safe(str(value))) for label, value in part["rows"]]  # noqa: S308 - the defect
        return shown


class RetryForgets(Fault):
    id = "sub-17-review-only-once"
    title = "Trang xem lại chỉ mở được vài lần, sau đó điều đã khai không hiện nữa"
    citizen = "mạng đứt một lần là phải khai lại từ đầu"
    expects = frozenset({"L4-SUB-17"})
    _shown: Mapping[int, int] = {}

    def page(self, template: str, context: dict[str, Any]) -> dict[str, Any]:
        shown = super().page(template, context)
        if template.endswith("review.html"):
            times = self._shown.get(shown["draft"], 0) + 1
            self._shown = {**self._shown, shown["draft"]: times}
            if times > 1:
                shown["parts"] = []
        return shown


class HiddenRing(Fault):
    id = "acc-12-ring-hidden"
    title = "Ô đang chọn trên tờ khai không có vành nổi"
    citizen = "dùng bàn phím mà không biết đang ở đâu"
    expects = frozenset({"L4-ACC-12"})

    def html(self, template: str, html: str) -> str:
        link = '<link rel="stylesheet" href="/static/portal/no-ring.css">'
        return self.replace(super().html(template, html), "</head>", f"{link}</head>",
                            only=template.endswith("step.html"))


class SkippedByTab(Fault):
    id = "acc-12-skipped-by-tab"
    title = "Ô chọn trên tờ khai không tới được bằng phím Tab"
    citizen = "không có chuột thì không khai được ô đó"
    expects = frozenset({"L4-ACC-12"})

    def html(self, template: str, html: str) -> str:
        shown = super().html(template, html)
        return shown.replace("<select ", '<select tabindex="-1" ') if template.endswith("step.html") else shown
