"""What pytest-bdd forgives or drops in silence in .feature files, told as file:line messages."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException
from gherkin.parser import Parser

from harness.catalog import yamltext
from harness.catalog.messages import did_you_mean, unknown

LANGUAGE = "# language: vi"
_CRITERION = re.compile(r"^@L4-")
_FREE_TAG = re.compile(r"^@nhom:[a-z0-9-]+$")
_HOLE = re.compile(r"\{[^}]*\}")
_STEP_DECORATORS = frozenset({"given", "when", "then", "step"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A registered step: its text, with ``{holes}`` when it is a pattern, and where it is defined."""

    text: str
    where: str = ""

    def matches(self, words: str) -> bool:
        return bool(_pattern(self.text).fullmatch(words))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".+?".join(re.escape(part) for part in _HOLE.split(text)))


def sentences_in(folder: Path) -> list[Sentence]:
    """The steps registered in the modules of a folder, read without importing them."""
    found: list[Sentence] = []
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for decorator in node.decorator_list:
                    text = _step_text(decorator)
                    if text:
                        found.append(Sentence(text, f"{folder.name}/{path.name}:{decorator.lineno}"))
    return found


def _step_text(decorator: ast.expr) -> str:
    if not isinstance(decorator, ast.Call) or not decorator.args:
        return ""
    if getattr(decorator.func, "id", getattr(decorator.func, "attr", "")) not in _STEP_DECORATORS:
        return ""
    argument = decorator.args[0]
    if isinstance(argument, ast.Call) and argument.args:  # parsers.parse("…")
        argument = argument.args[0]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def lint(root: Path, criteria: Collection[str], sentences: Iterable[Sentence | str]) -> list[str]:
    """Every problem of every .feature file under features/."""
    known = [Sentence(item) if isinstance(item, str) else item for item in sentences]
    problems: list[str] = []
    for path in sorted((root / "features").glob("**/*.feature")):
        text = yamltext.read_text(path, root, problems)
        if text is not None:
            problems.extend(_lint_file(yamltext.shown(path, root), text, criteria, known))
    return problems


