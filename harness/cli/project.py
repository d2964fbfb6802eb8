"""Where the project is, and what the command line chose of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from harness.catalog import Catalog
from harness.catalog.messages import did_you_mean
from harness.cli.screen import UsageProblemError
from harness.model import Ruleset, Service
from harness.verdict.record import latest_run

FEW = 8  # more names than this help nobody


def root() -> Path:
    """The folder with features/ and catalog/: here, above here, or where the engine is installed from."""
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).parents[2]):
        if (folder / "features").is_dir() and (folder / "catalog").is_dir():
            return folder
    raise UsageProblemError("Không thấy thư mục features/ và catalog/; hãy chạy kiemthu trong thư mục dự án.")


def runs() -> Path:
    return root() / "reports" / "runs"


def run_folder(given: str) -> Path:
    """A run by its path or its id; the latest one when nothing is given."""
    if not given:
        return latest_run(runs())
    for folder in (Path(given), runs() / given):
        if folder.is_dir():
            return folder.resolve()
    known = [p.name for p in runs().glob("*") if p.is_dir()]
    raise UsageProblemError(f"Không có lượt chạy «{given}».{did_you_mean(given, known)}")


def fresh(folder: Path) -> Path:
    """The folder for a new run; one that holds anything is refused: evidence is only ever added to."""
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageProblemError(f"Thư mục {folder} đã có nội dung; bằng chứng không ghi đè, hãy chọn thư mục mới.")
    return folder.resolve()


def services(catalog: Catalog, codes: Sequence[str], fields: Sequence[str]) -> tuple[Service, ...]:
    """The chosen services in the catalog's order; every one when nothing was chosen."""
    known = catalog.services
    known_fields = {s.field for s in known.values()}
    _all_known(codes, known, "dịch vụ công có mã")
    _all_known(fields, known_fields, "lĩnh vực")
    refused = [f"Dịch vụ {code} không đi thử: {known[code].not_driven}." for code in codes if known[code].not_driven]
    if refused:
        raise UsageProblemError("\n✗ ".join([*refused, "Hãy soát dữ liệu của dịch vụ bằng: kiemthu lint"]))
    driven = [s for s in known.values() if not s.not_driven]
    chosen = tuple(s for s in driven if (not codes and not fields) or s.code in codes or s.field in fields)
    if not chosen:
        raise UsageProblemError("Chưa có hồ sơ dịch vụ nào trong features/.")
    return chosen


def ruleset(catalog: Catalog, chosen: Sequence[Service]) -> Ruleset:
    """The one ruleset that all chosen services are judged by."""
    names = sorted({s.ruleset for s in chosen})
    if len(names) > 1:
        raise UsageProblemError(
            f"Các dịch vụ được chọn theo nhiều bộ tiêu chí ({', '.join(names)}); hãy chạy riêng từng bộ."
        )
    return catalog.rulesets[names[0]]


def criteria(rules: Ruleset, wanted: Sequence[str]) -> tuple[str, ...]:
    """The wanted criteria, which must be in the ruleset and tested; () when nothing was chosen."""
    _all_known(wanted, {c.id for c in rules.criteria}, "tiêu chí")
    for name in wanted:
        if not rules[name].tested:
            raise UsageProblemError(f"Tiêu chí «{name}» chưa được kiểm tự động: {rules[name].not_tested_reason}.")
    return tuple(wanted)


def known(what: str, name: str, names: Iterable[str]) -> None:
    """Raises UsageProblemError when there is nothing of that name."""
    _all_known([name], names, what)


def _all_known(words: Iterable[str], known: Iterable[str], what: str) -> None:
    known = list(known)
    few = f" Có: {', '.join(known)}." if 0 < len(known) <= FEW else ""
    wrong = [f"Không có {what} «{w}».{did_you_mean(w, known) or few}" for w in words if w not in known]
    if wrong:
        raise UsageProblemError("\n✗ ".join(wrong))
