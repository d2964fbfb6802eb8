"""Masks what is secret and leaves what a judge needs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from harness.evidence.redaction import MASK, Redaction


@pytest.mark.parametrize("secret", [
    "Set-Cookie: sessionid=abc123def; Path=/",
    "Authorization: Bearer abcdefghijk",
    "https://x/cb?code=abcdefghijklmnop1234",
    "client_secret=abc&x=1",
    '- textbox "Mã OTP *": 123456',
    '- textbox "Mã xác thực" [active]: 654321',
])  # fmt: skip
def test_masks(secret: str) -> None:
    assert MASK in Redaction().text(secret)


@pytest.mark.parametrize("plain", [
    "Mã thủ tục 2.000635", "?code=2.000635", "Số định danh 001099000011", "Lệ phí 16.000 đ",
    "000.00.01.H26-261122-0001", "vnp_CreateDate=20261122233000", '- textbox "Số bản sao": 2',
    "0912345678 2026-11-22", "a" * 20 + "1234567890123456" + "b" * 20,
])  # fmt: skip
def test_leaves(plain: str) -> None:
    assert Redaction(["654321"]).text(plain) == plain


def test_a_short_secret_is_masked_only_where_it_stands_alone() -> None:
    redaction = Redaction(["000635"])
    assert redaction.text("2.000635, mã 000635") == f"2.000635, mã {MASK}"


def test_a_secret_learned_later_is_masked_too() -> None:
    redaction = Redaction()
    redaction.learn("bí mật mới")
    assert redaction.value({"a": ["bí mật mới"]}) == {"a": [MASK]}


def test_the_scan_finds_a_leak(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("khóa CANARY-123456")
    assert list(Redaction(["CANARY-123456"]).leaks(tmp_path)) == ["x.txt: có bí mật của lượt chạy"]


def test_a_trace_is_masked_entry_by_entry(tmp_path: Path) -> None:
    raw, kept = tmp_path / "raw.zip", tmp_path / "kept.zip"
    with zipfile.ZipFile(raw, "w") as trace:
        trace.writestr("trace.trace", '{"method":"fill","params":{"value":"MatKhauBiMat"}}\n')
        network = '{"cookies":[{"name":"s","value":"abc"}],"headers":[{"name":"Cookie","value":"s=abc"}]}'
        trace.writestr("trace.network", network)
        trace.writestr("resources/x.jpeg", b"\xff\xd8\xff\x00")
    Redaction(["MatKhauBiMat"]).archive(raw, kept)
    with zipfile.ZipFile(kept) as trace:
        assert "MatKhauBiMat" not in trace.read("trace.trace").decode()
        assert "abc" not in trace.read("trace.network").decode()
        assert trace.read("resources/x.jpeg") == b"\xff\xd8\xff\x00"
