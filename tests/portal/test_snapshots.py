"""The accessible tree that stands in the evidence: what a reader needs, and YAML."""

from __future__ import annotations

import yaml

from harness.portal import snapshots
from harness.portal.window import Window
from tests.portal.conftest import Loop, Site

PAGE = """<h1>Tờ khai</h1><nav aria-label="Trình đơn"><ul><li><a href="/ho-so">Hồ sơ: của tôi</a></ul></nav>
<p>Mức thu: <b>8.000</b> đồng</p><p hidden>ẩn</p><span style="visibility:hidden">khuất</span><i aria-hidden=true>arrow</i>
<label>Họ tên <input value="Đỗ Ánh" required></label><label>Mật khẩu <input type=password value="kín"></label>
<label><input type=checkbox checked> Cam đoan</label><button disabled>Nộp</button>
<select aria-label="Tỉnh"><option>Huế<option selected>Hà Nội</select>
<table><tr><th>Phí<td>8.000</table><div id=bong></div><iframe title="Thanh toán" src="/trong"></iframe>
<script>bong.attachShadow({mode: "open"}).innerHTML = "<button>Trong bóng</button>"</script>"""


def _tree(loop: Loop, window: Window, site: Site) -> str:
    site.html("/trong", "<h2>Số thẻ</h2>")
    site.html("/to-khai", PAGE)

    async def go() -> str:
        await window.goto("/to-khai")
        await window.page.wait_for_load_state("load")
        return await snapshots.aria(window)

    return loop.run(go())


def test_the_tree_tells_roles_names_states_and_values(loop: Loop, window: Window, site: Site) -> None:
    lines = [line.strip() for line in _tree(loop, window, site).splitlines()]
    for line in ('- heading "Tờ khai" [level=1]', '- navigation "Trình đơn":', "- 'link \"Hồ sơ: của tôi\"': \"/ho-so\"",
                 '- text: "Mức thu: 8.000 đồng"', '- textbox "Họ tên" [required]: "Đỗ Ánh"', '- textbox "Mật khẩu"',
                 '- checkbox "Cam đoan" [checked]', '- button "Nộp" [disabled]', '- combobox "Tỉnh": "Hà Nội"',
                 '- columnheader: "Phí"', '- button "Trong bóng"', '- heading "Số thẻ" [level=2]'):  # fmt: skip
        assert line in lines
    assert not any(word in line for line in lines for word in ("ẩn", "khuất", "arrow", "kín"))


def test_the_tree_is_yaml(loop: Loop, window: Window, site: Site) -> None:
    rows = yaml.safe_load(_tree(loop, window, site))
    assert rows[0] == 'heading "Tờ khai" [level=1]'
    assert next(iter(rows[-1])).startswith("iframe")
