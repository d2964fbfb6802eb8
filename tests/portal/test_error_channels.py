"""A portal says in many ways that it does not take a form: whichever it is, its own words reach the reader."""

from __future__ import annotations

import pytest

from harness.model import Trouble
from harness.portal.forms import Wanted, fill
from harness.portal.window import Window
from tests.portal.conftest import Loop, Site, place, seen

WORDS = "Số điện thoại phải có 10 chữ số"
FORM = """<form id=f novalidate><label for=d>Số điện thoại</label> <input id=d name=d><p id=loi></p><button>Tiếp tục</button></form>
<div id=noi></div><script>f.onsubmit = (e) => {{ e.preventDefault(); {refuses} }};</script>"""
SAYS = {
    "inline": f"d.setAttribute('aria-invalid', 'true'); d.setAttribute('aria-describedby', 'loi'); loi.textContent = '{WORDS}'",
    "summary": f"noi.innerHTML = '<div role=alert><h2>Có 1 lỗi</h2><ul><li><a href=#d>{WORDS}</a></ul></div>'",
    # It goes by itself, long before anybody has given up waiting.
    "toast": f"noi.innerHTML = '<div class=v-snackbar>{WORDS}</div>'; setTimeout(() => noi.textContent = '', 400)",
    "dialog": f"noi.innerHTML = '<div role=dialog aria-modal=true><p>{WORDS}</p><button type=button>Đóng</button></div>'",
    "alert-dialog": f"noi.innerHTML = '<div role=alertdialog>{WORDS}</div>'",
    "browser-dialog": f"alert('{WORDS}')",
    "bubble": f"f.noValidate = false; d.setCustomValidity('{WORDS}'); f.reportValidity()",
    "page": "f.onsubmit = null; f.action = '/tu-choi'; f.submit()",
}


@pytest.mark.parametrize("channel", SAYS)
def test_the_words_of_a_refusal_reach_the_reader(channel: str, loop: Loop, window: Window, site: Site) -> None:
    site.html("/", FORM.format(refuses=SAYS[channel]))
    refusal = f"<meta charset=utf-8><h1>Không nhận được tờ khai</h1><p role=alert>{WORDS}</p>".encode()
    site.pages["/tu-choi"] = lambda _method, _body: (422, {"content-type": "text/html"}, refusal)

    async def go() -> None:
        await window.goto("/")
        await fill(window, [Wanted("", "Số điện thoại", "12345")], next=place("button", "Tiếp tục"),
                   until=seen("heading", "Giấy tờ"))  # fmt: skip

    with pytest.raises(Trouble) as met:
        loop.run(go())
    assert WORDS in met.value.sentence
    assert met.value.page.startswith(site.url)
