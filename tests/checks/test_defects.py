"""Each typical defect turns its criterion red, in words a vendor can act on, and its neighbours stay silent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harness.checks import checks, judge
from harness.model import Blocked, FeeItem, NotObserved, Outcome
from tests.checks import prepared
from tests.checks.conftest import Judge
from tests.checks.defects import DEFECTS, Defect
from tests.checks.facts import COMPLETE, probe
from tests.checks.incomplete_facts import PROBES, field_refusal
from tests.checks.money_facts import BY_FILES as ALSO_BY_FILES
from tests.checks.prepared import FACTS, sample
from tests.checks.rows import notice, order, packet
from tests.checks.surrounding_facts import BY_FILES

# A fact spoilt for its criterion is also read by these, which must not accuse.
NEIGHBOURS = {
    "published.fee": ("L4-INF-09", "L4-DAT-03", "L4-DAT-04"),
    "gateway.orders": ("L4-PAY-01", "L4-PAY-03"),
    "status.steps": ("L4-PRC-01", "L4-INT-19", "L4-INT-07"),
    "form.refusals": ("L4-FRM-09", "L4-SUB-01"),
    "due_date.page": ("L4-SUB-05", "L4-SUB-16"),
    "submission.at": ("L4-SUB-02", "L4-SUB-03"),
    "lookup.text": ("L4-SUB-16", "L4-SEC-11"),
    "national.dossiers": ("L4-INT-03", "L4-INT-04", "L4-INT-06", "L4-INT-07", "L4-INT-12"),
    "account.name": ("L4-IDN-03",),
}
ACCUSED_TOO = {  # one defect, two broken rules
    ("L4-FRM-09", "không có thông báo", "L4-SUB-01"),  # nothing is told at all
    ("L4-SUB-16", "không hiện hồ sơ", "L4-SEC-11"),
    ("L4-SUB-18", "chờ nộp tiền", "L4-PRC-01"),  # a status that was not due
}


def _id(defect: Defect) -> str:
    return f"{defect.criterion} {defect.says}"


@pytest.mark.parametrize("defect", DEFECTS, ids=_id)
def test_defect_is_reported(defect: Defect, judged: Judge) -> None:
    shortfall = judged(defect.criterion, sample(defect.criterion).but(defect.fact, defect.value))
    assert shortfall is not None
    assert defect.says in shortfall
    assert shortfall.seen
    assert shortfall.required
    assert shortfall.file


@pytest.mark.parametrize("defect", [d for d in DEFECTS if d.fact in NEIGHBOURS], ids=_id)
def test_neighbours_stay_silent(defect: Defect, judged: Judge) -> None:
    for other in NEIGHBOURS[defect.fact]:
        excused = any(
            defect.criterion == mine and words in defect.says and other == theirs for mine, words, theirs in ACCUSED_TOO
        )
        apart = not set(sample(other).journeys) & set(sample(defect.criterion).journeys)  # another walk's fact
        if other == defect.criterion or excused or apart:
            continue
        try:
            assert judged(other, sample(other).but(defect.fact, defect.value)) is None, other
        except NotObserved:
            continue  # cannot be judged then: no accusation either


def test_every_criterion_has_a_defect() -> None:
    issued = {"L4-SUB-06", "L4-RES-02", "L4-RES-07", "L4-RES-08", "L4-PAY-05", "L4-PAY-20", "L4-PAY-28", "L4-IDN-05"}
    elsewhere = {"L4-DAT-05", "L4-PAY-02", "L4-PAY-21", "L4-SUB-05", "L4-FRM-15", "L4-RES-03", "L4-RES-04", "L4-RES-06"}
    elsewhere |= {"L4-RES-09", "L4-FRM-07", "L4-FRM-20", "L4-SUB-11"} | BY_FILES | ALSO_BY_FILES
    assert {defect.criterion for defect in DEFECTS} | issued | elsewhere == set(checks())


@pytest.mark.parametrize(
    ("fact", "value", "says"),
    [
        ("payment.offered", True, "trang hồ sơ có nút thanh toán"),
        ("gateway.orders", [order(8000)], "cổng thanh toán nhận lệnh thu 8.000 đ"),
        ("history.portal", [1, 2, 6, 4, 9, 10], "hồ sơ qua trạng thái 6"),
    ],
)
def test_free_service_that_asks_for_money(
    fact: str, value: object, says: str, judged: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FACTS, "complete", COMPLETE | {"payment.offered": False, "gateway.orders": []})
    assert says in str(judged("L4-PAY-02", sample("L4-PAY-02").but(fact, value)))


def test_fee_is_not_shown_at_all(judged: Judge) -> None:
    spoilt = sample("L4-INF-09").but("published.fee", None).but("published.fee_text", "Theo quy định")
    assert "không có số tiền nào; yêu cầu: Lệ phí cấp bản sao trích lục hộ tịch 8.000 đ" in str(
        judged("L4-INF-09", spoilt)
    )
    for other in ("L4-DAT-03", "L4-DAT-04"):
        with pytest.raises(NotObserved):
            judged(other, replace(spoilt, journeys=("information",)))


def test_requirements_are_not_shown(tmp_path: Path) -> None:
    service = prepared.service(tmp_path, requirements=("Từ đủ 18 tuổi",))
    shortfall = checks()["L4-INF-09"](sample("L4-INF-09").evidence(tmp_path / "run"), service)
    assert "yêu cầu: «Từ đủ 18 tuổi»" in str(shortfall)


def test_reduced_online_fee(tmp_path: Path) -> None:
    """1.004194: the direct fee asked online is a wrong amount."""
    service = prepared.service(tmp_path, fees=(FeeItem("LP-TT", "Lệ phí đăng ký tạm trú", 7000, 15000),))
    spoilt = sample("L4-PAY-03").but("gateway.orders", [order(15000)]).evidence(tmp_path / "run")
    told = str(checks()["L4-PAY-03"](spoilt, service))
    assert told.startswith("cổng thanh toán thu 15.000 đ; ")
    assert told.endswith("yêu cầu: mức đã công bố là 7.000 đ")


def test_one_failure_names_every_place_and_amount(judged: Judge) -> None:
    spoilt = sample("L4-PAY-03").but("fee.receipt", 8000).but("gateway.orders", [order(20000)])
    assert "cổng thanh toán thu 20.000 đ; biên lai ghi 8.000 đ (đúng mức: trang hồ sơ, trang bắt đầu" in str(
        judged("L4-PAY-03", spoilt))


@pytest.mark.parametrize("criterion", ["L4-PAY-10", "L4-PAY-11", "L4-PAY-12", "L4-PAY-13", "L4-PAY-14", "L4-PAY-17"])
def test_notice_that_never_arrived_proves_nothing(criterion: str, judged: Judge) -> None:
    for lost in ([], [notice("", http_status=0)]):
        with pytest.raises(NotObserved):
            judged(criterion, sample(criterion).but("gateway.notices", lost))


@pytest.mark.parametrize("criterion", ["L4-PAY-11", "L4-PAY-12", "L4-PAY-15", "L4-PAY-19"])
@pytest.mark.parametrize("before", ["paid", "none", ""])
def test_dossier_that_was_not_seen_unpaid_before_proves_nothing(criterion: str, before: str, judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged(criterion, sample(criterion).but("payment.before", before))


@pytest.mark.parametrize("criterion", ["L4-PAY-15", "L4-PAY-16", "L4-PAY-19"])
def test_where_no_payment_is_recorded_an_unpaid_dossier_proves_nothing(criterion: str, judged: Judge) -> None:
    with pytest.raises(Blocked, match="trả tiền thật") as caught:
        judged(criterion, sample(criterion).but("payment.status", "unpaid"))
    assert caught.value.owner == "cổng dịch vụ công"
    assert judged(criterion, sample(criterion).but("payment.status", "unpaid").but("payment.after", "paid"))


@pytest.mark.parametrize("criterion", ["L4-SEC-04"])
@pytest.mark.parametrize(
    "probes",
    [
        [],
        [probe("account", "dossier"), probe("account", "result")],
        [probe("account", "dossier"), probe("visitor", "dossier")],
        [
            probe(who, what, status=0)
            for who in ("account", "visitor")
            for what in ("dossier", "slip", "receipt", "result", "attachment")
        ],
    ],
)
def test_silence_proves_nothing(criterion: str, probes: object, judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged(criterion, sample(criterion).but("stranger.probes", probes))


def test_form_that_lets_everything_pass_shows_no_messages(judged: Judge) -> None:
    advanced = [field_refusal("Họ, chữ đệm, tên", advanced=True, message="")]
    with pytest.raises(NotObserved, match="không ô nào bị từ chối"):
        judged("L4-FRM-09", sample("L4-FRM-09").but("form.refusals", advanced))


def test_required_field_that_was_never_left_out(judged: Judge) -> None:
    with pytest.raises(NotObserved, match="chưa thử bỏ «Số bản sao»"):
        judged("L4-SUB-01", sample("L4-SUB-01").but("form.refusals", [field_refusal("Họ, chữ đệm, tên")]))


def test_files_that_were_never_tried(judged: Judge) -> None:
    with pytest.raises(NotObserved, match="chưa thử tệp renamed"):
        judged("L4-FRM-14", sample("L4-FRM-14").but("attach.probes", [p for p in PROBES if p["probe"] != "renamed"]))


def test_search_that_was_not_tried_in_every_way(judged: Judge) -> None:
    queries = FACTS["information"]["search.queries"]
    with pytest.raises(NotObserved, match="chưa tìm không dấu"):
        judged(
            "L4-ACC-02", sample("L4-ACC-02").but("search.queries", [q for q in queries if q["kind"] != "no-diacritics"])
        )


def test_gateway_that_was_down_accuses_nobody(judged: Judge) -> None:
    with pytest.raises(NotObserved):
        judged("L4-PAY-01", sample("L4-PAY-01").but("gateway.orders", []).ended(Outcome.COMPROMISED))


def test_portal_that_takes_the_return_for_payment_has_nothing_to_ask(judged: Judge) -> None:
    """Judged by L4-PAY-15."""
    with pytest.raises(NotObserved, match="ngay khi quay về"):
        judged("L4-PAY-18", sample("L4-PAY-18").but("gateway.queries", []).but("payment.status", ("paid", "paid")))


def test_silent_portal_is_accused_of_one_thing(judged: Judge) -> None:
    """Nothing sent at all is L4-INT-03; the contents of packets cannot be judged."""
    assert judged("L4-INT-03", sample("L4-INT-03").but("national.dossiers", []))
    for other in ("L4-INT-04", "L4-INT-06", "L4-INT-07", "L4-INT-12"):
        with pytest.raises(NotObserved):
            judged(other, sample(other).but("national.dossiers", []))


def test_dates_that_cannot_be_read(judged: Judge) -> None:
    odd = packet("2", NgayNopHoSo="20/11/2026", NgayTiepNhan="x", NgayHenTra="")
    with pytest.raises(NotObserved):
        judged("L4-INT-06", sample("L4-INT-06").but("national.dossiers", [odd]))


def test_judge_raises_with_the_shortfall(tmp_path: Path) -> None:
    service = prepared.service(tmp_path)
    with pytest.raises(AssertionError) as caught:
        judge(checks()["L4-ACC-01"], sample("L4-ACC-01").but("find.clicks", 5).evidence(tmp_path / "run"), service)
    assert caught.value.args[0].required == "không quá 3 lần bấm"
    judge(checks()["L4-ACC-01"], sample("L4-ACC-01").evidence(tmp_path / "run"), service)


def test_files_of_two_journeys_lead_to_their_own_folders(tmp_path: Path) -> None:
    evidence = sample("L4-IDN-03").evidence(tmp_path)
    assert evidence.journey == "complete+stranger"
    assert evidence.last("identity.authorizations").file == "../complete/pages/01.aria.txt"
    assert evidence.last("identity.replay").file == "pages/01.aria.txt"


@pytest.mark.parametrize(
    ("criterion", "fact", "value"),
    [("L4-INT-07", "national.dossiers", [packet("8")]), ("L4-SUB-16", "lookup.status", 9)],
)
def test_witnesses_that_left_early_accuse_nobody(criterion: str, fact: str, value: object, judged: Judge) -> None:
    """A journey that stopped half-way does not know what became of the dossier afterwards."""
    assert judged(criterion, sample(criterion).but(fact, value)) is not None
    try:
        assert judged(criterion, sample(criterion).but(fact, value).ended(Outcome.BLOCKED)) is None
    except NotObserved:
        return
