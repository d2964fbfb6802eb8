"""The form engine on real pages: finds out what a control is, sets it through real events, reads it back."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from harness.model import Blocked
from harness.portal.forms import Filling, Wanted, fill, inspect_form
from harness.portal.window import Window
from tests.portal.conftest import Loop, Site, place, seen

NFD = unicodedata.normalize("NFD", "Họ và tên")
EVERYTHING = f"""<form onsubmit="return false">
<fieldset><legend>Người yêu cầu</legend>
 <label for=a>{NFD} <span style=color:red>(*)</span></label><input id=a name=a required>
 <label>Ngày sinh: <input type=date name=b></label>
 <label for=c>Ngày cấp</label><input id=c name=c placeholder="dd/mm/yyyy">
 <div><span>Nơi cư trú</span><div><input name=d></div></div>
 <input name=e placeholder="Số điện thoại">
 <label>Tỉnh <select name=f onchange="setTimeout(() => g.innerHTML='<option value=>–<option value=9>Xã Mẫu', 80)">
   <option value="">Chọn<option value=1>Hà Nội<option value=2>Huế</select></label>
 <label>Xã <select name=g id=g><option value="">–</select></label>
</fieldset>
<fieldset><legend>Con</legend>
 <label for=h>Họ và tên *</label><input id=h name=h>
 <fieldset><legend>Giới tính</legend><label><input type=radio name=i value=1> Nam</label><label><input type=radio name=i value=2> Nữ</label></fieldset>
 <div role=radiogroup aria-label="Dân tộc"><style>.off{{position:absolute;opacity:0}}</style>
   <input class=off type=radio name=j id=j1 value=k><label for=j1>Kinh</label><input class=off type=radio name=j id=j2 value=t><label for=j2>Tày</label></div>
 <fieldset><legend>Giấy tờ có sẵn</legend><label><input type=checkbox name=k value=1>Sổ hộ khẩu</label><label><input type=checkbox name=k value=2>Căn cước</label></fieldset>
 <label><input type=checkbox name=l onchange="m.hidden=!this.checked"> Có người giám hộ</label>
 <p id=m hidden><label>Tên người giám hộ <input name=n></label></p>
 <label for=o>Ghi chú</label><textarea id=o name=o></textarea>
 <button type=button role=switch aria-checked=false aria-label="Nhận thông báo" onclick="this.setAttribute('aria-checked', this.ariaChecked!=='true')"></button>
 <div id=lb>Quốc tịch</div><div role=combobox tabindex=0 aria-labelledby=lb aria-expanded=false onclick="list.hidden=false">Chọn</div>
 <ul id=list role=listbox hidden><li role=option onclick="document.querySelector('[role=combobox]').textContent='Việt Nam';list.hidden=true">Việt Nam</ul>
 <label>Đơn <input type=file name=p></label>
