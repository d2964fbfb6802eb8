"""A conforming portal is not accused; evidence that is not there accuses and acquits nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harness.checks import checks
from harness.model import NotObserved, Outcome, Service
from tests.checks.again_facts import AGAIN_NEEDS
from tests.checks.conftest import Judge
from tests.checks.desk_facts import NEEDS as DESK_NEEDS
from tests.checks.elsewhere_facts import ELSEWHERE_NEEDS
from tests.checks.facts import COMPLETE
from tests.checks.form_facts import NEEDS as FORM_NEEDS
from tests.checks.money_facts import MONEY_NEEDS
from tests.checks.prepared import FACTS, sample
from tests.checks.surrounding_facts import SURROUNDING_NEEDS
from tests.checks.way_in_defects import WAY_IN_NEEDS

# Without any one of these nothing can be said (facts and documents of the journeys that the scenario names).
NEEDS: dict[str, tuple[str, ...]] = {
    "L4-INF-01": ("published.name",),
    "L4-INF-05": ("published.time_limit",),
    "L4-INF-08": ("published.results",),
    "L4-INF-09": ("published.forms", "published.fee"),
    "L4-INF-12": ("published.code",),
    "L4-ACC-01": ("find.clicks",),
    "L4-ACC-02": ("search.queries",),
    "L4-ACC-06": ("page.audit",),
    "L4-ACC-11": ("page.language",),
    "L4-IDN-01": ("account.name", "identity.authorizations"),
    "L4-IDN-03": ("identity.authorizations", "identity.replay"),
    "L4-FRM-02": ("form.prefilled",),
    "L4-FRM-09": ("form.refusals",),
    "L4-FRM-13": ("attach.slots",),
    "L4-FRM-14": ("attach.hint", "attach.probes"),
    "L4-FRM-15": ("attachment:giay-to.pdf",),
    "L4-FRM-21": ("form.texts",),
    "L4-FRM-23": ("review.text", "form.fields"),
    "L4-SUB-01": ("form.refusals", "attach.refusals", "submission.code", "form.fields"),
    "L4-SUB-02": ("submission.code",),
    "L4-SUB-03": ("submission.code",),
    "L4-SUB-05": ("slip", "received.at", "submission.code"),
    "L4-SUB-08": ("received.at",),
    "L4-SUB-09": ("mails", "notices.account", "submission.code"),
    "L4-SUB-16": ("lookup.text", "submission.code"),
    "L4-PAY-01": ("payment.offered", "gateway.orders"),
    "L4-PAY-02": ("payment.offered", "history.portal", "submission.code"),
    "L4-PAY-03": ("gateway.orders", "fee.charged"),
    "L4-PAY-10": ("gateway.notices", "payment.status"),
    "L4-PAY-11": ("gateway.notices", "payment.before", "payment.after"),
    "L4-PAY-12": ("gateway.notices", "payment.before", "payment.after"),
    "L4-PAY-13": ("gateway.notices",),
    "L4-PAY-14": ("gateway.notices", "receipts.count"),
    "L4-PAY-15": ("payment.before", "payment.after", "payment.status"),
    "L4-PAY-16": ("payment.after", "payment.status", "payment.message", "payment.retry_offered"),
    "L4-PAY-17": ("gateway.notices", "payment.status"),
    "L4-PAY-18": ("gateway.queries", "payment.status"),
    "L4-PAY-21": ("receipt", "gateway.orders", "submission.code"),
    "L4-PRC-01": ("status.steps",),
    "L4-PRC-02": ("history.portal",),
    "L4-RES-01": ("result.offered",),
    "L4-RES-03": ("result",),
    "L4-RES-04": ("result",),
    "L4-RES-06": ("result",),
    "L4-RES-09": ("result",),
    "L4-INT-03": ("national.dossiers", "received.at", "submission.code"),
    "L4-INT-04": ("national.dossiers",),
    "L4-INT-06": ("national.dossiers",),
    "L4-INT-07": ("national.dossiers",),
    "L4-INT-12": ("national.dossiers", "national.progress", "status.steps"),
    "L4-INT-19": ("code.one_stop", "submission.code", "status.steps"),
    "L4-DAT-03": ("published.fee", "published.fee_text"),
    "L4-DAT-04": ("published.fee", "published.fee_text"),
    "L4-SEC-02": ("cookies",),
    "L4-SEC-04": ("stranger.probes",),
    "L4-SEC-11": ("lookup.text", "submission.code"),
    "L4-MON-01": ("rating.levels",),
    "L4-INF-02": ("published.steps",),
    "L4-INF-03": ("published.channels",),
    "L4-INF-04": ("published.components",),
    "L4-INF-06": ("published.subjects",),
    "L4-INF-07": ("published.agency",),
    "L4-INF-11": ("published.laws",),
    "L4-INF-13": ("published.level",),
    "L4-ACC-07": ("page.audit",),
    "L4-ACC-08": ("page.audit",),
    "L4-ACC-09": ("page.audit",),
    "L4-ACC-10": ("page.audit",),
    "L4-FRM-01": ("attach.slots", "form.fields",),
    "L4-FRM-17": ("attach.slots",),
    "L4-FRM-18": ("review.text",),
    "L4-SUB-19": ("submission.message",),
    "L4-PRC-07": ("status.steps", "submission.code",),
    "L4-PRC-10": ("received.at", "due_date.page",),
    "L4-RES-14": ("national.dossiers",),
    "L4-RES-16": ("status.steps",),
    "L4-PAY-04": ("national.dossiers",),
    "L4-PAY-09": ("gateway.orders",),
    "L4-PAY-19": ("payment.before", "payment.after", "payment.status"),
    "L4-PAY-23": ("national.dossiers", "payment.status",),
    "L4-PAY-31": ("gateway.orders",),
    "L4-INT-05": ("national.dossiers",),
    "L4-INT-08": ("national.dossiers",),
    "L4-INT-09": ("national.dossiers",),
    "L4-INT-10": ("national.dossiers", "national.files",),
    "L4-INT-11": ("national.dossiers",),
    "L4-INT-14": ("national.dossiers",),
    "L4-INT-17": ("national.dossiers", "identity.authorizations",),
    "L4-INT-22": ("national.dossiers", "form.fields",),
    "L4-SEC-14": ("national.dossiers",),
    "L4-DAT-01": ("national.procedure",),
    "L4-DAT-02": ("national.procedure",),
    "L4-DAT-05": ("national.procedure",),
    "L4-DAT-06": ("national.procedure",),
    "L4-DAT-07": ("national.procedure",),
    "L4-DAT-08": ("national.procedure",),
    "L4-DAT-09": ("national.procedure",),
    "L4-DAT-10": ("national.procedure",),
    "L4-DAT-11": ("national.procedure",),
    "L4-DAT-12": ("national.procedure",),
    "L4-DAT-13": ("national.procedure",),
    "L4-DAT-14": ("national.procedure",),
    "L4-SEC-09": ("review.answers", "review.now"),
    "L4-SEC-12": ("review.answers", "review.now"),
    "L4-TST-09": ("review.answers", "review.now"),
    "L4-INF-10": ("published.channels", "published.return_ways"),
    "L4-RES-10": ("published.return_ways",),
    "L4-ACC-13": ("page.spelling",),
    "L4-ACC-17": ("page.errors",),
    "L4-SEC-07": ("errors.shown",),
    "L4-SEC-15": ("client.code",),
    "L4-IDN-02": ("identity.visits",),
    "L4-IDN-05": ("form.prefilled",),
    "L4-PAY-05": ("gateway.orders",),
    "L4-PAY-20": ("gateway.notices", "status.steps", "payment.status"),
    "L4-PAY-28": ("gateway.orders", "fee.charged"),
    "L4-PRC-03": ("history.portal", "history.times", "history.units"),
    "L4-RES-02": ("published.results", "result"),
    "L4-RES-07": ("result", "submission.code"),
    "L4-RES-08": ("result", "submission.code"),
    "L4-SUB-06": ("slip", "submission.code", "received.at"),
    **FORM_NEEDS,
    **SURROUNDING_NEEDS,
    **WAY_IN_NEEDS,
    **DESK_NEEDS,
    **MONEY_NEEDS,
    **AGAIN_NEEDS,
    **ELSEWHERE_NEEDS,
    "L4-SEC-06": ("planted.pages", "officer.markup"),
}


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> None:
    """L4-PAY-02 is about services without a fee."""
    changes = {"payment.offered": False, "gateway.orders": [], "payment.status": "none"}
    monkeypatch.setitem(FACTS, "complete", COMPLETE | changes)


@pytest.mark.parametrize("criterion", sorted(set(NEEDS) - {"L4-PAY-02"}))
def test_conforming_evidence_passes(criterion: str, judged: Judge) -> None:
    assert judged(criterion, sample(criterion)) is None


@pytest.mark.usefixtures("free")
def test_free_service_passes(judged: Judge) -> None:
    assert judged("L4-PAY-02", sample("L4-PAY-02")) is None


@pytest.mark.usefixtures("free")
@pytest.mark.parametrize("criterion", ["L4-PAY-02"])
@pytest.mark.parametrize("need", NEEDS["L4-PAY-02"])
def test_missing_evidence_of_a_free_service(criterion: str, need: str, judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged(criterion, sample(criterion).without(need))


@pytest.mark.parametrize(
    ("criterion", "need"),
    [(criterion, need) for criterion, needs in NEEDS.items() for need in needs if criterion != "L4-PAY-02"],
)
def test_missing_evidence_is_not_observed(criterion: str, need: str, judged: Judge) -> None:
    with pytest.raises(NotObserved, match="chưa có bằng chứng"):
        judged(criterion, sample(criterion).without(need))


@pytest.mark.parametrize("criterion", sorted(NEEDS))
def test_empty_evidence_is_not_observed(criterion: str, tmp_path: Path, service: Service) -> None:
    """What reject-all, inert and always-200 leave behind: journeys that saw nothing."""
    nothing = replace(sample(criterion).ended(Outcome.BLOCKED).evidence(tmp_path), witnesses=(), documents=())
    with pytest.raises(NotObserved):
        checks()[criterion](nothing, service)


def test_every_check_says_what_it_needs() -> None:
    assert set(NEEDS) == set(checks())


@pytest.mark.parametrize("criterion", ["L4-ACC-06", "L4-ACC-11", "L4-PRC-02", "L4-SEC-04"])
def test_a_clean_part_of_the_way_is_no_pass(criterion: str, judged: Judge) -> None:
    with pytest.raises(NotObserved, match="cổng đã đổi"):
        judged(criterion, sample(criterion).ended(Outcome.BLOCKED))


def test_a_way_in_that_leads_nowhere_is_not_a_straight_one(judged: Judge) -> None:
    """A portal that turns everybody away sends nobody round in circles either."""
    with pytest.raises(NotObserved, match="đăng nhập được"):
        judged("L4-IDN-02", sample("L4-IDN-02").without("account.name").without("submission.code"))
