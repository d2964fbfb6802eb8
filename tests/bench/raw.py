"""The same clicks as the `complete` journey, written by hand: no evidence, no adapter, no engine.

This is the yardstick that the harness is measured against, so it takes every shortcut a person who writes
a Playwright script would take, and no shortcut that changes what the portal is asked to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page

from harness.model import Persona, Service

CARD = {"Số thẻ": "9704198526191432198", "Tên chủ thẻ": "NGUYEN VAN A", "Ngày phát hành": "07/15"}


@dataclass(frozen=True)
class Sides:
    """What the script must know of its surroundings."""

    portal: str
    one_stop: str
    officer_password: str
    otp_for: object  # Callable[[str], str | None]


async def sign_in(page: Page, sides: Sides, persona: Persona) -> None:
    await page.goto(f"{sides.portal}/dang-nhap")
    await page.get_by_role("button", name="Đăng nhập bằng VNeID").click()
    await page.get_by_label("Số định danh cá nhân").fill(persona.identity_number)
    await page.get_by_label("Mật khẩu").fill(persona.password)
    await page.get_by_role("button", name="Tiếp tục").click()
    code = page.get_by_label("Mã xác thực")
    await code.wait_for()
    await code.fill(sides.otp_for(persona.identity_number) or "")  # type: ignore[operator]
    await page.get_by_role("button", name="Xác nhận").click()
    await page.get_by_role("button", name="Đăng xuất").wait_for()


async def declare(page: Page, sides: Sides, service: Service, persona: Persona) -> str:
    """Find, fill, attach, review, submit. Gives the dossier code."""
    await page.goto(sides.portal)
    await page.get_by_label("Tìm kiếm dịch vụ công").fill(service.code)
    await page.get_by_role("button", name="Tìm kiếm").click()
    await page.get_by_role("link", name=service.name).click()
    await page.get_by_role("button", name="Nộp hồ sơ trực tuyến").or_(
        page.get_by_role("link", name="Nộp hồ sơ trực tuyến")
    ).click()
    papers = page.get_by_role("heading", name="Giấy tờ kèm theo")
    await page.get_by_role("heading", name="Thông tin hồ sơ").wait_for()
    for section in service.form:
        group = page.get_by_role("group", name=section.title)
        if not await group.count():
            await page.get_by_role("button", name="Tiếp tục").click()
            await group.wait_for()
        for label, value in section.fields.items():
            await put(group, label, resolve(value, persona))
    await page.get_by_role("button", name="Tiếp tục").click()
    await papers.wait_for()
    for paper in service.papers:
        await page.locator("input[type=file]").and_(page.get_by_label(paper.label)).set_input_files(Path(paper.file))
    await page.get_by_role("button", name="Tiếp tục").click()
    await page.get_by_role("heading", name="Xem lại hồ sơ").wait_for()
    await page.get_by_label("Tôi đồng ý để Cổng dịch vụ công xử lý dữ liệu cá nhân").check()
    await page.get_by_label("Tôi cam đoan các thông tin trên là đúng sự thật").check()
    await page.get_by_role("button", name="Nộp hồ sơ", exact=True).click()
    await page.get_by_role("heading", name="Nộp hồ sơ thành công").wait_for()
    return (await page.locator("xpath=//*[self::th or self::dt][normalize-space()='Mã hồ sơ']"
                               "/following-sibling::*[1]").inner_text()).strip()


def resolve(value: str, persona: Persona) -> str:
    return str(getattr(persona, value.removeprefix("@applicant."))) if value.startswith("@") else value


async def put(group: object, label: str, value: str) -> None:
    control = group.get_by_label(label)  # type: ignore[attr-defined]
    tag = await control.evaluate("e => e.tagName")
    if tag == "FIELDSET":  # radio buttons: the value is the label of one of them
        await control.get_by_label(value, exact=True).check()
    elif tag == "SELECT":
        await control.select_option(label=value)
    else:
        await control.fill(value)


async def pay(page: Page, sides: Sides, code: str) -> None:
    await page.goto(f"{sides.portal}/ho-so/{code}")
    await page.get_by_role("button", name="Thanh toán trực tuyến").click()
    for label, value in CARD.items():
        await page.get_by_label(label).fill(value)
    await page.get_by_role("button", name="Tiếp tục").click()
    await page.get_by_label("Mã OTP").fill("123456")
    await page.get_by_role("button", name="Thanh toán", exact=True).click()
    await page.get_by_text("Tình trạng thanh toán").wait_for()


async def look(page: Page, sides: Sides, code: str, status: str) -> None:
    """As the journey does after every step."""
    await page.goto(f"{sides.portal}/ho-so/{code}")
    await page.get_by_text(status).locator("visible=true").last.wait_for()


async def process(desk: Page, sides: Sides, code: str, page: Page) -> None:
    """The officer's four actions; after each the applicant looks at his dossier."""
    await desk.goto(sides.one_stop)
    await desk.get_by_label("Tên đăng nhập").fill("can-bo-01")
    await desk.get_by_label("Mật khẩu").fill(sides.officer_password)
    await desk.get_by_role("button", name="Đăng nhập").click()
    await desk.get_by_role("button", name="Đăng xuất").wait_for()
    for action, status in {
        "Tiếp nhận hồ sơ": "Được tiếp nhận",
        "Chuyển xử lý": "Đang xử lý",
        "Ký và ban hành kết quả": "Đã xử lý xong",
        "Trả kết quả": "Đã trả kết quả",
    }.items():
        await desk.goto(f"{sides.one_stop}/ho-so/{code}")
        await desk.get_by_role("button", name=action).click()
        await desk.get_by_role("button", name=action).wait_for(state="detached")
        await look(page, sides, code, status)