</fieldset></form>
<script>const seen=[];document.addEventListener('input',e=>e.isTrusted&&seen.push(e.target.name));document.addEventListener('change',e=>seen.push('c:'+e.target.name))</script>"""


def wanted(values: dict[str, str]) -> list[Wanted]:
    return [Wanted(title.rpartition(" › ")[0], title.rpartition(" › ")[2], value, value) for title, value in values.items()]


@pytest.fixture
def filled(loop: Loop, window: Window, site: Site):  # type: ignore[no-untyped-def]
    def run(body: str, values: dict[str, str], **more: object) -> Filling:
        site.html("/don", body)

        async def go() -> Filling:
            await window.goto("/don")
            return await fill(window, wanted(values), **more)  # type: ignore[arg-type]

        return loop.run(go())

    return run


def test_every_kind_is_set_and_read_back(loop: Loop, window: Window, filled, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    paper = tmp_path / "don.pdf"
    paper.write_bytes(b"%PDF")
    values = {
        "Người yêu cầu › Họ và tên": "Nguyễn Văn Mẫu", "Ngày sinh": "01/02/1999", "Ngày cấp": "03/04/2020",
        "Nơi cư trú": "Số 1", "Số điện thoại": "0912", "Xã": "Xã Mẫu", "Tỉnh": "Hà Nội", "Con › Họ và tên": "Nguyễn Thị Con",
        "Giới tính": "Nữ", "Dân tộc": "Tày", "Giấy tờ có sẵn": "Sổ hộ khẩu; Căn cước", "Tên người giám hộ": "Ông",
        "Có người giám hộ": "có", "Ghi chú": "một\nhai", "Nhận thông báo": "có", "Quốc tịch": "Việt Nam", "Đơn": str(paper),
    }  # fmt: skip
    filling = filled(EVERYTHING, values)
    held = loop.run(window.page.evaluate("() => { const f = new FormData(document.forms[0]); return "
                                         "Object.fromEntries([...f.keys()].map(k => [k, f.getAll(k).map(v => v.name || v)])) }"))
    assert held["a"] == ["Nguyễn Văn Mẫu"]
    assert (held["b"], held["c"], held["d"], held["e"]) == (["1999-02-01"], ["03/04/2020"], ["Số 1"], ["0912"])
    assert (held["f"], held["g"], held["h"]) == (["1"], ["9"], ["Nguyễn Thị Con"])
    assert (held["i"], held["j"], held["k"], held["n"]) == (["2"], ["t"], ["1", "2"], ["Ông"])
    assert held["o"] == ["một\nhai"]
    assert held["p"] == ["don.pdf"]
    rungs = {r.label: r.rung for r in filling.records}
    assert rungs["Nơi cư trú"] == "near"
    assert rungs["Số điện thoại"] == "placeholder"
    back = {r.label: r.read_back for r in filling.records}
    assert back["Ngày sinh"] == "01/02/1999"
    assert back["Giấy tờ có sẵn"] == "Sổ hộ khẩu, Căn cước"
    assert back["Nhận thông báo"] == "có"
    assert back["Quốc tịch"] == "Việt Nam"
    assert {"a", "c", "d", "c:a", "c:f"} <= set(loop.run(window.page.evaluate("() => seen")))  # trusted events


def test_what_is_there_already_is_kept_and_reported(loop: Loop, window: Window, filled) -> None:  # type: ignore[no-untyped-def]
    filling = filled("<label>Tên <input value=Mẫu oninput=\"this.dataset.touched=1\"></label>"
                     "<label>Số <input readonly value=001></label>", {"Tên": "Mẫu", "Số": "002"})
    assert [(r.before, r.set, r.read_back) for r in filling.records] == [("Mẫu", "Mẫu", "Mẫu"), ("001", "002", "001")]
    assert loop.run(window.page.locator("[data-touched]").count()) == 0


def test_wizard_pages_are_turned_until_the_end(site: Site, filled) -> None:  # type: ignore[no-untyped-def]
    site.html("/b2", "<form action=/xong><label>Hai <input name=y required></label><button>Tiếp tục</button></form>")
    site.html("/xong", "<h1>Xem lại</h1>")
    filling = filled("<form action=/b2><label>Một <input name=x></label><button>Tiếp tục</button></form>",
                     {"Hai": "2", "Một": "1"}, next=place("button", "Tiếp tục"), until=seen("heading", "Xem lại"))
    assert filling.pages == 2
    assert [r.label for r in filling.records] == ["Một", "Hai"]
    assert site.asked[-2:] == ["GET /b2?x=1", "GET /xong?y=2"]


ONE = "<form action=/xong><h2>Mục một</h2><label>Số điện thoại (*) <input name=x {}></label><button>Tiếp tục</button></form>"


@pytest.mark.parametrize(("body", "values", "sentence"), [
    (ONE.format(""), {"Số điện thoại": "09", "Số điện thoai bàn": "1"}, "«Số điện thoai bàn» không được dùng.*Số điện thoại"),
    (ONE.format("required"), {}, "ô bắt buộc «Mục một › Số điện thoại .* chưa có giá trị"),
    (ONE.format("") + "<label>Số điện thoại <input></label>", {"Số điện thoại": "1"}, "khớp với 2 ô"),
    (ONE.format("") + "<label>Tỉnh <select><option>Hà Nội</select></label>", {"Tỉnh": "Hà Nọi"}, "«Hà Nọi».*«Hà Nội»"),
    (ONE.format("pattern=[0-9]+"), {"Số điện thoại": "abc"}, "không sang trang"),
])  # fmt: skip
def test_errors_say_where_and_offer_the_nearest(body: str, values: dict[str, str], sentence: str, site: Site, filled) -> None:  # type: ignore[no-untyped-def]
    site.html("/xong", "<h1>Xem lại</h1>")
    with pytest.raises(Blocked, match=sentence):
        filled(body, values, next=place("button", "Tiếp tục"), until=seen("heading", "Xem lại"))


def test_masks_are_typed_key_by_key(filled) -> None:  # type: ignore[no-untyped-def]
    mask = "this.value=this.value.replace(/\\D/g,'').replace(/(\\d{2})(?=\\d)/,'$1/').slice(0,7)"
    filling = filled(f'<label>Hết hạn <input oninput="{mask}"></label>', {"Hết hạn": "12/2030"})
    assert filling.records[0].read_back == "12/2030"


def test_shadow_dom_and_frames_are_seen(loop: Loop, window: Window, site: Site) -> None:
    site.html("/khung", "<label>Trong khung <input></label>")
    site.html("/", "<x-o></x-o><iframe src=/khung></iframe><script>document.querySelector('x-o').attachShadow({mode:'open'})"
                   ".innerHTML='<label for=s>Trong bóng</label><input id=s>'</script>")  # fmt: skip

    async def go() -> list[str]:
        await window.goto("/")
        await window.page.wait_for_load_state("load")
        await fill(window, wanted({"Trong bóng": "1", "Trong khung": "2"}))
        return [c.value for c in await inspect_form(window.page)]

    assert loop.run(go()) == ["1", "2"]


LIST = """<div id=lb>Quốc tịch</div><div role=combobox tabindex=0 aria-labelledby=lb id=o>Chọn</div>
<ul id=list role=listbox hidden><li role=option onclick="o.textContent='Việt Nam';list.hidden=true">Việt Nam</ul>"""


@pytest.mark.parametrize("opening", [
    "o.onclick = () => setTimeout(() => { list.hidden = !list.hidden }, 700)",  # slow: a second press would close it
    "o.onkeydown = (e) => { if (e.key === 'ArrowDown') list.hidden = false }",  # by the keyboard alone
])  # fmt: skip
def test_a_list_that_does_not_open_at_once_is_waited_for(opening: str, filled) -> None:  # type: ignore[no-untyped-def]
    filling = filled(f"{LIST}<script>{opening}</script>", {"Quốc tịch": "Việt Nam"})
    assert filling.records[0].read_back == "Việt Nam"
