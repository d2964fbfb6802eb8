"""The commands put together, and every failure turned into a Vietnamese sentence and an exit code."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer import rich_utils

from harness.attestation import CannotSignError, KeyProblemError
from harness.attestation.trouble import UnsafeArchiveError
from harness.catalog.messages import did_you_mean
from harness.cli import (
    bundle_command,
    check_command,
    criteria_command,
    defects_command,
    doctor_command,
    gate_command,
    import_command,
    judge_command,
    lint_command,
    minutes_command,
    new_portal_command,
    new_service_command,
    portal_check_command,
    portfolio_command,
    publish_command,
    register_command,
    report_command,
    sandbox_command,
    stats_command,
    verify_command,
)
from harness.cli import (
    run_command as run_module,
)
from harness.cli.screen import UsageProblemError, errors
from harness.model import SpecificationError, Trouble
from harness.register import RegisterError
from harness.reporting.messages import action
from harness.verdict.exit_codes import ExitCode
from harness.verdict.record import UnreadableRunError

rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
rich_utils.ARGUMENTS_PANEL_TITLE = "Đối số"
rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
rich_utils.DEFAULT_STRING = "[mặc định: {}]"

# Typer carries its own copy of click; this is the parent of every wrong use of the command line.
WrongUse: type[Any] = typer.BadParameter.__bases__[0]

# Failures that carry their own sentence.
SAID = (
    UsageProblemError, UnreadableRunError, Trouble, KeyProblemError, CannotSignError, UnsafeArchiveError, RegisterError,
)  # fmt: skip

app = typer.Typer(
    name="kiemthu",
    help="Kiểm thử dịch vụ công trực tuyến trước khi công bố: được công bố, chưa công bố, hay chưa kết luận được.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Mã thoát: 0 được công bố · 1 chưa công bố · 2 sai lệnh hoặc sai tệp mô tả · 3 chưa kết luận được · "
    "4 lỗi bộ kiểm thử · 5 miễn trừ không dùng được · 6 lộ dữ liệu trong bằng chứng · 7 bằng chứng không đầy đủ",
)
app.command("run")(run_module.run)
app.command("judge")(judge_command.judge)
app.command("gate")(gate_command.gate)
app.command("report")(report_command.report)
app.command("check")(check_command.check)
app.command("lint")(lint_command.lint)
app.command("minutes")(minutes_command.minutes)
app.command("defects")(defects_command.defects)
app.command("portfolio")(portfolio_command.portfolio)
app.command("import")(import_command.import_list)
app.command("new-portal")(new_portal_command.new_portal)
app.command("new-service")(new_service_command.new_service)
app.command("portal-check")(portal_check_command.portal_check)
app.command("doctor")(doctor_command.doctor)
app.command("sandbox")(sandbox_command.sandbox)
app.command("criteria")(criteria_command.criteria)
app.command("bundle")(bundle_command.bundle)
app.command("verify")(verify_command.verify)
app.command("publish")(publish_command.publish)
app.command("stats")(stats_command.stats)
app.add_typer(register_command.app, name="register")


def run_command(arguments: list[str] | None = None) -> int:
    """Runs one command line; nothing a user does wrong shows a stack trace."""
    try:
        return int(app(args=arguments, standalone_mode=False, prog_name="kiemthu") or 0)
    except SpecificationError as wrong:
        check_command.tell(wrong.messages)
        return ExitCode.USAGE
    except (WrongUse, KeyboardInterrupt, typer.Abort, *SAID) as wrong:
        sentence, code = told(wrong)
        errors.print(f"✗ {sentence}", style="red", markup=False, soft_wrap=True)
        return code


def told(wrong: BaseException) -> tuple[str, ExitCode]:
    """The sentence of a failure, and the exit code of its class."""
    match wrong:
        case UsageProblemError() | KeyProblemError():
            return str(wrong), ExitCode.USAGE
        case CannotSignError() | RegisterError():
            return str(wrong), ExitCode.USAGE if getattr(wrong, "refused", False) else ExitCode.HARNESS
        case UnreadableRunError() | UnsafeArchiveError():
            return str(wrong), ExitCode.EVIDENCE
        case Trouble():
            return f"{wrong.sentence}\n  Ai phải làm gì: {action(wrong.owner)}", ExitCode.CANNOT_SAY
        case KeyboardInterrupt() | typer.Abort():
            return "Đã dừng theo yêu cầu.", ExitCode.CANNOT_SAY
        case _:
            return wrong_use(wrong), ExitCode.USAGE


def wrong_use(wrong: Any) -> str:
    """click's English sentence in Vietnamese, with the nearest word that exists."""
    context = getattr(wrong, "ctx", None)
    name = getattr(wrong, "option_name", None)
    if name and type(wrong).__name__ == "NoSuchOption":
        known = [o for p in context.command.params for o in p.opts] if context else []
        return f"Không có tùy chọn «{name}».{did_you_mean(name, known)}"
    if type(wrong).__name__ == "NoSuchCommand" or (context and context.command.name == "kiemthu"):
        quoted = re.search(r"'([^']*)'", wrong.format_message())
        given = quoted[1] if quoted else ""
        return f"Không có lệnh «{given}».{did_you_mean(given, [c.name or '' for c in app.registered_commands])}"
    parameter = getattr(wrong, "param", None)
    where = f" ở {' / '.join(parameter.opts)}" if parameter is not None and parameter.opts else ""
    if type(wrong).__name__ == "MissingParameter":
        return f"Thiếu giá trị{where}."
    return f"Giá trị không dùng được{where} ({wrong.format_message()}). Xem: kiemthu --help"
