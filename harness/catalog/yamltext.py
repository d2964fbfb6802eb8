"""YAML read as text: every scalar a string, nothing guessed, every node's line kept.

Unquoted ``001077012345`` would load as 150738149 and ``No`` as False; a duplicate key would win silently.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from harness.catalog import schemas as titles

Keys = tuple[str | int, ...]

# PyYAML built without libyaml still works, three times slower.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Document:
    """What a file says: dicts, lists and strings; ``lines`` gives the line of the key or item at a path."""

    file: str  # as messages show it, relative to the project
    schema: str = ""  # names the fields in messages
    value: Any = None
    lines: dict[Keys, int] = field(default_factory=dict)

    def line(self, keys: Keys) -> int:
        """The line of the node at the path, or of the nearest one above it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def at(self, *keys: str | int) -> str:
        """``file:line`` for messages."""
        return f"{self.file}:{self.line(keys)}"


def shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def read(path: Path, root: Path, problems: list[str], schema: str = "") -> Document | None:
    """The document, or None when it cannot be read at all; whatever is wrong is told in ``problems``.

    ``schema`` gives the fields their Vietnamese names.
    """
    document = Document(shown(path, root), schema=schema)
    text = read_text(path, root, problems)
    if text is None:
        return None
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problems.append(f"{document.file}:{line}: Không đọc được YAML: {_in_words(error)}.")
        return None
    if node is None:
        problems.append(f"{document.file}:1: Tệp không có nội dung.")
        return None
    document.value = _value(node, (), document, problems, set())
    document.lines.setdefault((), 1)
    return document


def read_text(path: Path, root: Path, problems: list[str]) -> str | None:
    """UTF-8 text in composed Unicode (NFC) without a byte-order mark; anything else is told, with lines."""
    name = shown(path, root)
    if not path.is_file():
        problems.append(f"{name}:1: Không có tệp này.")
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        problems.append(f"{name}:1: Tệp phải lưu bằng mã UTF-8.")
        return None
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(f"{name}:1: Tệp có dấu BOM ở đầu; hãy lưu lại bằng «UTF-8 không BOM».")
    if not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.splitlines(), 1):
            if not unicodedata.is_normalized("NFC", line):
                composed = unicodedata.normalize("NFC", line).strip()
                problems.append(
                    f"{name}:{number}: Chữ Việt tổ hợp rời (NFD) trong «{composed}»; "
                    "hãy gõ lại bằng Unicode dựng sẵn (NFC)."
                )
        text = unicodedata.normalize("NFC", text)  # told above; go on to tell the rest
    return text


def _value(node: Any, keys: Keys, document: Document, problems: list[str], above: set[int]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) in above:
        problems.append(f"{document.at(*keys)}: Bí danh YAML (&, *) không được trỏ vòng.")
        return ""
    above = above | {id(node)}
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            document.lines[(*keys, index)] = item.start_mark.line + 1
        return [_value(item, (*keys, i), document, problems, above) for i, item in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(f"{document.file}:{line}: Tên trường phải là chữ.")
            continue
        key = str(key_node.value)
        path = (*keys, key)
        if key in found:
            name = titles.title(document.schema, path) if document.schema else ""
            problems.append(
                f"{document.file}:{line}: Trường «{name or key}» ({key}) viết hai lần "
                f"(lần đầu ở dòng {document.lines[path]}); hãy bỏ một."
            )
            continue
        document.lines[path] = line
        found[key] = _value(value_node, path, document, problems, above)
    return found


_WORDS = {
    "found character that cannot start any token": "có ký tự không được đứng ở đây (thụt lề bằng dấu cách, "
    "không dùng phím Tab; chữ bắt đầu bằng @ hay % phải đặt trong ngoặc kép)",
    "found a tab character": "thụt lề bằng dấu cách, không dùng phím Tab",
    "mapping values are not allowed in this context": "dấu hai chấm ở chỗ không ngờ; "
    "giá trị có dấu hai chấm phải đặt trong ngoặc kép",
    "did not find expected key": "thụt lề sai, hoặc thiếu dấu đóng ngoặc",
    "could not find expected ':'": "thiếu dấu hai chấm sau tên trường",
    "did not find expected ',' or '}'": "thiếu dấu phẩy hoặc dấu đóng «}»; "
    "giá trị có dấu phẩy phải đặt trong ngoặc kép",
    "did not find expected ',' or ']'": "thiếu dấu phẩy hoặc dấu đóng «]»",
    "found unexpected end of stream": "thiếu dấu đóng ngoặc kép",
    "found undefined alias": "bí danh «*» chưa được khai (chữ bắt đầu bằng * phải đặt trong ngoặc kép)",
}


def _in_words(error: yaml.YAMLError) -> str:
    problem = str(getattr(error, "problem", "") or "").strip()
    return next((words for start, words in _WORDS.items() if problem.startswith(start)), problem or "sai cú pháp")
