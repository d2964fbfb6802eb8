"""Whether a run may be believed and is recent enough: signature, leaks, clock, age, the portal's build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from harness.model import DEMO_KEY, Policy
from harness.verdict.concern import Concern
from harness.verdict.exit_codes import ExitCode
from harness.verdict.proof import UNSIGNED, Proof
from harness.verdict.record import RunRecord

CLOCKS_DIFFER = timedelta(minutes=5)  # between the machine that ran and the one that decides


def concerns_of(record: RunRecord, proof: Proof, policy: Policy, now: datetime) -> Iterator[Concern]:
    """Everything of this kind that stands against publishing from ``record``."""
    services = record.selection.services

    def told(code: ExitCode, sentence: str) -> Concern:
        return Concern(code, f"lượt chạy {record.id}: {sentence}", services)

    yield from (told(ExitCode.EVIDENCE, problem) for problem in _of_proof(proof, policy))
    yield from (told(ExitCode.LEAK, f"lộ dữ liệu trong bằng chứng: {leak}") for leak in proof.leaks)
    yield from (told(code, sentence) for code, sentence in _of_time(record, proof, policy, now))
    for code in proof.changed:
        sentence = f"lượt chạy {record.id}: hồ sơ của dịch vụ {code} đã đổi sau khi kiểm, hãy chạy lại"
        yield Concern(ExitCode.CANNOT_SAY, sentence, (code,))
    if not services or not record.findings:
        yield told(ExitCode.CANNOT_SAY, "không có nhận định nào về dịch vụ nào")


def _of_proof(proof: Proof, policy: Policy) -> Iterator[str]:
    yield from proof.problems
    if proof.own:
        return
    if policy.signature and not proof.signer:
        yield "không có chữ ký dùng được; chính sách đòi bằng chứng phải ký"
    if proof.signer and proof.demo and not policy.demo_key:
        yield f"ký bằng {DEMO_KEY}; chính sách chỉ nhận khóa của đơn vị"
    if policy.trusted_time and not proof.trusted_time:
        yield "không có dấu thời gian tin cậy; chính sách đòi phải có"


def _of_time(record: RunRecord, proof: Proof, policy: Policy, now: datetime) -> Iterator[tuple[ExitCode, str]]:
    times = [record.started, record.ended or (now.isoformat() if proof.own else "")]
    driven = str(record.facts.get("evidence_ended") or times[1])  # a run judged again is as old as its evidence
    try:
        moments = [_moment(text) for text in (*times, driven)]
    except ValueError:
        yield ExitCode.EVIDENCE, "không ghi giờ bắt đầu hoặc kết thúc đọc được, nên không biết bằng chứng cũ hay mới"
        return
    started, ended, evidence = moments
    if max(moments) > now + CLOCKS_DIFFER:
        told = f"ghi giờ ở tương lai ({max(moments):%d/%m/%Y %H:%M}); đồng hồ máy chạy sai hoặc giờ đã bị sửa"
        yield ExitCode.EVIDENCE, told
    elif ended < started:
        yield ExitCode.EVIDENCE, "kết thúc trước khi bắt đầu; đồng hồ máy chạy sai hoặc giờ đã bị sửa"
    elif now - evidence > timedelta(days=policy.most_age_days):
        yield (
            ExitCode.CANNOT_SAY,
            (
                f"bằng chứng từ {evidence:%d/%m/%Y}, đã {(now - evidence).days} ngày; "
                f"chính sách chỉ nhận trong {policy.most_age_days} ngày, hãy chạy lại"
            ),
        )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)  # nobody knows where that clock stood
    return moment


def copies(records: Sequence[RunRecord]) -> Iterator[Concern]:
    """One run under two names is no second attempt: no two runs end together and measure the same."""
    seen: dict[tuple[str, str, tuple[str, ...]], RunRecord] = {}
    for record in records:
        earlier = seen.setdefault((record.started, record.ended, record.selection.services), record)
        if earlier is not record and earlier.findings == record.findings and record.findings:
            sentence = f"lượt chạy {record.id} là bản sao của {earlier.id}, không phải một lượt riêng"
            yield Concern(ExitCode.EVIDENCE, sentence, record.selection.services)


def builds(records: Sequence[RunRecord], proofs: Mapping[str, Proof], policy: Policy) -> Iterator[Concern]:
    """The portal's build: the one that the policy names, and one and the same in all runs."""
    told: dict[str, dict[str, list[str]]] = {}  # portal → version → runs
    for record in records:
        found = proofs.get(record.id, UNSIGNED).builds
        for portal, version in found.items():
            told.setdefault(portal, {}).setdefault(version, []).append(record.id)
        if policy.portal_build and set(found.values()) != {policy.portal_build}:
            shown = f"thuộc bản cổng «{', '.join(found.values())}»" if found else "không cho biết bản cổng"
            sentence = f"lượt chạy {record.id}: {shown}, cần bản «{policy.portal_build}»"
            yield Concern(ExitCode.CANNOT_SAY, sentence, record.selection.services)
    for portal, versions in told.items():
        if len(versions) > 1 and not policy.portal_build:
            shown = "; ".join(f"«{version}» ở {', '.join(runs)}" for version, runs in versions.items())
            yield Concern(ExitCode.CANNOT_SAY, f"các lượt chạy thuộc nhiều bản của cổng {portal}: {shown}")