async def collect(page: Page, code: str, sides: Sides, service: Service) -> None:
    """Download the papers, look the dossier up as a visitor, rate."""
    for link in ("Tải giấy tiếp nhận và hẹn trả kết quả", "Tải biên lai", "Tải kết quả"):
        control = page.get_by_role("link", name=link)
        if await control.count():
            address = await control.get_attribute("href")
            await (await page.context.request.get(f"{sides.portal}{address}")).body()
    for control in await page.get_by_role("link", name=".pdf").all():
        await (await page.context.request.get(f"{sides.portal}{await control.get_attribute('href')}")).body()
    await page.get_by_label("Hài lòng", exact=True).check()
    await page.get_by_role("button", name="Gửi đánh giá").click()
    await page.get_by_text("Đã ghi nhận đánh giá").wait_for()
    await page.goto(f"{sides.portal}/ho-so")
    await page.get_by_role("table", name="Hồ sơ đã nộp").get_by_text(code).wait_for()
    await page.goto(f"{sides.portal}/kho-du-lieu")
    await page.get_by_text(code).locator("visible=true").last.wait_for()


async def look_up(page: Page, sides: Sides, code: str) -> None:
    """As anybody: the dossier, its result, and a result that was never given."""
    await page.goto(f"{sides.portal}/tra-cuu")
    await page.get_by_label("Mã hồ sơ").fill(code)
    await page.get_by_role("button", name="Tra cứu").click()
    await page.get_by_role("heading", name="Kết quả tra cứu").wait_for()
    for number in (f"{code}-KQ1", f"{code}9-KQ1"):
        await page.goto(f"{sides.portal}/xac-minh")
        await page.get_by_label("Mã kết quả").fill(number)
        await page.get_by_role("button", name="Xác minh").click()
        await page.get_by_role("heading", name="Kết quả xác minh").wait_for()


async def walk(browser: Browser, sides: Sides, service: Service, persona: Persona) -> str:
    """One whole service, from signing in to rating. Gives the dossier code."""
    citizen, officer, visitor = [await browser.new_context(locale="vi-VN") for _ in range(3)]
    try:
        page = await citizen.new_page()
        await sign_in(page, sides, persona)
        code = await declare(page, sides, service, persona)
        await look(page, sides, code, "Mới đăng ký")
        if service.fee:
            await pay(page, sides, code)
            await look(page, sides, code, "Mới đăng ký")
        await process(await officer.new_page(), sides, code, page)
        await collect(page, code, sides, service)
        await look_up(await visitor.new_page(), sides, code)
        return code
    finally:
        for context in (citizen, officer, visitor):
            await context.close()
