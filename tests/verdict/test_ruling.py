"""What may and may not become ``publish`` over several runs: properties over mixtures of runs, clocks and waivers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.catalog.policies import policy
from harness.model import Decision, Finding, Policy, State, Waiver
from harness.verdict.exit_codes import ExitCode
from harness.verdict.fingerprint import fingerprint, normalised
from harness.verdict.proof import Proof
from harness.verdict.record import RunRecord
from harness.verdict.ruling import Ruling, Terms, rule
from harness.verdict.selection import Selection
from harness.verdict.shards import Shard
from tests.reporting.prepared import RULESET, SERVICES, passes

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)
SIGNED = Proof(signer="khoa-don-vi")
CODE = SERVICES[0].code
TESTED = [f.criterion for f in passes(CODE)]  # that apply to the service
WAIVABLE = Finding("L4-ACC-01", CODE, State.FAIL, seen="tương phản 2,1:1")
STATES = st.sampled_from(list(State))


def record(name: str = "a", found: list[Finding] | None = None, **how: object) -> RunRecord:
    chosen = how.pop("services", (CODE,))
    selection = Selection.of(RULESET, chosen)  # type: ignore[arg-type]
    findings = [f for code in chosen for f in passes(code)] if found is None else found
    ended = NOW - timedelta(hours=1, seconds=sum(map(ord, name)))  # no two runs end together
    made = RunRecord(
        Path(name), tuple(findings), selection, (ended - timedelta(minutes=5)).isoformat(), ended.isoformat()
    )
    return replace(made, **how)


def ruled(*records: RunRecord, waivers: tuple[Waiver, ...] = (), **policy_says: object) -> Ruling:
    proofs = {r.id: SIGNED for r in records}
    return rule(records, RULESET, SERVICES, Terms(NOW, Policy(**policy_says), waivers, proofs))


def waiver(finding: Finding = WAIVABLE, **how: object) -> Waiver:
    made = Waiver(
        "w", finding.criterion, finding.service, fingerprint(finding), "lý do đủ dài", "Trần Văn A, phòng X",
        "Lê Thị B, Sở Y", "https://example.vn/1", TODAY - timedelta(days=5), TODAY + timedelta(days=5), 1,
    )  # fmt: skip
    return replace(made, **how)


def with_state(state: State, criterion: str = "L4-ACC-01") -> list[Finding]:
    changed = Finding(criterion, CODE, state, seen="tương phản 2,1:1")
    return [changed if f.criterion == criterion else f for f in passes(CODE)]


def test_the_default_policy_in_the_catalog_is_the_one_in_the_code() -> None:
    assert policy(Path(__file__).parents[2]) == Policy()


def test_a_whole_signed_recent_run_is_publish() -> None:
    assert ruled(record()).code is ExitCode.PUBLISH


@given(st.lists(st.dictionaries(st.sampled_from(TESTED), STATES, max_size=6), min_size=1, max_size=3), st.data())
def test_publish_means_that_every_run_of_a_service_answered_well(
    changes: list[dict[str, State]], data: st.DataObject
) -> None:
    runs = [
        record(str(n), [replace(f, state=change.get(f.criterion, f.state)) for f in passes(CODE)])
        for n, change in enumerate(changes)
    ]
    ruling = ruled(*runs)
    if ruling.decision is Decision.PUBLISH:
        fine = {State.PASS, State.COMPROMISED, State.NOT_APPLICABLE}
        for criterion in TESTED:
            mandatory = RULESET[criterion].severity == "mandatory"
            allowed = fine if mandatory else fine | {State.WARN, State.FAIL}
            seen = {change.get(criterion, State.PASS) for change in changes}
            assert seen <= allowed
            assert seen != {State.COMPROMISED}
    assert (ruling.code is ExitCode.PUBLISH) == (ruling.decision is Decision.PUBLISH)
    order = data.draw(st.permutations(runs))
    assert ruled(*order).code is ruling.code


@given(st.sampled_from([s for s in State if s not in {State.PASS, State.COMPROMISED}]), st.sampled_from(TESTED))
def test_one_more_run_that_is_not_a_pass_never_opens_the_gate(state: State, criterion: str) -> None:
    first = record("a", with_state(State.FAIL, "L4-PAY-03"))
    second = record("b", with_state(state, criterion))
    assert ruled(first, second).decision is not Decision.PUBLISH


@given(st.integers(-400, 400))
def test_only_evidence_within_its_age_and_not_from_the_future_is_published(hours: int) -> None:
    ended = NOW - timedelta(hours=hours)
    run = record(started=(ended - timedelta(minutes=5)).isoformat(), ended=ended.isoformat())
    ruling = ruled(run, most_age_days=7)
    assert (ruling.code is ExitCode.PUBLISH) == (0 <= hours <= 7 * 24)
    if hours < 0:
        assert ruling.code is ExitCode.EVIDENCE


@given(st.integers(-120, 120), st.integers(-120, 120), st.integers(1, 3), st.booleans(), st.booleans())
def test_a_waiver_opens_the_gate_only_within_all_its_limits(
    start: int, end: int, cap: int, same_person: bool, other_text: bool
) -> None:
    one = waiver(start=TODAY + timedelta(days=start), end=TODAY + timedelta(days=end), cap=cap)
    one = replace(one, approver=one.owner) if same_person else one
    one = replace(one, fingerprint="0" * 16) if other_text else one
    ruling = ruled(record(found=with_state(State.FAIL)), waivers=(one,))
    sound = start <= 0 <= end and 0 <= end - start <= 90 and not same_person and not other_text
    assert ruling.code is (ExitCode.PUBLISH if sound else ExitCode.WAIVER)
    assert (ruling.services[0].rolled["L4-ACC-01"].state is State.WAIVED) == sound
    assert all(use.problems for use in ruling.uses) != sound


@pytest.mark.parametrize("name", TESTED)
def test_mandatory_submission_payment_result_and_security_are_never_waived(name: str) -> None:
    failed, criterion = Finding(name, CODE, State.FAIL, seen="sai"), RULESET[name]
    run = record(found=[failed if f.criterion == name else f for f in passes(CODE)])
    never = criterion.severity == "mandatory" and criterion.group in {"SUB", "PAY", "RES", "SEC"}
    ruling = ruled(run, waivers=(waiver(failed),))
    assert ruling.code is (ExitCode.WAIVER if never else ExitCode.PUBLISH)
    assert (ruling.services[0].rolled[name].state is State.WAIVED) != never


def test_a_waived_failure_keeps_what_was_seen_and_who_answers_for_it() -> None:
    ruling = ruled(record(found=with_state(State.FAIL)), waivers=(waiver(),))
    found = ruling.services[0].rolled["L4-ACC-01"]
    assert found.seen == "tương phản 2,1:1"
    assert found.extra["was"] == "fail"
    assert found.extra["waiver_approver"] == "Lê Thị B, Sở Y"
    assert any("được miễn trừ" in reason for reason in ruling.services[0].verdict.reasons)


def test_a_waiver_of_a_service_that_is_not_judged_here_is_not_unused() -> None:
    other = waiver(Finding("L4-ACC-01", SERVICES[1].code, State.FAIL, seen="x"))
    assert ruled(record(), waivers=(other,)).code is ExitCode.PUBLISH


def test_a_waiver_is_not_called_unused_while_its_criterion_is_open() -> None:
    ruling = ruled(record(found=with_state(State.BLOCKED)), waivers=(waiver(),))
    assert ruling.code is ExitCode.CANNOT_SAY


def test_a_failure_that_differs_between_runs_is_held_not_flaky() -> None:
    first = record("a", with_state(State.FAIL))
    other = [replace(f, seen="không có tiêu đề trang") if f.criterion == "L4-ACC-01" else f for f in first.findings]
    assert ruled(first, record("b", other), waivers=(waiver(),)).decision is Decision.HOLD


@given(st.integers(1, 40), st.integers(1, 12))
def test_shards_share_every_service_exactly_once(services: int, of: int) -> None:
    planned = tuple(f"1.{n:06}" for n in range(services))
    shares = [Shard(n, of, planned).services for n in range(1, of + 1)]
    assert sorted(code for share in shares for code in share) == sorted(planned)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


@given(st.sets(st.integers(1, 3)))
def test_a_release_of_shards_needs_all_of_them(present: set[int]) -> None:
    planned = tuple(sorted(s.code for s in SERVICES))
    shards = [Shard(n, 3, planned) for n in sorted(present)]
    ruling = ruled(*(record(f"p{s.index}", services=s.services, shard=s) for s in shards))
    assert (ruling.code is ExitCode.PUBLISH) == (present == {1, 2, 3})


@settings(max_examples=200)
@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.times(), st.integers(10_000, 65_535), st.integers(0, 9999))
def test_a_fingerprint_does_not_know_when_or_in_which_dossier(day: date, time: object, port: int, number: int) -> None:
    def seen(one: date, clock: object, at: int, dossier: int) -> Finding:
        text = (
            f"hồ sơ 000.00.00.H99-261127-{dossier:04} nộp {one:%d/%m/%Y} {clock:%H:%M} ở "  # type: ignore[str-format]
            f"http://localhost:{at}/nop thu 20.000 đ"
        )
        return Finding("L4-PAY-03", CODE, State.FAIL, seen=text)

    fixed = seen(date(2026, 11, 1), datetime(2026, 1, 1, 8, 30, tzinfo=UTC).time(), 8000 + 2000, 1)
    assert fingerprint(seen(day, time, port, number)) == fingerprint(fixed)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_a_fingerprint_tells_amounts_services_and_criteria_apart() -> None:
    one = Finding("L4-PAY-03", CODE, State.FAIL, seen="thu 20.000 đ")
    others = [replace(one, seen="thu 200.000 đ"), replace(one, service="1.000000"), replace(one, criterion="L4-PAY-01")]
    assert len({fingerprint(f) for f in (one, *others)}) == 4
