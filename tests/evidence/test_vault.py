"""What is masked on disk is whole in memory and for the owner, and nothing can be judged by it for anybody else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from harness.evidence import vault as vaults
from harness.evidence.people import of_catalog
from harness.evidence.reader import BOXES, read
from harness.evidence.recorder import WORTH, Recorder
from harness.evidence.redaction import Redaction
from harness.evidence.vault import Locked, Vault, owner_private, owner_public
from harness.model import NotObserved, Outcome, Persona

PERSONA = Persona("p", "Nguyễn Văn Mẫu", "999090000001", "05/03/1990", "Nam", "0990000001", "p@example.vn",
                  "Số 12 phố Mẫu", "Hà Nội", "Xã Mẫu", "MatKhauCuaMau")  # fmt: skip
PAPER = b"%PDF-1.7 cap cho Nguyen Van Mau, so 999090000001" + bytes(WORTH)


@pytest.fixture
def recorder(tmp_path: Path) -> Recorder:
    run = tmp_path / "run"
    run.mkdir()
    redaction = Redaction([PERSONA.password], of_catalog([PERSONA], ()))
    return Recorder(run / "2.000635/complete", "2.000635", "complete", portal="sandbox", applicant=PERSONA,
                    redaction=redaction, vault=Vault.new(run, owner_public()))  # fmt: skip


def record(recorder: Recorder) -> None:
    recorder.fact("account.name", PERSONA.full_name, "đầu trang")
    recorder.fact("submission.code", "HS-01", "trang nộp")
    recorder.fact("form.fields", [{"label": "Họ tên", "value": PERSONA.full_name.upper()}], "tờ khai")
    recorder.document("result", PAPER, "application/pdf", "hồ sơ")
    recorder.document("result:again", PAPER, "application/pdf", "hồ sơ")
    recorder.page("detail", f"http://x/?ten={PERSONA.full_name}", f"- text: {PERSONA.address}", None)
    recorder.keep("mails", "thư", f"Kính gửi ông {PERSONA.full_name}, {PERSONA.email}")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another machine, with an owner of its own."""
    monkeypatch.setenv("KIEMTHU_HOME", str(tmp_path / "khac"))
    vaults.opened.cache_clear()


def test_a_paper_that_two_journeys_were_given_is_sealed_once_and_belongs_to_both(tmp_path: Path) -> None:
    vault = Vault.new(tmp_path, owner_public())
    left = []
    for service, journey in (("2.000635", "complete"), ("2.000635", "supplement"), ("1.004194", "complete")):
        one = Recorder(tmp_path / service / journey, service, journey, vault=vault)
        one.document("attachment", PAPER, "application/pdf", "hồ sơ")
        left.append(one.seal(Outcome.DONE).folder)
    vaults.opened.cache_clear()
    papers = [read(folder).document("attachment") for folder in left]
    assert [paper.content() for paper in papers] == [PAPER] * 3
    assert papers[0].path == papers[1].path != papers[2].path
    assert papers[0].path.parent == left[0] / "documents"
    assert len(list(tmp_path.glob("*/*/documents/*"))) == 2


def test_memory_has_the_data_and_no_file_has(recorder: Recorder) -> None:
    record(recorder)
    evidence = recorder.seal(Outcome.DONE)
    assert evidence.fact("account.name") == PERSONA.full_name
    assert evidence.document("result").content() == PAPER
    assert evidence.applicant["full_name"] == PERSONA.full_name
    assert list(recorder.redaction.leaks(recorder.folder.parents[1])) == []
    for path in (p for p in recorder.folder.rglob("*") if p.is_file()):
        raw = path.read_bytes()
        assert PERSONA.identity_number.encode() not in raw
        assert PERSONA.full_name.encode() not in raw


def test_the_owner_reads_back_the_same(recorder: Recorder) -> None:
    record(recorder)
    sealed = recorder.seal(Outcome.DONE)
    assert read(recorder.folder) == sealed
    assert read(recorder.folder).document("result").content() == PAPER


def test_a_killed_run_loses_nothing_for_its_owner(recorder: Recorder) -> None:
    record(recorder)
    with (recorder.folder / BOXES).open("a") as file:
        file.write('{"at":"3","bo')  # the machine died in the middle of a line
    back = read(recorder.folder)
    assert back.outcome is Outcome.INTERRUPTED
    assert back.fact("account.name") == PERSONA.full_name
    assert back.applicant["phone"] == PERSONA.phone


@pytest.mark.usefixtures("elsewhere")
def test_without_the_owners_key_nothing_is_judged_by_masks(recorder: Recorder, tmp_path: Path) -> None:
    record(recorder)
    recorder.seal(Outcome.DONE)
    Path(tmp_path / "khac/owner.key").write_text(bytes(PrivateKey.generate()).hex())
    back = read(recorder.folder)
    assert back.fact("submission.code") == "HS-01"
    for ask in (lambda: back.fact("account.name"), lambda: back.document("result").content(),
                lambda: back.applicant["full_name"], lambda: back.applicant.get("phone"),
                lambda: [w.value for w in back.all("form.fields")]):  # fmt: skip
        with pytest.raises(NotObserved, match="khóa của chủ lượt chạy"):
            ask()


def test_a_paper_delivered_twice_is_kept_once(recorder: Recorder) -> None:
    record(recorder)
    assert len(list(recorder.folder.glob("documents/*"))) == 1


def test_what_was_sealed_and_changed_is_not_opened(recorder: Recorder) -> None:
    record(recorder)
    sealed = recorder.seal(Outcome.DONE).document("result")
    raw = bytearray(sealed.path.read_bytes())
    raw[-1] ^= 1
    sealed.path.write_bytes(bytes(raw))
    with pytest.raises(NotObserved, match="bị thay đổi"):
        sealed.content()


def test_a_machine_that_only_drives_needs_the_public_half_only(tmp_path: Path) -> None:
    owner = PrivateKey.generate()
    key = tmp_path / "chu.key"
    key.with_name("chu.key.pub").write_text(bytes(owner.public_key).hex())
    environment = {"KIEMTHU_OWNER_KEY": str(key)}
    vault = Vault.new(tmp_path / "run", owner_public(environment))
    sealed = vault.seal(b"x")
    assert vault.unseal(sealed) == b"x"
    assert owner_private(environment) is None
    assert Vault.of(tmp_path / "run", owner).unseal(sealed) == b"x"
    with pytest.raises(Locked):
        Vault.of(tmp_path / "run", PrivateKey.generate()).unseal(sealed)


def test_a_key_file_of_garbage_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "chu.key").write_text("khong phai khoa")
    with pytest.raises(Locked, match="64 chữ số hex"):
        owner_public({"KIEMTHU_OWNER_KEY": str(tmp_path / "chu.key")})


def test_the_data_key_travels_with_the_run(recorder: Recorder, tmp_path: Path) -> None:
    record(recorder)
    recorder.seal(Outcome.DONE)
    copy = shutil.copytree(recorder.folder.parents[1], tmp_path / "ban-sao")
    assert read(copy / "2.000635/complete").fact("account.name") == PERSONA.full_name
    seal = json.loads((copy / "2.000635/complete/evidence.json").read_text())
    assert "«người 1: họ tên»" in seal["applicant"].values()
