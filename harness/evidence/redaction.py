"""Secrets and persons' data are masked at the door: no text is written before it has passed through here.

What a judge needs of a person stays in memory, and in the run only sealed to its owner (harness/evidence/vault.py).
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from harness.evidence.leaks import leaks
from harness.evidence.masks import Answers, Datum, Masks

MASK = "«đã che»"
_SECRET_KEYS = re.compile(
    r"^(password|mat_?khau|otp|token|access_token|id_token|refresh_token|client_secret|secret|cookie|set-cookie|"
    r"authorization|csrfmiddlewaretoken|csrftoken|sessionid|card_number|code_verifier)$",
    re.IGNORECASE,
)
# A field of the accessible tree that holds a secret: `- textbox "Mật khẩu": abc`.
_SECRET_FIELD = re.compile(
    r'((?:textbox|spinbutton|searchbox) "[^"\n]*(?:mật khẩu|mã xác thực|mã otp|số thẻ|password)[^"\n]*"[^:\n]*: )'
    r"([^\n]+)",
    re.IGNORECASE,
)
_IN_TEXT = (
    re.compile(r"\b(eyJ[\w-]{8,}\.[\w-]{8,}\.)([\w-]+)"),  # the signature of a JSON Web Token
    re.compile(r"((?:Bearer|Basic) )([\w.~+/=-]{8,})", re.IGNORECASE),
    re.compile(r"((?:Set-Cookie|Cookie): )([^\r\n]+)", re.IGNORECASE),
    # An authorization code, a token or a session in an address; `code=` of a procedure is short.
    re.compile(r"([?&#;]code=)([\w.~%-]{16,})"),
    re.compile(
        r"((?:^|[?&#;\s\"'])(?:access_token|id_token|refresh_token|client_secret|password|sessionid|csrftoken"
        r"|csrfmiddlewaretoken|code_verifier)=)([^&\s\"';]+)",
        re.IGNORECASE,
    ),
)
# A header as HAR and traces write it: {"name":"Cookie","value":"…"}.
_HEADER = re.compile(
    r'("name":\s*"(?:set-cookie|cookie|authorization)",\s*"value":\s*")((?:[^"\\]|\\.)*)(")', re.IGNORECASE
)
_COOKIES = re.compile(r'("cookies":\s*\[)[^\]]*\]')
_CARD = re.compile(r"(?<![\w.])(?:\d{16,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?)(?!\w)")
_LEAST_CARD = 10**15  # the smallest card number; a portal may send one as a number
_PAPERS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # their text cannot be masked; the run keeps them sealed
_TEXTS = {".txt", ".json", ".jsonl", ".html", ".log", ".properties", ".xml", ".csv", ".md"}
_SHORT = 8  # characters; a shorter secret is masked only where it stands alone


class Redaction:
    """Masks the secrets it was told of, everything that looks like one, and the data of the persons it knows."""

    def __init__(self, secrets: Iterable[str] = (), people: Iterable[Datum] = ()) -> None:
        self.people = Masks(people)
        self._secrets: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._answers = Answers()
        self.learn(*secrets)

    def learn(self, *secrets: str) -> None:
        """From now on these values are masked. Shorter than four characters is no secret."""
        fresh = {secret for secret in secrets if len(secret) >= 4} - self._secrets
        if not fresh:
            return
        self._secrets |= fresh
        longest_first = sorted(self._secrets, key=len, reverse=True)
        self._pattern = re.compile("|".join(_alone(secret) for secret in longest_first))
        self._answers = Answers()

    def text(self, text: str) -> str:
        """The text in NFC as it may be written: without any secret, and with masks for persons' data."""
        return self.people.text(self.without_secrets(text))

    def without_secrets(self, text: str) -> str:
        """The text in NFC as a judge may see it, in memory."""
        answers = self._answers
        known = answers.get(text)
        if known is not None:
            return known
        clear = unicodedata.normalize("NFC", text)
        if self._pattern:
            clear = self._pattern.sub(MASK, clear)
        clear = _SECRET_FIELD.sub(rf"\1{MASK}", clear)
        for pattern in _IN_TEXT:
            clear = pattern.sub(rf"\1{MASK}", clear)
        return answers.keep(text, _CARD.sub(lambda found: _masked_card(found[0]), clear))

    def value(self, value: Any) -> Any:
        """The same JSON-like value, as it may be written."""
        return self.people.value(self.clear(value))

    def clear(self, value: Any) -> Any:
        """The same JSON-like value without secrets, as a judge may see it."""
        if isinstance(value, str):
            return self.without_secrets(value)
        if isinstance(value, Mapping):
            return {
                self.without_secrets(str(key)): MASK if _is_secret(str(key), inner) else self.clear(inner)
                for key, inner in value.items()
            }
        if isinstance(value, (list, tuple, set, frozenset)):
            return [self.clear(inner) for inner in value]
        if isinstance(value, int) and abs(value) >= _LEAST_CARD:
            digits = str(value)
            shown = _CARD.sub(lambda found: _masked_card(found[0]), digits)
            return value if shown == digits else shown
        return value

    def archive(self, source: Path, target: Path) -> None:
        """A zip (a browser's trace) with the same masking in every text in it; papers in it are left out."""
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                content = old.read(entry)
                if content.startswith(_PAPERS):
                    new.writestr(entry, b"")
                    continue
                try:
                    text = content.decode("utf-8")
                except UnicodeDecodeError:
                    new.writestr(entry, content)  # pictures, fonts
                    continue
                text = _HEADER.sub(rf"\1{MASK}\3", self.text(text))
                new.writestr(entry, _COOKIES.sub(r"\1]", text))

    def hidden(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of what must not be seen of a text in NFC that a page shows."""
        if self._pattern:
            yield from (found.span() for found in self._pattern.finditer(text))
        yield from (found.span() for found in _CARD.finditer(text) if _masked_card(found[0]) != found[0])
        yield from ((start, end) for start, end, _datum, _form in self.people.found(text))

    def folder(self, folder: Path) -> None:
        """What other tools wrote there (Allure, pytest), masked in place."""
        for path in (p for p in folder.rglob("*") if p.suffix in _TEXTS and p.is_file()):
            before = path.read_bytes()
            try:
                after = self.text(before.decode("utf-8")).encode()
            except UnicodeDecodeError:
                continue  # whatever it is, the leak scan looks at its bytes
            if after != before:
                path.write_bytes(after)

    def leaks(self, folder: Path, without: Collection[str] = ()) -> Iterator[str]:
        """``file: what`` for each recorded file that holds a secret, a card number or a person's data, in any form.

        ``without``: folders at its top that have been looked through already.
        """
        return leaks(folder, self.told, without)

    def told(self, text: str) -> Iterator[str]:
        """What a text gives away, in words that do not repeat it. ``text`` in NFC."""
        if self._pattern and self._pattern.search(text):
            yield "có bí mật của lượt chạy"
        if any(_luhn(found[0]) for found in _CARD.finditer(text)):
            yield "có số thẻ"
        for _start, _end, datum, _form in self.people.found(text):
            yield f"có {datum.what} của {datum.whose}"


def _alone(secret: str) -> str:
    escaped = re.escape(unicodedata.normalize("NFC", secret))
    return escaped if len(secret) >= _SHORT else rf"(?<![\w.,/-]){escaped}(?![\w.,/-])"


def _is_secret(key: str, inner: Any) -> bool:
    return isinstance(inner, str) and bool(inner) and bool(_SECRET_KEYS.match(key))


def _masked_card(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return f"{digits[:4]}…{digits[-4:]}" if _luhn(text) or digits.startswith("9704") else text


def _luhn(text: str) -> bool:
    digits = [int(c) for c in text if c.isdigit()]
    doubled = (d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2])
    return 16 <= len(digits) <= 19 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
