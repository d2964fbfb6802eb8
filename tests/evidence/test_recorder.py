"""What is seen is on disk at once, sealed once, and reads back the same."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from harness.evidence.reader import JOURNAL, SEAL, Unverifiable, events, journeys, picture_of, read
from harness.evidence.recorder import Recorder
from harness.evidence.redaction import Redaction
from harness.model import Blocked, NotObserved, Outcome, Persona

PERSONA = Persona("p", "Nguyễn Văn Mẫu", "001099000011", "01/01/1990", "Nam", "0900000001", "p@example.vn", "Hà Nội",
                  "Hà Nội", "Xã Mẫu", "MatKhauCuaMau")  # fmt: skip


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    return Recorder(tmp_path / "run/2.000635/complete", "2.000635", "complete", portal="sandbox", applicant=PERSONA,
                    redaction=Redaction([PERSONA.password]))  # fmt: skip


def test_sealed_evidence_reads_back_the_same(recorder: Recorder) -> None:
    recorder.fact("submission.code", "000.00.01.H26-261122-0001", "trang nộp › Mã hồ sơ", "pages/001-x.aria.txt")
    recorder.document("attachment:Đơn", b"%PDF-1.7 x", "application/pdf", "trang hồ sơ")
    recorder.exchange("GET", "http://localhost/", 200, "document")
    sealed = recorder.seal(Outcome.DONE)
    back = read(recorder.folder)
    assert back == sealed
    assert back.fact("submission.code").endswith("0001")
    assert back.document("attachment:Đơn").content() == b"%PDF-1.7 x"
    assert back.document("attachment:Đơn").path.suffix == ".pdf"
    assert back.applicant["full_name"] == PERSONA.full_name
    assert "password" not in back.applicant
    assert list(journeys(recorder.folder.parents[1])) == [("2.000635", "complete")]


def test_an_unsealed_folder_reads_as_interrupted_with_what_was_seen(recorder: Recorder) -> None:
    recorder.fact("submission.code", "A", "trang nộp")
    recorder.document("slip", b"%PDF", "application/pdf", "trang hồ sơ")
    with (recorder.folder / JOURNAL).open("a") as file:
        file.write('{"seq":9,"kind":"fact","fa')  # the machine died in the middle of a line
    back = read(recorder.folder)
    assert back.outcome is Outcome.INTERRUPTED
    assert back.fact("submission.code") == "A"
    assert back.document("slip").content() == b"%PDF"
    with pytest.raises(NotObserved, match="bị dừng"):
        back.fact("status.portal")


def test_a_change_after_sealing_is_found(recorder: Recorder) -> None:
    recorder.document("slip", b"%PDF-1", "application/pdf", "")
    recorder.seal(Outcome.DONE)
    document = read(recorder.folder).document("slip")
    document.path.write_bytes(b"%PDF-2")
    with pytest.raises(NotObserved, match="đã bị thay đổi"):
        document.content()
    with (recorder.folder / JOURNAL).open("a") as file:
        file.write("{}\n")
    with pytest.raises(Unverifiable, match="nhật ký"):
        read(recorder.folder)


def test_a_seal_that_does_not_fit_the_schema_is_refused(recorder: Recorder) -> None:
    recorder.seal(Outcome.DONE)
    seal = recorder.folder / SEAL
    seal.write_text(json.dumps(json.loads(seal.read_text()) | {"outcome": "fine"}))
    with pytest.raises(Unverifiable, match="outcome"):
        read(recorder.folder)


def test_trouble_is_kept_with_its_place(recorder: Recorder) -> None:
    trouble = Blocked("Không thấy nút «Nộp»", owner="cổng dịch vụ công", task="submit", step="press", page="http://x/",
                      candidates=("Gửi",))  # fmt: skip
    recorder.seal(Outcome.BLOCKED, trouble.sentence, trouble.owner, trouble=trouble)
    back = read(recorder.folder)
    assert (back.reason, back.owner) == ("Không thấy nút «Nộp»", "cổng dịch vụ công")
    assert back.trouble == {"task": "submit", "step": "press", "page": "http://x/", "candidates": "Gửi"}


def test_nothing_is_added_after_the_seal(recorder: Recorder) -> None:
    recorder.seal(Outcome.DONE)
    with pytest.raises(RuntimeError, match="sealed"):
        recorder.fact("cookies", [], "")


def test_the_journal_is_numbered_and_on_disk_at_once(recorder: Recorder) -> None:
    recorder.event("step", name="một")
    assert [e["seq"] for e in events(recorder.folder)] == [1, 2]


def test_secrets_never_reach_a_file(recorder: Recorder) -> None:
    recorder.event("typed", value=f"mật khẩu là {PERSONA.password}")
    recorder.page("đăng nhập", "http://x/cb?code=0123456789abcdefXYZ&state=s", '- textbox "Mật khẩu": abc123\n', None)
    recorder.exchange("POST", "/login", 200, "xhr", body=f"password={PERSONA.password}&a=1")
    recorder.fact("cookies", [{"name": "s", "cookie": "abcdef"}], "")
    recorder.keep("mails", "thư", "Thẻ 9704198526191432198 và 4111 1111 1111 1111")
    plain = (recorder.folder / "http.jsonl").read_text("utf-8")
    recorder.seal(Outcome.DONE)
    files = (p for p in recorder.folder.rglob("*") if p.is_file() and p.suffix != ".gz")
    text = plain + "".join(p.read_text("utf-8") for p in files)
    for secret in (PERSONA.password, "0123456789abcdefXYZ", "abc123", "abcdef", "8526191432198", "4111 1111 1111"):
        assert secret not in text
    assert list(recorder.redaction.leaks(recorder.folder)) == []


def test_exchanges_are_plain_while_the_journey_lasts_and_folded_at_its_end(recorder: Recorder) -> None:
    recorder.exchange("GET", "http://localhost/", 200, "document")
    plain = (recorder.folder / "http.jsonl").read_bytes()
    recorder.seal(Outcome.DONE)
    assert not (recorder.folder / "http.jsonl").exists()
    assert gzip.decompress((recorder.folder / "http.jsonl.gz").read_bytes()) == plain


def test_a_page_that_has_not_changed_stands_in_its_file_already(recorder: Recorder) -> None:
    first = recorder.page("track", "http://x/1", "- heading: Hồ sơ", None)
    assert recorder.page("pay", "http://x/1", "- heading: Hồ sơ", None) == first
    assert recorder.page("track", "http://x/2", "- heading: Hồ sơ", None) != first
    pictured = recorder.page("review", "http://x/1", "- heading: Hồ sơ", b"RIFF----WEBP")
    assert pictured != first
    assert picture_of(recorder.folder / pictured) == recorder.folder / pictured.replace(".aria.txt", ".webp")
    assert picture_of(recorder.folder / first) is None
    assert recorder.page("pay", "http://x/1", "- heading: Hồ sơ", None) == pictured  # the latest, which has a picture
    named = [(row["name"], row["file"]) for row in events(recorder.folder) if row["kind"] == "page"]
    assert [name for name, _ in named] == ["track", "pay", "track", "review", "pay"]
    assert len({file for _, file in named}) == len(list((recorder.folder / "pages").glob("*.txt"))) == 3


@pytest.mark.parametrize("file", ["../../etc/documents/x", "../a/b/documents/x", "/etc/documents/x", "../a/pages/x"])
def test_a_paper_lies_nowhere_but_with_a_journey_of_its_service(recorder: Recorder, file: str) -> None:
    recorder.document("slip", b"%PDF-1", "application/pdf", "")
    recorder.seal(Outcome.DONE)
    seal = recorder.folder / SEAL
    row = json.loads(seal.read_text("utf-8"))
    row["documents"][0]["file"] = file
    seal.write_text(json.dumps(row), "utf-8")
    with pytest.raises(Unverifiable, match="file"):
        read(recorder.folder)
