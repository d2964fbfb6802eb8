"""``kiemthu new-service``: from a procedure's code to a profile that can be driven and must be approved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from harness.authoring import meanings
from harness.authoring.form_walk import FormWalk
from harness.authoring.onboarding import Onboarding
from harness.authoring.opening import applicant_of, studio
from harness.authoring.profile_text import Draft, unapproved, write
from harness.catalog import Catalog, drafts, load, problems_of
from harness.catalog.schemas import schema
from harness.cli import project
from harness.cli.screen import UsageProblemError, errors, output, print_json
from harness.model import Trouble
from harness.portal.browser import browser
from harness.reporting.messages import action
from harness.verdict.exit_codes import ExitCode

KINDS = {"text": "chữ", "textarea": "đoạn văn", "number": "số", "date": "ngày", "typed-date": "ngày", "picker": "lịch",
         "select": "danh sách", "combobox": "danh sách tìm", "listbox": "danh sách", "radio": "chọn một", "file": "tệp",
         "checkbox": "đánh dấu", "switch": "bật tắt", "richtext": "soạn thảo", "multiselect": "chọn nhiều"}  # fmt: skip


def new_service(  # noqa: PLR0913, PLR0917 — one parameter for each option
    codes: Annotated[
        list[str], typer.Argument(help="Mã thủ tục, ví dụ 2.000635; nhiều mã cũng được.", metavar="CODE...")
    ],
    portal: Annotated[
        str, typer.Option("--portal", metavar="NAME", help="Cổng dịch vụ công, tên tệp trong catalog/portals.")
    ],
    ruleset: Annotated[str, typer.Option("--ruleset", help="Bộ tiêu chí.")] = "toan-trinh",
    applicant: Annotated[str, typer.Option("--applicant", help="Người nộp mẫu dùng để mở tờ khai.")] = "",
    headed: Annotated[bool, typer.Option("--headed", help="Mở cửa sổ trình duyệt cho người xem.")] = False,
    json: Annotated[bool, typer.Option("--json", help="In kết quả ở dạng JSON cho máy đọc.")] = False,
) -> int:
    """Mở tờ khai của dịch vụ như người nộp mẫu, đề xuất giá trị và giấy tờ, lập hồ sơ để người có thẩm quyền duyệt."""
    root = project.root()
    catalog = load(root)
    _usable(catalog, codes, portal, ruleset, applicant)
    table = meanings.load(root)
    folder = root / "reports" / "new-service" / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    _say(f"Mở cổng «{catalog.portals[portal].name}»")
    with studio(catalog, portal) as opened:

        def onboarding(shell: Any) -> Onboarding:
            return Onboarding(
                opened, shell, applicant_of(catalog, applicant), table, folder, ruleset=ruleset, told=_say
            )

        found = asyncio.run(_all(codes, onboarding, headed=headed))
    rows = [_refused(code, one) if isinstance(one, Trouble) else _keep(root, folder, *one) for code, one in found]
    if json:
        print_json({"services": rows, "seen": folder.relative_to(root).as_posix()})
    else:
        for row in rows:
            _tell(row)
        output.print(
            f"Ảnh và cây truy cập của các trang đã đi: {folder.relative_to(root)}", markup=False, soft_wrap=True
        )
    return ExitCode.PUBLISH if all(row["ready"] for row in rows) else ExitCode.CANNOT_SAY


Drafted = tuple[Draft, FormWalk]


async def _all(
    codes: Sequence[str], make: Callable[[Any], Onboarding], *, headed: bool
) -> list[tuple[str, Drafted | Trouble]]:
    """One service after the other, in one browser; one that cannot be walked does not stop the next."""
    found: list[tuple[str, Drafted | Trouble]] = []
    async with browser(headed=headed) as shell:
        onboarding = make(shell)
        for number, code in enumerate(codes, 1):
            _say(f"[{number}/{len(codes)}] {code}")
            try:
                found.append((code, await onboarding.draft(code)))
            except Trouble as stopped:
                found.append((code, stopped))
    return found


def _refused(code: str, trouble: Trouble) -> dict[str, Any]:
    return {"service": code, "ready": False, "file": "", "controls": [], "papers": [], "trouble": trouble.sentence,
            "who": action(trouble.owner), "place": trouble.file, "unapproved": []}  # fmt: skip


def _keep(root: Path, folder: Path, draft: Draft, walk: FormWalk) -> dict[str, Any]:
    """Writes the profile; what is said of it."""
    place = Path("features") / draft.folder / f"{draft.code}.yaml"
    drafts.write(write(draft), root / place)
    wrong = [p for p in problems_of(root) if p.startswith(f"{place.as_posix()}:")]
    if wrong:  # never leave behind what every other command would refuse
        aside = folder / place.name
        (root / place).rename(aside)
        place = aside.relative_to(root)
    papers = [{"label": p.label, "file": p.file.name if p.file else "", "code": p.code, "required": p.required}
              for p in draft.papers]  # fmt: skip
    return {
        "service": draft.code, "ready": not draft.missing and not wrong, "file": place.as_posix(),
        "controls": [_control(met) for met in walk.met.values()], "papers": papers,
        "trouble": "; ".join([*draft.missing, *wrong]), "who": "", "place": "", "unapproved": unapproved(draft),
    }  # fmt: skip


def _control(met: Any) -> dict[str, Any]:
    limits = {
        name: value for name, value in met.control.limits.items() if name not in {"type", "placeholder", "inputmode"}
    }
    return {"page": met.page, "section": met.place[0], "label": met.place[1], "kind": met.control.kind,
            "required": met.control.required, "options": met.options, "limits": limits, "value": met.value,
            "guessed": met.guessed, "refusal": met.refusal if not met.value else "",
            "appeared": met.appeared, "brings": met.brings}  # fmt: skip


def _usable(catalog: Catalog, codes: Sequence[str], portal: str, ruleset: str, applicant: str) -> None:
    project.known("cổng dịch vụ công", portal, catalog.portals)
    project.known("bộ tiêu chí", ruleset, catalog.rulesets)
    if applicant:
        project.known("người nộp mẫu", applicant, catalog.personas)
    pattern = schema("service")["properties"]["code"]
    wrong = [f"Mã thủ tục «{code}» không đúng dạng; cần {pattern['expects'].partition(',')[0]}."
             for code in codes if not meanings.matches(pattern["pattern"], code)]  # fmt: skip
    wrong += [f"Dịch vụ {code} đã có ở {catalog.services[code].file.as_posix()}; không ghi đè. "
              "Muốn lập lại thì xóa tệp ấy trước."
              for code in codes if code in catalog.services]  # fmt: skip
    if wrong:
        raise UsageProblemError("\n✗ ".join(wrong))


def _say(text: str) -> None:
    errors.print(f"→ {text}", style="dim", markup=False)


def _tell(row: dict[str, Any]) -> None:
    if not row["file"]:
        errors.print(f"✗ {row['service']}: {row['trouble']}", style="red", markup=False, soft_wrap=True)
        errors.print(
            f"  Ai phải làm gì: {row['who']}" + (f" ({row['place']})" if row["place"] else ""),
            markup=False,
            soft_wrap=True,
        )
        return
    table = Table("Trang", "Mục", "Ô", "Loại", "Bắt buộc", "Lựa chọn, giới hạn", "Giá trị đề xuất", box=None,
                  pad_edge=False,
                  header_style="bold", title=f"{row['service']} → {row['file']}", title_justify="left")  # fmt: skip
    for one in row["controls"]:
        table.add_row(str(one["page"]), one["section"], one["label"], KINDS.get(one["kind"], one["kind"]),
                      "có" if one["required"] else "",
                      _limits(one), _value(one))  # fmt: skip
    output.print(table)
    for paper in row.get("papers", ()):
        output.print(
            f"  giấy tờ: «{paper['label']}» ← {paper['file'] or 'không có tệp mẫu hợp'}", markup=False, soft_wrap=True
        )
    output.print(f"  chưa duyệt: {', '.join(row['unapproved'])}", markup=False, soft_wrap=True)
    if row["ready"]:
        output.print(f"✓ Chạy thử: kiemthu run {row['service']}", style="green", markup=False)
    else:
        errors.print(
            f"✗ Còn phải sửa rồi bỏ dòng not_driven: {row['trouble']}", style="red", markup=False, soft_wrap=True
        )


def _limits(one: dict[str, Any]) -> str:
    shown = ", ".join(one["options"][:4]) + (f", … ({len(one['options'])})" if len(one["options"]) > 4 else "")
    return "; ".join(
        [
            *([shown] if shown else []),
            *(f"{name} {value}" for name, value in one["limits"].items() if name != "multiple"),
        ]
    )


def _value(one: dict[str, Any]) -> str:
    if not one["value"]:
        return f"chưa: {one['refusal']}" if one["refusal"] else ""
    return f"{one['value']} (đoán)" if one["guessed"] else str(one["value"])
