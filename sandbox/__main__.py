"""`python -m sandbox serve | faults | variants | pki`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from sandbox.variants.names import NAMES, as_rows


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="Cổng dịch vụ công mẫu")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="chạy cổng dịch vụ công và hệ thống một cửa")
    serve.add_argument("--fault", action="append", default=[], metavar="ID", help="cài sẵn một lỗi (dùng nhiều lần)")
    serve.add_argument("--variant", action="append", default=[], choices=sorted(NAMES),
                       metavar="NAME", help="cổng làm khác đi mà vẫn đúng, hoặc cổng đối chứng; xem: variants")
    serve.add_argument("--portal", default="classic", choices=["classic", "spa"],
                       help="cổng nào: classic (trang dựng ở máy chủ) | spa (một trang, JSON API)")
    serve.add_argument("--latency", type=int, default=0, metavar="MS", help="độ trễ thêm cho mỗi yêu cầu, mili giây")
    serve.add_argument("--portal-port", type=int, default=0)
    serve.add_argument("--one-stop-port", type=int, default=0)
    faults = commands.add_parser("faults", help="liệt kê các lỗi cài sẵn")
    faults.add_argument("--json", action="store_true")
    variants = commands.add_parser("variants", help="liệt kê các biến thể")
    variants.add_argument("--json", action="store_true")
    pki = commands.add_parser("pki", help="tạo lại khóa thử nghiệm")
    pki.add_argument("--trust", type=Path, default=Path("catalog/trust"), help="nơi ghi chứng thư gốc")
    return parser.parse_args()


def _list_faults(*, as_json: bool) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sandbox.settings")
    import django  # noqa: PLC0415

    django.setup()
    from sandbox.faults import as_rows  # noqa: PLC0415

    rows = as_rows()
    lines = [json.dumps(rows, ensure_ascii=False, indent=2)] if as_json else [
        f"{row['id']}: {row['title']}" for row in rows]
    sys.stdout.write("\n".join(lines) + "\n")


def main() -> int:
    given = _arguments()
    if given.command == "faults":
        _list_faults(as_json=given.json)
    elif given.command == "variants":
        rows = as_rows()
        lines = [f"{row['name']}: {row['title']}" for row in rows]
        sys.stdout.write((json.dumps(rows, ensure_ascii=False) if given.json else "\n".join(lines)) + "\n")
    elif given.command == "pki":
        from sandbox.core.certificates import make  # noqa: PLC0415

        make(given.trust)
    else:
        from sandbox.server import serve  # noqa: PLC0415

        serve(given.fault, given.variant, given.latency, given.portal_port, given.one_stop_port,
              given.portal)
    return 0


if __name__ == "__main__":
    sys.exit(main())
