"""Biên bản kiểm thử dịch vụ công: everything that the paper shows, in words, drawn from a run's answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from harness.evidence.reader import journeys, read
from harness.evidence.run_file import read_run_file
from harness.model import DEMO_KEY, DEMO_SIGNED, Criterion, Decision, Evidence, Finding, NotObserved, Outcome, State
from harness.reporting import minutes_rows as rows
from harness.reporting.answer import criteria_of, findings_of, group_titles
from harness.reporting.plain import plain
from harness.reporting.seal import Seal, seal_of
from harness.reporting.summary import CELL_ORDER, moment
from harness.reporting.words import JOURNEYS
from harness.verdict.gate import DECISION_WORDS, STATE_WORDS

UNMET = (State.FAIL, State.WARN)
SETTLED = {*UNMET, State.PASS, State.NOT_APPLICABLE, State.WAIVED}
OUTCOMES = {
    Outcome.DONE: "đi trọn",
    Outcome.BLOCKED: "bị vướng",
    Outcome.COMPROMISED: "bị ảnh hưởng từ bên ngoài",
    Outcome.ERROR: "bộ kiểm thử lỗi",
    Outcome.INTERRUPTED: "bị dừng giữa chừng",
}
SIGNERS = {"kiem-thu": "Người kiểm thử", "co-quan": "Đại diện cơ quan"}  # signature field → who signs there


@dataclass(frozen=True, slots=True)
class Hand:
    """What only people know; what is not given is left to be written by hand."""

    testers: tuple[str, ...] = ()
    witness: str = ""  # of the agency that provides the service
    parent: str = ""  # the body above the one that issues the minutes
    organ: str = ""  # the body that issues them; the service's agency when not given
    number: str = ""
    place: str = ""
    day: str = ""  # ISO; the day the run ended when not given


def minutes(folder: Path, answer: Mapping[str, Any], service: Mapping[str, Any], hand: Hand) -> dict[str, Any]:
    """Every word of the paper for one service of the run, in NFC and without control characters."""
    criteria, findings = criteria_of(answer), findings_of(service)
    seal = seal_of(folder)
    seen = [read(folder / code / name) for code, name in journeys(folder) if code == service["service"]]
    words = DECISION_WORDS[Decision(service["decision"])]
    demo = f"Bằng chứng {DEMO_SIGNED}." if seal.demo else ""
    view = {
        "title": f"Biên bản kiểm thử dịch vụ công {service['service']}",
        "subject": f"Kiểm thử dịch vụ công trực tuyến “{service['name']}” (mã {service['service']})",
        "keywords": [service["service"], service["field_name"], answer["run"], words],
        "parent": hand.parent,
        "organ": hand.organ or service["agency"] or "Cơ quan kiểm thử",
        "number": f"{hand.number or '……'}/BB-KTDVC",
        "place": hand.place or "……………",
        "date": _date(hand.day or answer["ended"]),
        "footer": f"Biên bản {service['service']} · lượt {answer['run']} · {seal.file} {seal.sha256[:16]}",
        "notice": " ".join(filter(None, (_notice(answer), demo))),
        "times": _times(answer),
        "testers": list(hand.testers),
        "blank_testers": 0 if hand.testers else 2,
        "witness": hand.witness,
        "facts": _facts(answer, service, seen, criteria),
        "done": _done(answer, seen),
        "journeys": [[_journey(e.journey), moment(e.started), moment(e.ended)[-8:], _outcome(e)] for e in seen],
        "dossiers": [
            [row["code"], _journey(row["journey"]), moment(row["at"])]
            for row in read_run_file(folder).get("created", ())
            if row["service"] == service["service"]
        ],
        "tally": _tally(service, findings),
        "criteria": rows.table(findings, criteria, group_titles(answer)),
        "honesty": "Dấu (chưa đối chiếu bản gốc): căn cứ được dẫn theo nguồn thứ cấp, chưa so với văn bản gốc. "
        "Tiêu chí “khuyến nghị” không đạt thì nên sửa, không ngăn việc công bố.",
        "unmet": [rows.unmet(f, criteria[f.criterion]) for f in rows.worst_first(findings) if f.state in UNMET],
        "open": [rows.row(f, criteria) for f in rows.worst_first(findings) if f.state not in SETTLED],
        "untested": rows.untested(answer, criteria),
        "waived": [rows.row(f, criteria) for f in findings if f.state is State.WAIVED],
        "decision": words,
        "demo": demo.split(":", maxsplit=1)[0],
        "reasons": [_sentence(reason) for reason in service["reasons"]],
        "closing": "Kết luận trên do phần mềm kiemthu tính từ bằng chứng ghi được trong lượt chạy. Người có thẩm quyền "
        "quyết định việc công bố. Biên bản được lập thành bản điện tử; mỗi bên ký giữ một bản như nhau.",
        "signers": [{"field": field, "title": title, "name": _name(hand, field)} for field, title in SIGNERS.items()],
        "verify": _verify(answer, seal),
        "qr_alt": f"Mã QR kiểm chứng: lượt chạy {answer['run']}, {seal.file}, SHA-256 {seal.sha256}",
    }
    return {**plain(view), "digest": f"sha256:{seal.sha256}"}


def qr_text(answer: Mapping[str, Any], service: Mapping[str, Any], seal: Seal) -> str:
    """What the QR code holds: plain lines that any reader shows and any hand can check, in ASCII for old readers."""
    return "\n".join([
        "KIEMTHU BIEN BAN 1",
        f"luot: {answer['run']}",
        f"dich vu: {service['service']}",
        f"quyet dinh: {service['decision']}",
        f"tep: {seal.file}",
        f"sha256: {seal.sha256}",
        f"kiem: kiemthu verify {answer['run']}" if seal.file != "verdict.json" else "kiem: sha256sum verdict.json",
    ])  # fmt: skip


def _notice(answer: Mapping[str, Any]) -> str:
    if not answer["complete"]:
        return "Lượt chạy dừng giữa chừng: biên bản này không đủ để kết luận dịch vụ được công bố."
    if answer["filtered"]:
        return f"Lượt chạy chỉ xét {len(answer['selected'])} tiêu chí được chọn: không đủ để kết luận được công bố."
    return ""


def _times(answer: Mapping[str, Any]) -> list[list[str]]:
    return [
        ["Bắt đầu kiểm thử", moment(answer["started"])],
        ["Kết thúc", moment(answer["ended"]) or "không rõ, lượt chạy bị dừng"],
        ["Lượt chạy", answer["run"]],
    ]


def _facts(
    answer: Mapping[str, Any], service: Mapping[str, Any], seen: Sequence[Evidence], criteria: Mapping[str, Criterion]
) -> list[list[str]]:
    about, rules = answer["facts"], answer["ruleset"]
    chosen = [criteria[c] for c in answer["selected"] if c in criteria]
    unchecked = sum(not c.original_text_checked for c in chosen)
    basis = rules.get("legal_basis", "")
    return [
        ["Dịch vụ công", f"{service['name']}; mã thủ tục {service['service']}"],
        ["Lĩnh vực", service["field_name"] or "không ghi"],
        ["Cơ quan thực hiện", service["agency"] or "không ghi"],
        [
            "Cổng được kiểm",
            f"{about.get('portal_name') or about.get('portal') or 'không rõ'} {_address(about)}".strip(),
        ],
        ["Phiên bản cổng", build_of(seen)],
        ["Môi trường", {"test": "kiểm thử"}.get(about.get("environment", ""), about.get("environment", "không rõ"))],
        ["Bộ tiêu chí", f"{rules['title']} ({rules['id']}, phiên bản {rules['version']})"],
        *([["Căn cứ của bộ tiêu chí", basis]] if basis else []),
        ["Số tiêu chí đã xét", f"{len(chosen)}; {unchecked} tiêu chí dẫn căn cứ chưa đối chiếu bản gốc"],
        ["Công cụ", f"kiemthu {about.get('version', '')}, {about.get('browser', 'trình duyệt không rõ')}"],
        *([["Lỗi cài sẵn để thử bộ kiểm thử", ", ".join(about["faults"])]] if about.get("faults") else []),
    ]


def build_of(seen: Iterable[Evidence]) -> str:
    """The version that the portal writes of itself, as the journeys read it."""
    found: dict[str, None] = {}
    for evidence in seen:
        try:
            found[str(evidence.fact("portal.version"))] = None
        except NotObserved:
            continue
    return ", ".join(found) or "cổng không ghi phiên bản"


def _address(about: Mapping[str, Any]) -> str:
    return f"({about['portal_url']})" if about.get("portal_url") else ""


def _done(answer: Mapping[str, Any], seen: Sequence[Evidence]) -> str:
    if not seen:
        return "Lượt chạy không để lại bằng chứng của hành trình nào cho dịch vụ này."
    source = answer["facts"].get("judged_from") or answer["facts"].get("evidence_from")
    again = f" Bằng chứng ghi từ lượt {source}, được xét lại trong lượt này." if source else ""
    return (
        f"Trình duyệt thật đi dịch vụ như người nộp, cán bộ một cửa, người lạ và khách, theo {len(seen)} hành trình; "
        f"mỗi hành trình đi một lần và để lại bằng chứng, mọi tiêu chí xét trên bằng chứng đó.{again}"
    )


def _outcome(evidence: Evidence) -> str:
    words = OUTCOMES[evidence.outcome]
    return f"{words}: {evidence.reason}" if evidence.reason else words


def _journey(name: str) -> str:
    return JOURNEYS.get(name, name)


def _tally(service: Mapping[str, Any], findings: Sequence[Finding]) -> str:
    counts = [f"{service['counts'][s.value]} {STATE_WORDS[s]}" for s in CELL_ORDER if service["counts"].get(s.value)]
    return f"Đã xét {len(findings)} tiêu chí: {', '.join(counts)}." if counts else "Không có tiêu chí nào được xét."


def _verify(answer: Mapping[str, Any], seal: Seal) -> list[str]:
    if not seal.file:
        return ["Thư mục lượt chạy không có tệp nào để đối chiếu."]
    signed = "có chữ ký" if seal.signed else "chưa có chữ ký của bộ kiểm thử"
    signed += f" bằng {DEMO_KEY}" if seal.demo else ""
    return [
        f"Lượt chạy {answer['run']}; tệp {seal.file} ({signed}), SHA-256:",
        " ".join(seal.sha256[i : i + 8] for i in range(0, 64, 8)),
        f"Trên thư mục lượt chạy: {seal.command}, rồi so mã băm với dòng trên; mã QR ghi cùng nội dung.",
    ]


def _name(hand: Hand, field: str) -> str:
    given = (hand.testers[0] if hand.testers else "") if field == "kiem-thu" else hand.witness
    return given.split(",")[0].split(";")[0].strip()


def _date(iso: str) -> str:
    try:
        day = datetime.fromisoformat(iso)
    except ValueError:
        return "ngày …… tháng …… năm ………"
    # NĐ 30/2020: days below 10 and months 1, 2 are written with a zero, so that nothing can be put before them.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
