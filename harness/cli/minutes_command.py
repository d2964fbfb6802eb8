"""``kiemthu minutes``: the minutes of a run as PDF, one for each service, signed when a key is given."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from harness.catalog.messages import did_you_mean
from harness.cli import project
from harness.cli.screen import UsageProblemError, errors, output
from harness.model import DEMO_KEY
from harness.reporting.minutes import SIGNERS, Hand
from harness.reporting.minutes_pdf import minutes_pdf
from harness.reporting.minutes_signing import SigningProblemError, sign, signatures, signer_from
from harness.reporting.seal import seal_of
from harness.verdict.verdict_file import read_verdict

FOLDER = "bien-ban"
PASSPHRASE = "KIEMTHU_SIGN_PASSPHRASE"  # noqa: S105 – the name of a variable


def minutes(  # noqa: PLR0913, PLR0917 – one parameter for each option of the command line
    run: Annotated[
        str, typer.Argument(help="Lượt chạy: đường dẫn hoặc mã; bỏ trống là lượt mới nhất.", metavar="RUN")
    ] = "",
    service: Annotated[
        list[str] | None, typer.Option("--service", metavar="CODE", help="Chỉ dịch vụ này; dùng được nhiều lần.")
    ] = None,
    tester: Annotated[
        list[str] | None, typer.Option("--tester", help="«Họ tên, chức vụ» của người kiểm thử; dùng được nhiều lần.")
    ] = None,
    witness: Annotated[str, typer.Option("--witness", help="«Họ tên, chức vụ» của đại diện cơ quan.")] = "",
    organ: Annotated[str, typer.Option("--organ", help="Cơ quan lập biên bản; bỏ trống là cơ quan thực hiện.")] = "",
    parent: Annotated[str, typer.Option("--parent", help="Cơ quan chủ quản trực tiếp.")] = "",
    number: Annotated[str, typer.Option("--number", help="Số của biên bản.")] = "",
    place: Annotated[str, typer.Option("--place", help="Địa danh.")] = "",
    day: Annotated[str, typer.Option("--date", help="Ngày lập (2026-11-27); bỏ trống là ngày kết thúc lượt.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Thư mục đặt biên bản; mặc định <RUN>/bien-ban.")] = None,
    key: Annotated[
        Path | None,
        typer.Option("--sign", metavar="KEY", help=f"Khóa ký (.p12, .pfx, .pem); mật khẩu ở biến {PASSPHRASE}."),
    ] = None,
    role: Annotated[str, typer.Option("--as", metavar="kiem-thu|co-quan", help="Ký vào ô của bên nào.")] = "kiem-thu",
) -> int:
    """Lập biên bản kiểm thử dịch vụ công (PDF, bố cục theo Nghị định 30/2020), ký số khi có khóa."""
    if role not in SIGNERS:
        raise UsageProblemError(f"Tùy chọn --as nhận {' hoặc '.join(SIGNERS)}, không nhận «{role}».")
    folder = project.run_folder(run)
    answer = read_verdict(folder)
    chosen = _chosen(answer, service or [])
    hand = Hand(tuple(tester or ()), witness, parent, organ, number, place, day)
    target = out or folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    try:
        signer = signer_from(key, os.environ.get(PASSPHRASE, "")) if key else None
        for row in chosen:
            path = target / f"{row['service']}.pdf"
            paper = _signed_before(path, folder) or minutes_pdf(folder, answer, row, hand)
            if signer:
                paper = sign(paper, signer, role, f"{SIGNERS[role]} ký biên bản kiểm thử {row['service']}")
            _write(path, paper)
            _tell(path, paper)
    except SigningProblemError as wrong:
        raise UsageProblemError(str(wrong)) from wrong
    return 0


def _chosen(answer: Mapping[str, Any], codes: list[str]) -> list[Mapping[str, Any]]:
    known = [row["service"] for row in answer["services"]]
    for code in codes:
        if code not in known:
            raise UsageProblemError(f"Lượt {answer['run']} không có dịch vụ «{code}».{did_you_mean(code, known)}")
    return [row for row in answer["services"] if not codes or row["service"] in codes]


def _signed_before(path: Path, folder: Path) -> bytes:
    """A paper that somebody signed is never set again: further signatures go on the same paper."""
    if not path.is_file() or not signatures(paper := path.read_bytes()):
        return b""
    if seal_of(folder).sha256.encode() not in paper:
        raise SigningProblemError(
            f"{path} đã có chữ ký nhưng nói về bằng chứng khác với thư mục lượt chạy hiện nay; "
            "hãy cất biên bản đó ở nơi khác rồi lập lại."
        )
    return paper


def _write(path: Path, paper: bytes) -> None:
    """Whole or not at all: a disk that is full leaves the earlier paper as it was."""
    part = path.with_suffix(".part")
    part.write_bytes(paper)
    part.replace(path)


def _tell(path: Path, paper: bytes) -> None:
    output.print(f"Biên bản: {path}", soft_wrap=True, markup=False)
    for one in signatures(paper):
        who = f"{one.name} ({one.organ})" if one.organ else one.name
        state = "còn nguyên vẹn" if one.sound else "KHÔNG hợp lệ"
        root = "chứng thư thuộc gốc tin cậy" if one.trusted else "chứng thư không thuộc gốc trong catalog/trust"
        mark = f", {DEMO_KEY.upper()} ({one.demo})" if one.demo else ""
        screen = output if one.sound and one.trusted and not one.demo else errors
        screen.print(f"  Ô «{one.field}»: {who}, chữ ký {state}, {root}{mark}", soft_wrap=True, markup=False)
