"""The fingerprint of a failure: the same failure of the same service again gives the same sixteen characters."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from harness.model import Finding

# What differs between two runs of one and the same failure. Amounts and counts stay: 4.000 đ is not 40.000 đ.
_PASSING = (
    (re.compile(r"\b\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?"), "<ngày>"),
    (re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b"), "<ngày>"),
    (re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b"), "<giờ>"),
    (re.compile(r"(?<=://)(localhost|127\.0\.0\.1|\[::1\]):\d+"), r"\1"),
    (re.compile(r"\b[a-z0-9]+(?:\.[a-z0-9]+)+-\d{6}-\d{3,}\b"), "<mã hồ sơ>"),  # 000.00.00.H99-261127-0001
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "<mã>"),
    (re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{16,}\b"), "<mã>"),
    (re.compile(r"\b\d{9,}\b"), "<số>"),  # identity, phone and transaction numbers; money is written with dots
    (re.compile(r"\b\d+(?:[.,]\d+)? ?(?:ms|giây)\b"), "<thời lượng>"),
)


def normalised(text: str) -> str:
    """The failure's text without what only one run knows."""
    text = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    for pattern, word in _PASSING:
        text = pattern.sub(word, text)
    return text


def fingerprint(finding: Finding) -> str:
    """Over criterion, service and the normalised text of what was seen."""
    text = "\0".join((finding.criterion, finding.service, normalised(finding.seen or finding.required)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
