"""The sample portal held open for a person: addresses, accounts and cards on the screen, until Ctrl-C."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from rich.table import Table

from harness.catalog import Catalog
from harness.cli.screen import errors, output
from harness.journey.environment import SANDBOX, Environment, Options
from harness.simulators import CARDS, HOLDER, ISSUED, OTP

SHOWN_ACCOUNTS = 5
POLL = 0.5  # seconds between looks into the mailbox for one-time codes


def serve(catalog: Catalog, faults: tuple[str, ...], variants: tuple[str, ...]) -> None:
    """Starts everything, prints where it is, waits; the codes that citizens are sent are shown as they come."""
    environment = Environment(catalog, catalog.portals[SANDBOX], Options(faults, variants))
    over = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        over.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        errors.print("→ Mở cổng mẫu và các hệ thống mô phỏng", style="dim")
        environment.start()
        _show(environment, catalog)
        _tell_codes(environment, catalog, over)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        environment.stop()
        errors.print("Đã đóng cổng mẫu.", style="dim")


def _show(environment: Environment, catalog: Catalog) -> None:
    simulators = environment.simulators
    addresses = Table("Hệ thống", "Địa chỉ", title="Địa chỉ", title_justify="left")
    for name, url in environment.adapter.origins.items():
        addresses.add_row({"portal": "Cổng dịch vụ công", "one_stop": "Hệ thống một cửa"}.get(name, name), url)
    if simulators:
        addresses.add_row("Cổng thanh toán mô phỏng", simulators.gateway.url)
        addresses.add_row("Định danh mô phỏng", simulators.identity.url)
        addresses.add_row("Cổng quốc gia mô phỏng", simulators.national.url)
        addresses.add_row("Hộp thư mô phỏng (SMTP)", f"{simulators.mailbox.host}:{simulators.mailbox.port}")
    people = Table("Họ tên", "Số định danh cá nhân", "Mật khẩu", title="Tài khoản người dân", title_justify="left")
    for persona in list(catalog.personas.values())[:SHOWN_ACCOUNTS]:
        people.add_row(persona.full_name, persona.identity_number, persona.password)
    officers = Table("Vai", "Tên đăng nhập", "Mật khẩu", title="Tài khoản cán bộ", title_justify="left")
    for name, actor in environment.adapter.actors.items():
        if actor.username:
            officers.add_row(name, actor.username, actor.password)
    cards = Table(
        "Số thẻ", "Kết quả", title=f"Thẻ thử: tên {HOLDER}, phát hành {ISSUED}, OTP {OTP}", title_justify="left"
    )
    for card in CARDS.values():
        cards.add_row(card.number, card.explanation)
    for table in (addresses, people, officers, cards):
        output.print(table)
    output.print("Mã xác thực khi đăng nhập sẽ hiện ở đây. Ctrl-C để dừng.", style="bold")


def _tell_codes(environment: Environment, catalog: Catalog, over: threading.Event) -> None:
    """Nobody reads the personas' telephones, so their sign-in codes are printed as they are made."""
    told: dict[str, str] = {}
    while not over.wait(POLL):
        if environment.simulators is None:
            continue
        for persona in catalog.personas.values():
            code = environment.simulators.identity.otp_for(persona.identity_number)
            if code and told.get(persona.id) != code:
                told[persona.id] = code
                output.print(f"Mã xác thực của {persona.full_name}: [bold]{code}[/bold]")
