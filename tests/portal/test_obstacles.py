"""What a portal may do to a walk: each is one sentence with its owner, task, step, page, picture and accessible tree."""

from __future__ import annotations

from typing import Any

import pytest

from harness.catalog.adapters import Step
from harness.model import Blocked, Compromised, Trouble
from tests.portal.conftest import Loop, Notebook, Site, adapter, place, seen, service, step

START = "<h1>Cổng thử</h1><button onclick=\"location='/khai'\">Nộp hồ sơ</button>"
FORM = """<h1>Tờ khai</h1><form action=/xong><label>Họ và tên <input name=n></label>
<label>Số bản <input name=s></label>{more}<button>{send}</button></form>"""


def apply_task() -> list[Step]:
    return [
        step("open", address="/"),
        step("press", place=place("button", "Nộp hồ sơ")),
        step("set", values={"Họ và tên": "Nguyễn Văn Mẫu", "Số bản": "2"}),
        step("press", place=place("button", "Gửi hồ sơ")),
        step("wait", condition=seen("heading", "Đã nộp")),
    ]


def walk_until_trouble(loop: Loop, stage_of: Any, site: Site, *, first: str = "") -> Trouble:
    tasks: dict[str, list[Step]] = {"apply": apply_task(), "sign_in": [
        step("open", address="/dang-nhap"), step("wait", condition=seen("text", "Xin chào"))]}
    stage = stage_of(adapter(site.url, **tasks), of=service())
    if first:
        loop.run(stage.perform(first))
    with pytest.raises(Trouble) as caught:
        loop.run(stage.perform("apply"))
    return caught.value


def changed_label(site: Site) -> None:
    site.html("/khai", FORM.replace("Số bản", "Số lượng bản sao").format(more="", send="Gửi hồ sơ"))


def added_field(site: Site) -> None:
    site.html("/khai", FORM.format(more="<label>Nghề nghiệp * <input required></label>", send="Gửi hồ sơ"))


def moved_button(site: Site) -> None:
    site.html("/khai", FORM.format(more="", send="Gửi hồ sơ đi"))


def broken(site: Site) -> None:
    site.pages["/khai"] = lambda _m, _b: (500, {"content-type": "text/html"}, b"<h1>Error</h1>")


def maintained(site: Site) -> None:
    site.html("/khai", "<h1>Hệ thống đang bảo trì</h1><p>Vui lòng quay lại sau 22 giờ.</p>")


def riddled(site: Site) -> None:
    site.html("/khai", """<h1>Xác minh</h1><img src=/captcha.png alt="mã captcha" width=90 height=30>
    <label>Nhập các ký tự trong hình <input></label><button>Tiếp tục</button>""")


@pytest.mark.parametrize(("spoil", "kind", "says", "near"), [
    (changed_label, Blocked, "giá trị «Số bản» không được dùng", "Số lượng bản sao"),
    (added_field, Blocked, "không thấy tiêu đề «Đã nộp»", "Nghề nghiệp"),
    (moved_button, Blocked, "«Gửi hồ sơ»", "Gửi hồ sơ đi"),
    (broken, Blocked, "trả lời lỗi 500", ""),
    (maintained, Compromised, "đang bảo trì, trang ghi «Hệ thống đang bảo trì»", ""),
    (riddled, Blocked, "captcha", ""),
])  # fmt: skip
def test_the_sentence_says_what_stands_in_the_way(spoil: Any, kind: type[Trouble], says: str, near: str,  # noqa: PLR0917
                                                  loop: Loop, site: Site, notes: Notebook, stage_of: Any) -> None:
    site.html("/", START)
    spoil(site)
    site.html("/xong", "<h1>Đã nộp</h1>")
    trouble = walk_until_trouble(loop, stage_of, site)
    assert type(trouble) is kind, trouble
    assert says in trouble.sentence
    assert near in " ".join((trouble.sentence, *getattr(trouble, "candidates", ())))
    assert (trouble.task, trouble.file, trouble.page) == ("apply", "adapter.yaml:7", f"{site.url}/khai")
    assert trouble.step
    assert trouble.owner
    name, _url, aria, picture = notes.pages[-1]
    assert name == "apply-loi"
    assert aria
    assert picture


def test_a_session_lost_in_mid_form_is_told(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", START)
    site.html("/dang-nhap", "<h1>Tài khoản</h1><p>Xin chào Mẫu</p>")
    site.html("/khai", "<h1>Đăng nhập</h1><label>Tên <input></label><label>Mật khẩu <input type=password></label>")
    trouble = walk_until_trouble(loop, stage_of, site, first="sign_in")
    assert isinstance(trouble, Blocked)
    assert "phiên đăng nhập đã mất giữa chừng" in trouble.sentence
    assert trouble.owner == "cổng dịch vụ công"


@pytest.mark.parametrize("endless", [True, False])
def test_a_sign_in_that_goes_round_is_told(endless: bool, loop: Loop, site: Site, stage_of: Any) -> None:
    if endless:
        site.pages["/dang-nhap"] = lambda _m, _b: (302, {"location": "/dang-nhap"}, b"")
    else:  # the page itself sends the person back to the beginning, four times
        site.html("/dang-nhap", """<p>Đang chuyển</p><script>
        const n = Number(sessionStorage.n || 0); sessionStorage.n = n + 1;
        if (n < 4) location.href = '/dang-nhap?lan=' + n; else document.body.innerHTML = '<h1>Đăng nhập</h1>';</script>""")
    tasks = {"sign_in": [step("open", address="/dang-nhap"), step("wait", condition=seen("text", "Xin chào"))]}
    stage = stage_of(adapter(site.url, **tasks))
    with pytest.raises(Trouble, match="quay vòng") as caught:
        loop.run(stage.perform("sign_in"))
    assert isinstance(caught.value, Blocked)
    assert "/dang-nhap" in caught.value.sentence


def test_a_small_notice_of_maintenance_is_no_obstacle(loop: Loop, site: Site, stage_of: Any) -> None:
    site.html("/", START + "<p role=alert>Cổng tạm ngừng phục vụ để bảo trì đêm thứ Bảy</p>")
    site.html("/khai", FORM.format(more="<select><option>1</select>", send="Gửi hồ sơ")
              + "<h2>Hệ thống đang bảo trì phần tra cứu</h2>")  # fmt: skip
    site.html("/xong", "<h1>Chưa xong</h1>")
    trouble = walk_until_trouble(loop, stage_of, site)
    assert isinstance(trouble, Blocked)
    assert "không thấy tiêu đề «Đã nộp»" in trouble.sentence
