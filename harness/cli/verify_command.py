"""``kiemthu verify``: what can be proven of a run or a bundle, offline, on any machine."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from harness.attestation import verify as check
from harness.attestation.opening import opened
from harness.cli.screen import UsageProblemError, output, print_json
from harness.model import DEMO_KEY, Decision, Verification
from harness.verdict.exit_codes import ExitCode
from harness.verdict.gate import DECISION_WORDS

SHOWN = 30  # problems; the rest is counted


def verify(
    file: Annotated[Path, typer.Argument(help="Thư mục của lượt chạy, hoặc gói .zip do kiemthu bundle lập.")],
    key: Annotated[
        list[Path] | None,
        typer.Option("--key", metavar="PUB", help="Khóa công khai PEM (hoặc thư mục khóa) của đơn vị ký."),
    ] = None,
    tsa_ca: Annotated[
        list[Path] | None, typer.Option("--tsa-ca", metavar="PEM", help="Chứng thư gốc của cơ quan cấp dấu thời gian.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Đối chiếu một lượt chạy với bản kê đã ký; nêu tên từng tệp bị sửa, mất hay thêm. Không cần mạng."""
    if not file.exists():
        raise UsageProblemError(f"Không có tệp hay thư mục «{file}».")
    with nullcontext(file) if file.is_dir() else opened(file) as folder:
        found = check(folder, key or (), tsa_roots=tsa_ca or ())
    if json:
        print_json(as_json(found))
    else:
        for line in told(file, found):
            output.print(line, markup=False, soft_wrap=True)
    return ExitCode.PUBLISH if found.ok else ExitCode.EVIDENCE


def told(file: Path, found: Verification) -> list[str]:
    """In plain words: what is proven, and what is not."""
    if not found.ok:
        rest = len(found.problems) - SHOWN
        return [
            f"✗ {file}: bằng chứng KHÔNG đối chiếu được, {len(found.problems)} chỗ sai:",
            *(f"  • {problem}" for problem in found.problems[:SHOWN]),
            *([f"  … và {rest} chỗ nữa"] if rest > 0 else []),
            "Kết luận trong lượt chạy này không dùng làm căn cứ được; hãy xin lại gói từ đơn vị kiểm thử.",
        ]
    decisions = ", ".join(f"{s}: {DECISION_WORDS[Decision(d)].lower()}" for s, d in sorted(found.decisions.items()))
    builds = ", ".join(f"{portal} {build}" for portal, build in found.portal_build.items())
    return [
        f"✓ {file}: {found.files} tệp còn nguyên như lúc ký; kết luận đúng theo các nhận định.",
        f"  Lượt chạy:       {found.run}, xong lúc {found.ended} (giờ của máy chạy)",
        f"  Bộ tiêu chí:     {found.ruleset}",
        f"  Cổng, bản dựng:  {builds or 'cổng không tự ghi phiên bản'}",
        f"  Quyết định:      {decisions}",
        f"  Người ký:        khóa {found.signer[:21]}…{f' ({DEMO_KEY.upper()})' if found.demo else ''}",
        f"  Thời gian:       {found.trusted_time or 'không có thời gian tin cậy'}",
        "Đã chứng minh: bằng chứng, tệp mô tả và kết luận đúng là những gì khóa trên đã ký.",
        "Không chứng minh: cổng vẫn như vậy sau lúc kiểm; máy chạy và người giữ khóa trung thực.",
        *(f"Lưu ý: {note}." for note in found.notes),
    ]


def as_json(found: Verification) -> dict[str, object]:
    return {
        "ok": found.ok, "problems": list(found.problems), "notes": list(found.notes), "signer": found.signer,
        "demo": found.demo, "trusted_time": found.trusted_time, "portal_build": dict(found.portal_build),
        "ended": found.ended, "run": found.run, "ruleset": found.ruleset, "decisions": dict(found.decisions),
        "files": found.files,
    }  # fmt: skip
