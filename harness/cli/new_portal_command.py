"""``kiemthu new-portal``: opens a portal, recognises what it can, writes an adapter to complete."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from harness.authoring import adapter_text
from harness.authoring.recognise import Explorer, Portal
from harness.catalog import approval, drafts, load
from harness.catalog.facts import facts
from harness.catalog.schemas import schema
from harness.cli import project
from harness.cli.screen import UsageProblemError, errors, output, print_json
from harness.evidence.recorder import Recorder
from harness.journey.relay import Relay
from harness.portal.browser import browser
from harness.portal.reading_only import only_read
from harness.portal.waiting import Patience
from harness.portal.window import Window
from harness.verdict.exit_codes import ExitCode


def new_portal(
    name: Annotated[str, typer.Argument(help="Mã đặt cho cổng, chữ thường không dấu: cong-tinh-a.", metavar="NAME")],
    url: Annotated[
        str, typer.Argument(help="Địa chỉ trang chủ của cổng thử nghiệm, bắt đầu bằng http.", metavar="URL")
    ],
    query: Annotated[
        str, typer.Option("--query", help="Tên hoặc mã một dịch vụ có trên cổng, để thử ô tìm kiếm.")
    ] = "",
    headed: Annotated[bool, typer.Option("--headed", help="Mở cửa sổ trình duyệt cho người xem.")] = False,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Mở cổng (chỉ xem, không gửi gì), nhận ra tìm kiếm, đăng nhập, trang thủ tục; lập bộ kết nối để điền tiếp."""
    root = project.root()
    place = Path("catalog/portals") / f"{name}.yaml"
    _usable(root, name, url, place)
    folder = root / "reports" / "new-portal" / f"{name}-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    _say(f"Mở {url}")
    portal = asyncio.run(_explore(root, url, query or "khai sinh", folder, headed=headed))
    drafts.write(adapter_text.write(name, portal, folder.relative_to(root).as_posix()), root / place)
    load(root)  # never leave behind what the next command would refuse
    left = [one for one in approval.unfinished(root) if one.startswith(f"{place.as_posix()}:")]
    if json:
        print_json(
            {"file": place.as_posix(), "recognised": _recognised(portal), "to_complete": left, "notes": portal.notes}
        )
    else:
        _tell(portal, place, left, folder.relative_to(root))
    return ExitCode.PUBLISH


async def _explore(root: Path, url: str, query: str, folder: Path, *, headed: bool) -> Portal:
    recorder = Relay(Recorder(folder, "cong", "lam-quen"))
    async with browser(headed=headed) as shell:
        window = await Window.open(shell, url.rstrip("/"), None, recorder, Patience(control=3.0, condition=5.0))
        try:
            explorer = Explorer(window, recorder, facts(root), await only_read(window), told=_say)
            return await explorer.run(url, query)
        finally:
            await window.close()


def _usable(root: Path, name: str, url: str, place: Path) -> None:
    rule = schema("portal")["properties"]["id"]
    if not re.fullmatch(rule["pattern"], name):
        raise UsageProblemError(f"Mã cổng «{name}» không dùng được; cần {rule['expects']}, ví dụ cong-tinh-a.")
    if not re.match(r"https?://[^/\s]+", url):
        raise UsageProblemError(f"Địa chỉ «{url}» không dùng được; cần dạng https://dichvucong.example.vn.")
    if (root / place).exists():
        raise UsageProblemError(f"{place.as_posix()} đã có; không ghi đè. Chọn mã khác, hoặc xóa tệp ấy trước.")


def _recognised(portal: Portal) -> dict[str, str]:
    facts_read = [name for name, found in portal.service_facts.items() if found.value]
    return {
        "Tên cổng": portal.name,
        "Dấu hiệu môi trường thử nghiệm": portal.proof[1],
        "Phiên bản": portal.version.value if portal.version else "",
        "Ô tìm dịch vụ": portal.search_box,
        "Nút tìm": portal.search_button,
        "Dịch vụ đã mở": portal.service_link,
        "Nút nộp hồ sơ": portal.apply,
        "Điều đọc được ở trang thủ tục": ", ".join(facts_read),
        "Đăng nhập": portal.sign_in.words if portal.sign_in else "",
        "Qua định danh": portal.identity,
        "Ô tên đăng nhập, mật khẩu": ", ".join(filter(None, (portal.username, portal.password))),
        "Ô tra cứu hồ sơ": portal.lookup_box,
        "Trang khác": ", ".join(words for words, _ in portal.asides.values()),
    }


def _tell(portal: Portal, place: Path, left: list[str], folder: Path) -> None:
    for what, found in _recognised(portal).items():
        output.print(f"{'✓' if found else '·'} {what + ':':<34}{found or 'chưa nhận ra'}", markup=False, soft_wrap=True)
    for note in portal.notes:
        output.print(f"! {note}", markup=False, soft_wrap=True)
    output.print(f"→ {place.as_posix()}: còn {len(left)} chỗ phải điền (kiemthu check nêu từng chỗ)", markup=False)
    output.print(f"Ảnh và cây truy cập từng trang: {folder.as_posix()}/pages", markup=False, soft_wrap=True)


def _say(text: str) -> None:
    errors.print(f"→ {text}", style="dim", markup=False)
