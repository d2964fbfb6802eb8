"""A picture shows nothing of what is hidden, wherever on the page it stands; the rest stays to be seen.

What is hidden stands on red: whatever red is left in the picture has not been covered.
"""

from __future__ import annotations

import io
import unicodedata

import pytest
from PIL import Image

from harness.portal import snapshots
from harness.portal.window import Window
from tests.portal.conftest import Loop, Notebook, Site

NAME = "Nguyễn Văn Mẫu"
STYLE = "<meta charset=utf-8><style>mark, .r{background:#f00;color:#f00;border-color:#f00} body{margin:20px}</style>"
SHADOW = """<div id=bong></div><script>
bong.attachShadow({mode:'open'}).innerHTML = '<span style="background:#f00;color:#f00">Nguyễn Văn Mẫu</span>'</script>"""
PLACES = {
    "a line": f"<p>Xin chào <mark>{NAME}</mark>, đây là hồ sơ</p>",
    "cut into elements": "<p><mark>Nguyễn <b>Văn</b> <i>Mẫu</i></mark> nộp</p>",
    "broken lines": "<p><mark>Nguyễn\n    Văn&nbsp;Mẫu</mark> nộp</p>",
    "over two lines": f"<p style='width:90px'><mark>{NAME}</mark></p>",
    "decomposed": f"<p><mark>{unicodedata.normalize('NFD', NAME)}</mark></p>",
    "a field": f"<input class=r value='{NAME}'>",
    "a text area": f"<textarea class=r>{NAME}</textarea>",
    "a list": f"<select class=r><option>Khác<option selected>{NAME}</select>",
    "a button": f"<button class=r style='border:0;padding:0'>{NAME}</button>",
    "a shadow tree": SHADOW,
    "a frame": "<iframe src=/trong width=300 height=80></iframe>",
    "a table": f"<table><tr><th>Họ tên<td><mark>{NAME}</mark></table>",
}


def red(picture: bytes | None) -> int:
    assert picture is not None
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return sum(1 for r, g, b in image.get_flattened_data() if r > 190 and g < 70 and b < 70)


@pytest.mark.parametrize("where", PLACES)
def test_what_is_hidden_is_covered(loop: Loop, window: Window, site: Site, notes: Notebook, where: str) -> None:
    site.html("/trong", f"{STYLE}<p>Ông <mark>{NAME}</mark></p>")
    site.html("/trang", STYLE + PLACES[where])

    async def go() -> tuple[bytes | None, bytes | None]:
        await window.goto("/trang")
        await window.page.wait_for_load_state("load")
        plain = await snapshots.picture(window, notes.hidden)
        notes.hide = (NAME,)
        return plain, await snapshots.picture(window, notes.hidden)

    plain, covered = loop.run(go())
    assert red(plain) > 100
    assert red(covered) == 0


def test_the_rest_stays_to_be_seen(loop: Loop, window: Window, site: Site, notes: Notebook) -> None:
    site.html("/trang", f"{STYLE}<p>{NAME}</p><div class=r style='width:100px;height:50px'></div><p hidden>{NAME}</p>")
    notes.hide = (NAME,)

    async def go() -> bytes | None:
        await window.goto("/trang")
        return await snapshots.picture(window, notes.hidden)

    assert red(loop.run(go())) > 2200  # of 100 × 50, made smaller
