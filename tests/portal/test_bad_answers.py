"""Files that are far too large, that never end, and pages that never become quiet: told in a sentence, and in time."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from harness.catalog.adapters import Task
from harness.model import Blocked
from harness.portal import asking
from tests.portal.conftest import Loop, Notebook, Site, adapter, place, seen, step

PIECE = b"%PDF-1.7\n".ljust(256 << 10, b" ")
LARGE = 200 << 20
HELLO = "<p>môi trường thử nghiệm</p>"


@dataclass
class Flood:
    """A server whose files are larger than anybody keeps: it counts what was taken of them."""

    url: str = ""
    sent: int = 0
    over: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def flood() -> Iterator[Flood]:
    state = Flood()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            self.send_response(200)
            self.send_header("content-type", "application/pdf")
            self.send_header("content-disposition", 'attachment; filename="ket-qua.pdf"')
            if self.path == "/lon":
                self.send_header("content-length", str(LARGE))
            self.end_headers()  # without a length the file goes on until the connection is closed
            try:
                if self.path == "/nho-giot":
                    self.wfile.write(PIECE[:9])
                    self.wfile.flush()
                    state.over.wait(20)
                    return
                for _piece in range(LARGE // len(PIECE)):
                    self.wfile.write(PIECE)
                    state.sent += len(PIECE)
            except OSError:
                return  # whoever asked has had enough

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://localhost:{httpd.server_port}"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield state
    state.over.set()
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def fetching(site: Site, kind: str) -> Any:
    facts = {"result": place(kind, "Tải kết quả")}
    return adapter(site.url, look=[step("open", address="/ho-so"), step("fetch", facts=facts)])


@pytest.mark.parametrize("path", ["/lon", "/khong-noi-do-dai"])
@pytest.mark.parametrize("kind", ["link", "button"])
def test_a_file_far_too_large_is_not_kept(  # noqa: PLR0917
    kind: str, path: str, loop: Loop, site: Site, notes: Notebook, stage_of: Any, flood: Flood,
) -> None:
    """By its address or by a press, whether it says how large it is or not."""
    button = f"<button onclick=\"location='{flood.url}{path}'\">Tải kết quả</button>"
    site.html("/ho-so", f"<a href={flood.url}{path}>Tải kết quả</a>" if kind == "link" else button)
    stage = stage_of(fetching(site, kind))
    with pytest.raises(Blocked, match="lớn hơn 50 MB") as told:
        loop.run(stage.perform("look"))
    assert told.value.owner == "cổng dịch vụ công"
    assert not notes.documents
    if kind == "link":
        assert flood.sent < asking.LARGEST * 1.5


@pytest.mark.parametrize("kind", ["link", "button"])
def test_a_file_that_never_ends_is_given_up(  # noqa: PLR0917
    kind: str, loop: Loop, site: Site, notes: Notebook, stage_of: Any, flood: Flood, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.3)
    address = f"{flood.url}/nho-giot"
    button = f"<button onclick=\"location='{address}'\">Tải kết quả</button>"
    site.html("/ho-so", f"<a href={address}>Tải kết quả</a>" if kind == "link" else button)
    with pytest.raises(Blocked, match=r"không.* xong trong"):
        loop.run(stage_of(fetching(site, kind)).perform("look"))
    assert not notes.documents


def test_a_file_behind_a_session_comes_by_redirects_and_renews_it(
    loop: Loop, site: Site, notes: Notebook, stage_of: Any
) -> None:
    """Cookies go where the browser would send them, and what is set on the way is kept with its protection."""
    site.pages["/ho-so"] = lambda *_asked: (
        200, {"content-type": "text/html", "set-cookie": "phien=mot; HttpOnly; Path=/"},
        "<meta charset=utf-8><a href=/tai>Tải kết quả</a>".encode(),
    )  # fmt: skip
    site.pages["/tai"] = lambda *_asked: (
        302, {"location": "/tep", "set-cookie": "phien=hai; HttpOnly; SameSite=Strict; Path=/; Max-Age=600"}, b"")
    site.pages["/tep"] = lambda *_asked: (200, {"content-type": "application/pdf"}, b"%PDF-1.7")
    stage = stage_of(fetching(site, "link"))
    loop.run(stage.perform("look"))
    (document,) = notes.documents
    assert document[1:3] == (b"%PDF-1.7", "application/pdf")
    window = loop.run(stage.window("applicant"))
    (cookie,) = [one for one in loop.run(window.context.cookies()) if one["name"] == "phien"]
    assert (cookie["value"], cookie["httpOnly"], cookie["sameSite"]) == ("hai", True, "Strict")
    assert cookie["expires"] > 0


def _accepted(key: str) -> str:
    return base64.b64encode(hashlib.sha1(f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()).digest()).decode()


@pytest.fixture
def sockets() -> Iterator[str]:
    """A server of WebSockets that opens them and never says anything."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(101)
            self.send_header("upgrade", "websocket")
            self.send_header("connection", "Upgrade")
            self.send_header("sec-websocket-accept", _accepted(self.headers["sec-websocket-key"]))
            self.end_headers()
            over.wait(20)
            self.close_connection = True

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"ws://localhost:{httpd.server_port}/"
    over.set()
    httpd.shutdown()
    httpd.server_close()
    thread.join()


