"""A service goes public on a valid, fresh, signed decision, or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from harness.attestation import attest
from harness.catalog import Catalog, load
from harness.cli import main, publish_command, recording, register_command
from harness.register import Register
from harness.register.life import Stage
from harness.register.publishing import Terms, Today, obstacles
from harness.register.snapshot import Decided, Entry, Failure, Snapshot, Waived, snapshot
from tests.attestation.runs import ROOT, finished
from tests.register.prepared import PROFILE, service

NOW = datetime(2026, 11, 26, 4, tzinfo=UTC)
TERMS = Terms(timedelta(days=30))
TODAY = Today(NOW, PROFILE, ())
GOOD = Decided(1, "publish", NOW - timedelta(days=2), NOW, "luot", "00", "1", "khóa", False, "", PROFILE)
ENTRY = Entry("2.000635", "Cấp bản sao", "Hộ tịch", "Xã Mẫu", "toàn trình", "sandbox", Stage.CONFORMING, NOW, {}, {},
              GOOD)  # fmt: skip
WAIVED = (Failure("L4-ACC-05", "waived", "", "recommended", "", "x", NOW),)
ENDED = Waived("L4-ACC-05", "2.000635", date(2026, 9, 1), date(2026, 11, 25), "A", "B", "lý do")


def told(
    entry: Entry | None = ENTRY, today: Today = TODAY, waivers: tuple[Waived, ...] = (), **of_decision: Any
) -> list[str]:
    if entry and entry.decided and of_decision:
        entry = replace(entry, decided=replace(entry.decided, **of_decision))
    held = Snapshot(NOW, (), waivers, {entry.code: entry} if entry else {})
    return list(obstacles("2.000635", service(), held, TERMS, today))


def test_a_good_decision_has_nothing_against_it() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (told(None), "chưa có quyết định nào"),
        (told(replace(ENTRY, decided=None)), "chưa có quyết định nào"),
        (told(replace(ENTRY, stage=Stage.TESTING)), "chỉ công bố được từ «đạt yêu cầu»"),
        (told(decision="hold", reasons=("2 tiêu chí không đạt",)), "2 tiêu chí không đạt"),
        (told(ended=NOW - timedelta(days=31)), "đã 31 ngày, quá 30 ngày"),
        (told(ended=NOW + timedelta(hours=1)), "ở tương lai"),
        (told(signer=""), "không có chữ ký"),
        (told(demo=True), "khóa dùng thử"),
        (told(today=replace(TODAY, profile="cd" * 32)), "Hồ sơ duyệt của dịch vụ đã đổi"),
        (told(today=replace(TODAY, proof=None)), "Không thấy thư mục bằng chứng"),
        (told(today=replace(TODAY, proof=("a.json: đã bị sửa",))), "đã bị sửa"),
        (told(waivers=(ENDED,), failures=WAIVED), "đã hết hạn ngày 25/11/2026"),
    ],
)
def test_each_obstacle_is_told(found: list[str], sentence: str) -> None:
    assert len(found) == 1
    assert sentence in found[0]


# --- with a signed run, through the command line ------------------------------------------------------------------


@pytest.fixture
def register(tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> Register:
    url = f"sqlite:///{tmp_path / 'so.db'}"
    monkeypatch.setenv("KIEMTHU_REGISTER", url)
    for command in (register_command, publish_command):
        monkeypatch.setattr(command, "load", lambda _root: catalog)  # read once for all tests
    return Register(url)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(ROOT)


@pytest.fixture
def signed(tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A run that was signed just now with the office's key, and that key's public half."""
    monkeypatch.setattr("tests.attestation.runs.SERVICES", catalogued(catalog))
    private = Ed25519PrivateKey.generate()
    secret, public = tmp_path / "khoa.pem", tmp_path / "khoa.pub.pem"
    secret.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    folder = finished(tmp_path / "luot")
    attest(folder, ROOT, catalogued(catalog), {"KIEMTHU_SIGNING_KEY": str(secret)})
    return folder, public


def catalogued(catalog: Catalog) -> tuple[Any, ...]:
    return tuple(catalog.services[code] for code in ("2.000635", "1.004194", "1.009141"))


def stage(register: Register) -> Stage:
    with register.reading() as connection:
        return snapshot(connection, datetime.now(UTC) + timedelta(minutes=1)).by_code["2.000635"].stage


def test_a_signed_run_is_recorded_and_published(
    register: Register, signed: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, public = signed
    assert main(["register", "record", str(folder), "--key", str(public), "--by", "Nguyễn Ghi"]) == 0
    assert stage(register) is Stage.CONFORMING
    assert main(["publish", "2.000635", "--key", str(public), "--max-age", "30000", "--by", "Lê Duyệt"]) == 0
    assert stage(register) is Stage.PUBLISHED
    assert main(["publish", "2.000635", "--key", str(public), "--max-age", "30000"]) == 3  # it is public already
    assert "chỉ công bố được từ «đạt yêu cầu»" in capsys.readouterr().err
    assert main(["register", "audit"]) == 0


def test_an_edited_run_is_not_recorded(
    register: Register, signed: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, public = signed
    verdict = folder / "verdict.json"
    verdict.write_text(verdict.read_text("utf-8").replace("2026.11", "2026.12"), "utf-8")
    page = next(folder.rglob("*.aria.txt"))
    page.write_text("- heading: Trang khác", "utf-8")
    assert main(["register", "record", str(folder), "--key", str(public)]) == 7
    assert page.name in capsys.readouterr().err
    with register.reading() as connection:
        assert snapshot(connection, datetime.now(UTC)).entries == ()


def test_evidence_edited_after_recording_is_not_published(
    register: Register, signed: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, public = signed
    main(["register", "record", str(folder), "--key", str(public)])
    next(folder.rglob("*.aria.txt")).unlink()
    assert main(["publish", "2.000635", "--key", str(public), "--max-age", "30000"]) == 3
    assert ".aria.txt" in capsys.readouterr().err
    assert stage(register) is Stage.CONFORMING


# --- the portal's publishing hook --------------------------------------------------------------------------------


@pytest.fixture
def portal() -> Iterator[tuple[str, list[Mapping[str, Any]], list[int]]]:
    """(address, what was posted to it, the statuses it answers with from now on)."""
    posted: list[Mapping[str, Any]] = []
    answers = [204]

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(answers[-1])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/cong-bo", posted, answers
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_portal_is_asked_first_and_its_refusal_leaves_the_service_unpublished(  # noqa: PLR0917 — fixtures
    register: Register, signed: tuple[Path, Path], catalog: Catalog, monkeypatch: pytest.MonkeyPatch,
    portal: tuple[str, list[Mapping[str, Any]], list[int]], capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    address, posted, answers = portal
    folder, public = signed
    with_hook = {name: replace(one, publishing_hook="${HOOK}") for name, one in catalog.portals.items()}
    monkeypatch.setattr(publish_command, "load", lambda _root: replace(catalog, portals=with_hook))
    recording.enter_run(register, folder, catalog, keys=[public], by="máy")
    words = ["publish", "2.000635", "--key", str(public), "--max-age", "30000"]
    monkeypatch.delenv("HOOK", raising=False)
    assert main(words) == 2
    assert "${HOOK}" in capsys.readouterr().err
    monkeypatch.setenv("HOOK", address)
    answers.append(503)
    assert main(words) == 4
    assert stage(register) is Stage.CONFORMING
    answers.append(204)
    assert main(words) == 0
    assert stage(register) is Stage.PUBLISHED
    assert [one["service"] for one in posted] == ["2.000635", "2.000635"]
