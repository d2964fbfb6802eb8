"""Three kinds of failing, told apart at one place: the adapter or portal does not fit, or somebody else failed."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.async_api import Error

from harness.catalog.adapters import Adapter, Step
from harness.model import Blocked, Compromised, Trouble
from harness.portal.script import PageMoving
from harness.portal.window import UNREACHABLE, Window

PORTAL = "cổng dịch vụ công"
ONE_STOP = "hệ thống một cửa điện tử"
CONNECT = 1.0  # seconds to find out whether anybody listens


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


class Blame:
    """Who answers for an address: the portal, the one-stop system or a third party."""

    def __init__(self, adapter: Adapter, third_parties: Mapping[str, str]) -> None:
        self._owners = {origin_of(url): owner for url, owner in third_parties.items()}
        self._own: dict[str, str] = {}
        for name, url in adapter.origins.items():
            self._own[origin_of(url)] = ONE_STOP if name == "one_stop" else PORTAL

    def owner(self, url: str) -> str:
        origin = origin_of(url)
        return self._own.get(origin) or self._owners.get(origin) or f"bên thứ ba {urlsplit(url).netloc}"

    def is_own(self, url: str) -> bool:
        return origin_of(url) in self._own

    def silent_side(self) -> str:
        """The first third party that does not even take a connection; "" when all do."""
        for origin, owner in self._owners.items():
            parts = urlsplit(origin)
            try:
                socket.create_connection((parts.hostname, parts.port or 80), timeout=CONNECT).close()
            except OSError:
                return owner
        return ""


def check_document(window: Window, blame: Blame) -> None:
    """Raises when the page's document came with a server error or did not come at all."""
    status, url, _method = window.document()
    owner = blame.owner(url)
    if status >= 500:
        sentence = f"{owner} trả lời lỗi {status} tại {url}"
        if not blame.is_own(url):
            raise Compromised(sentence, owner=owner, page=url)
        silent = blame.silent_side()  # a portal may fail only because a side that it needs is down
        if silent:
            raise Compromised(f"{sentence}, trong khi {silent} không hoạt động", owner=silent, page=url)
        raise Blocked(sentence, owner=owner, page=url)
    if unreachable(window):
        raise not_reached(window, blame)


def unreachable(window: Window) -> bool:
    """The browser shows its own page: what it was sent to did not answer."""
    return window.page.url.startswith("chrome-error:")


def not_reached(window: Window, blame: Blame) -> Trouble:
    """Whoever does not even take a connection; else whoever answers for the last address."""
    url = window.document()[1]
    if window.network.going_round:
        return Blocked(f"{blame.owner(url)} chuyển hướng quay vòng tại {url.partition('?')[0]}, trình duyệt đã bỏ cuộc",
                       owner=blame.owner(url), page=url)  # fmt: skip
    silent = blame.silent_side()
    where = silent or f"{url} ({blame.owner(url)})"
    return Compromised(f"không truy cập được {where}", owner=silent or blame.owner(url), page=url)


def translated(error: Exception, window: Window | None, blame: Blame) -> Trouble:  # noqa: PLR0911 — one a cause
    """A browser's error as a sentence; the browser's own words stay in the journal."""
    page = window.page.url if window else ""
    if window and unreachable(window) and not isinstance(error, Compromised):
        return not_reached(window, blame)
    if isinstance(error, Trouble):
        error.owner = error.owner or (blame.owner(error.page) if isinstance(error, Compromised) and error.page else "")
        return error
    if isinstance(error, PageMoving):
        return Blocked("trang tự chuyển liên tục nên không đọc được", owner=PORTAL, page=page)
    message = error.message if isinstance(error, Error) else str(error)
    if any(words in message for words in UNREACHABLE):
        url = window.document()[1] if window else page
        return Compromised(f"không truy cập được {url}", owner=blame.owner(url), page=page)
    if ("Browser" in message and "closed" in message) or "Target crashed" in message:
        return Compromised("trình duyệt đã bị đóng giữa chừng", owner="máy kiểm thử", page=page)
    if "Timeout" in message:
        return Blocked("trang không phản hồi trong thời gian cho phép", owner=PORTAL, page=page)
    return Blocked("trình duyệt không thực hiện được bước này", owner="bộ kết nối hoặc cổng dịch vụ công", page=page)


def placed(trouble: Trouble, task: str, step: Step | None, window: Window | None) -> Trouble:
    """The same trouble, knowing where it happened; what it already knows stays."""
    trouble.task = trouble.task or task
    if step is not None:
        trouble.step = trouble.step or step.written
        trouble.file = trouble.file or step.where
    trouble.page = trouble.page or (window.page.url if window else "")
    if window and isinstance(trouble, Blocked):
        status = window.document()[0]
        if status >= 400 and f"{status}" not in trouble.sentence:
            trouble.sentence += f" (trang trả lời mã {status})"
            trouble.args = (trouble.sentence,)
    return trouble