def criteria_sentences(root: Path) -> dict[str, list[str]]:
    """Criterion → the sentences of its scenario in the standard suite, without their keywords."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "features/muc-do-4").glob("*.feature")):
        document: Any = Parser().parse(path.read_text("utf-8"))
        for child in document["feature"]["children"]:
            scenario = child["scenario"]
            for tag in scenario["tags"]:
                if _CRITERION.match(tag["name"]):
                    said = found.setdefault(tag["name"].removeprefix("@"), [])
                    said.extend(step["text"] for step in scenario["steps"])
    return found


def criteria_places(root: Path) -> dict[str, tuple[str, int]]:
    """Criterion → the file of its scenario, relative to the project, and the line it begins at."""
    found: dict[str, tuple[str, int]] = {}
    for path in sorted((root / "features").glob("**/*.feature"), key=lambda p: (p.parent.name != "muc-do-4", p)):
        document: Any = Parser().parse(path.read_text("utf-8"))
        for child in document["feature"]["children"]:
            scenario = child.get("scenario") or {}
            for tag in scenario.get("tags", ()):
                if _CRITERION.match(tag["name"]):
                    place = (path.relative_to(root).as_posix(), int(scenario["location"]["line"]))
                    found.setdefault(tag["name"].removeprefix("@"), place)
    return found


def coverage(root: Path, tested: Collection[str]) -> list[str]:
    """Criteria said to be tested that no scenario judges, and scenarios of criteria said not to be."""
    places: dict[str, str] = {}
    for path in sorted((root / "features").glob("**/*.feature")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for tag in re.findall(r"@(L4-[A-Z]{3}-\d{2})\b", line):
                places[tag] = f"{yamltext.shown(path, root)}:{number}"
    missing = [
        f"catalog/rulesets/criteria:1: Tiêu chí «{name}» ghi là được kiểm thử nhưng không có tình huống nào."
        for name in tested
        if name not in places
    ]
    extra = [
        f"{place}: Tiêu chí «{name}» có tình huống nhưng bảng tiêu chí ghi là chưa kiểm thử."
        for name, place in places.items()
        if name not in tested
    ]
    return missing + extra


def _lint_file(file: str, text: str, criteria: Collection[str], sentences: Sequence[Sentence]) -> Iterator[str]:
    if text.splitlines()[:1] != [LANGUAGE]:
        yield f"{file}:1: Dòng đầu tiên phải là «{LANGUAGE}»."
        return
    try:
        document: Any = Parser().parse(text)
    except CompositeParserException as errors:
        for error in errors.errors:
            line = error.location["line"]
            words = text.splitlines()[line - 1].strip() if line <= len(text.splitlines()) else ""
            keywords = "từ khóa phải viết đúng: «Biết», «Khi», «Thì», «Và»"
            yield f"{file}:{line}: Không hiểu «{words}»; {keywords}."
        return
    feature = document.get("feature")
    if not feature:
        yield f"{file}:1: Tệp không có «Tính năng»."
        return
    above = [tag["name"] for tag in feature["tags"]]
    names: dict[str, int] = {}
    for scenario, tags in _scenarios(feature["children"], above):
        line = scenario["location"]["line"]
        name = scenario["name"]
        if name in names:
            yield f"{file}:{line}: Tình huống «{name}» trùng tên với tình huống ở dòng {names[name]}."
        names.setdefault(name, line)
        yield from _lint_tags(f"{file}:{line}", tags, criteria)
        if not scenario["steps"]:
            yield f"{file}:{line}: Tình huống «{name}» không có bước nào."
    for step, examples in _steps(feature["children"]):
        yield from _lint_step(f"{file}:{step['location']['line']}", step["text"], examples, sentences)


def _lint_tags(where: str, tags: Sequence[str], criteria: Collection[str]) -> Iterator[str]:
    judged = [tag for tag in tags if _CRITERION.match(tag)]
    if len(judged) != 1:
        listed = f" ({', '.join(judged)})" if judged else ""
        yield f"{where}: Mỗi tình huống cần đúng một thẻ tiêu chí, ở đây có {len(judged)}{listed}."
    for tag in judged:
        if tag[1:] not in criteria:
            yield unknown(where, "tiêu chí", tag[1:], criteria)
    for tag in tags:
        if tag not in judged and not _FREE_TAG.match(tag):
            yield f"{where}: Thẻ «{tag}» không dùng được; cần thẻ tiêu chí @L4-… hoặc @nhom:…"


def _scenarios(children: Sequence[Any], tags: Sequence[str]) -> Iterator[tuple[Any, list[str]]]:
    for child in children:
        if "scenario" in child:
            scenario = child["scenario"]
            yield scenario, [*tags, *(tag["name"] for tag in scenario["tags"])]
        elif "rule" in child:
            rule = child["rule"]
            yield from _scenarios(rule["children"], [*tags, *(tag["name"] for tag in rule["tags"])])


def _steps(children: Sequence[Any]) -> Iterator[tuple[Any, list[dict[str, str]]]]:
    """Each step, with the rows of the examples that fill its <holes>."""
    for child in children:
        if "rule" in child:
            yield from _steps(child["rule"]["children"])
            continue
        owner = child.get("scenario") or child["background"]
        rows = [
            dict(zip(_cells(table["tableHeader"]), _cells(row), strict=True))
            for table in owner.get("examples", [])
            for row in table.get("tableBody", [])
        ]
        for step in owner["steps"]:
            yield step, rows


def _cells(row: Any) -> list[str]:
    return [cell["value"] for cell in row["cells"]]


def _lint_step(
    where: str, text: str, examples: Sequence[dict[str, str]], sentences: Sequence[Sentence]
) -> Iterator[str]:
    wordings = [text]
    if examples and "<" in text:
        wordings = [_filled(text, row) for row in examples]
    for words in dict.fromkeys(wordings):
        fitting = [sentence for sentence in sentences if sentence.matches(words)]
        if not fitting:
            guess = did_you_mean(words, [sentence.text for sentence in sentences])
            yield f"{where}: Không có câu nào trong steps/ ứng với bước «{words}».{guess}"
        for one, other in combinations(fitting, 2):
            yield f"{where}: Bước «{words}» ứng với hai câu: «{one.text}» và «{other.text}»."


def _filled(text: str, row: dict[str, str]) -> str:
    for name, value in row.items():
        text = text.replace(f"<{name}>", value)
    return text
