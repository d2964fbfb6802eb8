"""What stands in the way of a whole walk: maintenance, a captcha, a session that is gone, a sign-in that goes round.

The step that failed is only where it was met; the sentence says what it is and who must act.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from playwright.async_api import Error

from harness.model import Blocked, Compromised, Trouble
from harness.portal.failures import PORTAL, Blame
from harness.portal.forms.match import clean
from harness.portal.script import PageMoving, ask
from harness.portal.window import Window

ROUND = 3  # times that one address answers within a sign-in before it counts as going round
SHOWN = 120  # characters of the page's own words


async def behind(trouble: Trouble, window: Window, task: str, blame: Blame, *, since: int) -> Trouble:
    """The trouble that the page itself explains, else the same one. `since`: documents seen before the task began."""
    if isinstance(trouble, Compromised):
        return trouble
    if task == "sign_in" and (address := _going_round(window, since)):
        return Blocked(f"đăng nhập quay vòng: cứ trở lại {address} mà vẫn chưa vào được",
                       owner="cổng dịch vụ công hoặc hệ thống định danh", page=window.page.url)  # fmt: skip
    try:
        seen = await ask(window.page, "obstacle")
    except (Error, PageMoving):
        return trouble
    signed_out = window.inside and task != "sign_in"
    return _in_the_way(seen, blame.owner(window.page.url), window.page.url, signed_out) or _with_refusals(trouble, seen)


def _in_the_way(seen: dict[str, Any], owner: str, page: str, signed_out: bool) -> Trouble | None:
    shut, riddle, entry = (str(seen[name])[:SHOWN] for name in ("shut", "riddle", "entry"))
    if shut:
        return Compromised(f"{owner} đang bảo trì, trang ghi «{shut}»", owner=owner, page=page)
    if riddle:
        return Blocked(f"trang đòi giải captcha ({riddle}), bộ kiểm thử không vượt captcha: hãy tắt captcha cho "
                       "tài khoản thử ở môi trường kiểm thử", owner=owner, page=page)  # fmt: skip
    if entry and signed_out:
        return Blocked(f"phiên đăng nhập đã mất giữa chừng: trang lại đòi đăng nhập («{entry}»)",
                       owner=PORTAL, page=page)  # fmt: skip
    return None


def _with_refusals(trouble: Trouble, seen: dict[str, Any]) -> Trouble:
    """The same, with the boxes that the browser itself refuses to send: often one that the profile has no value for."""
    refused = [f"«{clean(row['label'])}» ({row['message']})" for row in seen["refused"]]
    if refused and isinstance(trouble, Blocked):
        trouble.sentence += f"; trình duyệt không gửi vì ô {', '.join(refused[:5])}"
        trouble.args = (trouble.sentence,)
    return trouble


def _going_round(window: Window, since: int) -> str:
    """The address that keeps coming back."""
    common = Counter(url.partition("?")[0] for url in window.network.visited[since:]).most_common(1)
    return common[0][0] if common and common[0][1] >= ROUND else ""