RESTLESS = """<h1>Hồ sơ</h1><p id=t>0</p><div class=spinner aria-hidden=true>…</div><button onclick="location='/sau'">Tiếp tục</button>
<script>new WebSocket('SOCKET'); let n = 0; setInterval(() => { fetch('/hoi?' + n); t.textContent = ++n }, 100);
(function chain() { fetch('/hoi-nua').finally(chain) })()</script>"""


def test_a_page_that_never_becomes_quiet_is_walked(
    loop: Loop, site: Site, notes: Notebook, stage_of: Any, sockets: str
) -> None:
    """A poll every 100 ms, one that is asked again as soon as it is answered, an open WebSocket, a spinner for ever."""
    site.html("/ho-so", RESTLESS.replace("SOCKET", sockets))
    site.html("/hoi", "")
    site.html("/hoi-nua", "")
    site.html("/sau", "<h1>Xong</h1><dl><dt>Mã hồ sơ<dd>H99-1</dl>")
    steps = [step("open", address="/ho-so"), step("press", place=place("button", "Tiếp tục"), until=seen("heading", "Xong")),
             step("read", facts={"submission.code": place("row", "Mã hồ sơ")})]  # fmt: skip
    loop.run(stage_of(adapter(site.url, look=steps)).perform("look"))
    assert notes.value("submission.code") == "H99-1"
    assert not [kind for kind, _ in notes.events if kind == "unsettled"]


def test_a_spinner_that_never_leaves_is_told(loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    veil = "position:fixed;inset:0;background:#fffc"
    site.html("/ho-so", f"<h1>Hồ sơ</h1><button>Tiếp tục</button><div style='{veil}' role=status aria-busy=true>Đang tải…</div>")
    steps = [step("open", address="/ho-so"), step("press", place=place("button", "Tiếp tục"))]
    with pytest.raises(Blocked, match=r"che|tải") as told:
        loop.run(stage_of(adapter(site.url, look=steps)).perform("look"))
    assert told.value.step


def test_what_the_gateway_says_is_told_and_the_way_back_is_open_again(
    loop: Loop, site: Site, notes: Notebook, stage_of: Any
) -> None:
    """A portal whose clock is behind: the order is over before it is paid, and the next probe finds the portal."""
    gateway = site.url.replace("localhost", "127.0.0.1")
    site.html("/", f"<h1>Hồ sơ</h1><a href={gateway}/tra>Thanh toán</a>")
    site.html("/tra", "<p role=alert>Giao dịch đã quá thời hạn thanh toán</p>")
    declared = replace(
        adapter(site.url, pay=[step("open", address="/"), step("press", place=place("link", "Thanh toán")),
                               step("use", what="gateway")],
                look=[step("open", address="/"), step("wait", condition=seen("heading", "Hồ sơ"))]),
        gateway={"pay": Task("pay", (step("set", values={"Số thẻ": "9704"}),), "")},
    )  # fmt: skip
    stage = stage_of(declared, third_parties={gateway: "cổng thanh toán"})
    with pytest.raises(Blocked, match="trang đang báo: «Giao dịch đã quá thời hạn thanh toán»"):
        loop.run(stage.perform("pay", mode="leave"))
    loop.run(stage.perform("look"))
