"""``python -m harness.simulators``: all four, for any portal. Prints their addresses as one line of JSON."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from harness.catalog import personas, procedures
from harness.simulators import Ports, Secrets, Simulators

ROOT = Path(__file__).parents[2]
SHARED = {
    "tmn_code": "mã website (8 ký tự) của cổng thanh toán",
    "gateway_secret": "khóa ký của cổng thanh toán",
    "client_id": "mã ứng dụng ở nhà cung cấp định danh",
    "client_secret": "khóa ứng dụng ở nhà cung cấp định danh",
    "national_username": "tài khoản ở Cổng Dịch vụ công quốc gia",
    "national_password": "mật khẩu ở Cổng Dịch vụ công quốc gia",
}


def options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m harness.simulators", description=__doc__)
    parser.add_argument("--notify-url", default="", help="địa chỉ nhận thông báo thanh toán (IPN) của cổng")
    for name in ("gateway", "identity", "national", "mailbox"):
        parser.add_argument(f"--{name}-port", type=int, default=0, help="cổng mạng; 0 = cổng trống bất kỳ")
    for name, title in SHARED.items():
        parser.add_argument(f"--{name.replace('_', '-')}", default="", help=f"{title}; bỏ trống = ngẫu nhiên")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Serves until SIGTERM or SIGINT. Exit code 2: the catalogue cannot be read."""
    given = options(argv)
    problems: list[str] = []
    people = personas.load(ROOT, problems)
    known = procedures.load(ROOT, problems)
    if problems:
        sys.stderr.write("\n".join(problems) + "\n")
        return 2
    simulators = Simulators.create(
        people.values(),
        known,
        notify_url=given.notify_url,
        shared=Secrets(**{name: getattr(given, name) for name in SHARED if getattr(given, name)}),
        ports=Ports(given.gateway_port, given.identity_port, given.national_port, given.mailbox_port),
    )
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with simulators:
        sys.stdout.write(json.dumps(simulators.environment()) + "\n")
        sys.stdout.flush()
        ended.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
