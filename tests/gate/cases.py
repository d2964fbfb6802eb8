"""The gate of the gate: prepared runs, the command line over each, its exit code and what it must say."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from harness.model import Finding, State
from harness.verdict.shards import Shard
from tests.gate.place import LOW_CONTRAST, OVERPAID, SERVICES, TESTED, A, B, C, Made, Place, day, edit
from tests.reporting.prepared import passes

WHOLE = Made()
ALL = tuple(sorted((A, B, C)))
Prepare = Callable[[Place], list[str | Path]]


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    title: str  # what was prepared
    code: int
    says: str  # a part of what the reader is told
    prepare: Prepare


def made(**how: object) -> Prepare:
    """One run, made so."""
    return lambda place: [place.run(replace(WHOLE, **how))]


def states(state: State, seen: str = "cổng không mở được") -> Prepare:
    """Every criterion of every service in one state."""
    return made(instead=[Finding(f.criterion, s.code, state, seen=seen) for s in SERVICES for f in passes(s.code)])


def one(state: State, seen: str) -> Prepare:
    return made(instead=[Finding("L4-RES-01", B, state, seen=seen)])


def after(change: Callable[[Path], object], **how: object) -> Prepare:
    """A signed run that somebody changed afterwards."""

    def prepare(place: Place) -> list[str | Path]:
        folder = place.run(replace(WHOLE, **how))
        change(folder)
        return [folder]

    return prepare


def waived(*findings: Finding, **waiver: str) -> Prepare:
    """A low contrast that a waiver speaks of, the waiver changed so."""

    def prepare(place: Place) -> list[str | Path]:
        place.waiver(finding=findings[0] if findings else LOW_CONTRAST, **waiver)
        return [place.run(replace(WHOLE, instead=list(findings or (LOW_CONTRAST,))))]

    return prepare


def unused_waiver(place: Place) -> list[str | Path]:
    place.waiver()
    return [place.run(WHOLE)]


def over_cap(place: Place) -> list[str | Path]:
    place.waiver()
    return [place.run(replace(WHOLE, instead=[LOW_CONTRAST], more=[LOW_CONTRAST]))]


def twice_waived(place: Place) -> list[str | Path]:
    place.waiver("mot")
    place.waiver("hai")
    return [place.run(replace(WHOLE, instead=[LOW_CONTRAST]))]


def many_wrong_waivers(place: Place) -> list[str | Path]:
    place.waiver("het-han", end=day(-1))
    place.waiver("tu-duyet", approver="TRAN VAN MAU, Giám đốc", criterion="L4-INF-01")
    return [place.run(replace(WHOLE, instead=[LOW_CONTRAST]))]


def wrong_waiver_field(place: Place) -> list[str | Path]:
    path = place.waiver()
    edit(path, "approver", "aprover")
    return [place.run(WHOLE)]


def with_policy(*changes: tuple[str, str], **how: object) -> Prepare:
    def prepare(place: Place) -> list[str | Path]:
        return [place.run(replace(WHOLE, **how)), "--policy", place.policy("rieng", *changes)]

    return prepare


def two(second: Made, first: Made = WHOLE) -> Prepare:
    return lambda place: [place.run(first), place.run(second)]


def part(index: int, *codes: str, of: int = 3, **how: object) -> Made:
    """A shard with the services it should have, or with those named."""
    shard = Shard(index, of, ALL)
    chosen = codes or shard.services
    services = [s for s in SERVICES if s.code in chosen]
    return replace(WHOLE, name=f"phan-{index}-{len(chosen)}", services=services, shard=shard, **how)


def parts(*members: Made) -> Prepare:
    return lambda place: [place.run(member) for member in members]


def wrong_key(place: Place) -> list[str | Path]:
    secret, _ = place.keys("la")
    _, public = place.keys("don-vi")
    return [place.run(replace(WHOLE, key=secret)), "--key", public]


def right_key(place: Place) -> list[str | Path]:
    secret, public = place.keys("don-vi")
    return [place.run(replace(WHOLE, key=secret)), "--key", public]


def unreadable_key(place: Place) -> list[str | Path]:
    (place.root / "hong.pem").write_text("không phải khóa", "utf-8")
    return [place.run(WHOLE), "--key", place.root / "hong.pem"]


def newer(folder: Path) -> None:
    edit(folder / "findings.json", '"schema": 1', '"schema": 9')


def path_outside(folder: Path) -> None:
    content = json.loads((folder / "manifest.json").read_text("utf-8"))
    content["files"][0]["path"] = "../../../etc/passwd"
    (folder / "manifest.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def lose_evidence(folder: Path) -> None:
    next(folder.glob("*/complete/documents/*")).unlink()


def edit_evidence(folder: Path) -> None:
    slip = next(folder.glob("*/complete/documents/*"))
    slip.write_bytes(slip.read_bytes()[:-1] + b"\0")


def judged_again(place: Place) -> list[str | Path]:
    """Old evidence judged today: the judgement is young, what it rests on is not."""
    old = place.run(replace(WHOLE, name="cu", ago=timedelta(days=40)))
    ended = json.loads((old / "findings.json").read_text("utf-8"))["ended"]
    return [place.run(replace(WHOLE, name="cu-xet-lai-1", facts={"evidence_from": "cu", "evidence_ended": ended}))]


def source_lost(place: Place) -> list[str | Path]:
    return [place.run(replace(WHOLE, facts={"evidence_from": "khong-con"}))]


def edit_source(place: Place) -> list[str | Path]:
    old = place.run(replace(WHOLE, name="goc"))
    edit_evidence(old)
    return [place.run(replace(WHOLE, name="goc-xet-lai-1", facts={"evidence_from": "goc"}))]


def profile_changed(place: Place) -> list[str | Path]:
    """The fee table of a service was approved anew after it had been tested."""
    file = place.root / "features/ho-tich" / f"{A}.yaml"
    file.parent.mkdir()
    file.write_text("fees: 8000\n", "utf-8")
    tested = [replace(SERVICES[0], file=file.relative_to(place.root)), *SERVICES[1:]]
    folder = place.run(replace(WHOLE, services=tested))
    file.write_text("fees: 9000\n", "utf-8")
    return [folder]


def copied(place: Place) -> list[str | Path]:
    """One run under two names, to make up for the second attempt that the policy asks for."""
    folder = place.run(WHOLE)
    again = shutil.copytree(folder, folder.with_name("lan-2"))
    return [folder, again, "--policy", place.policy("rieng", ('repeats: "1"', 'repeats: "2"'))]


def nothing_recorded(place: Place) -> list[str | Path]:
    folder = place.root / "reports/runs/trong"
    folder.mkdir(parents=True)
    return [folder]


RETRY = replace(WHOLE, name="20261126-090000", ago=timedelta(minutes=20))
OUTAGE = Finding("L4-PAY-01", A, State.COMPROMISED, seen="cổng thanh toán thử nghiệm không trả lời")
WARNS = [Finding(f"L4-{g}-01", A, State.FAIL, seen="chưa có") for g in ("MON",)]

CASES = [
    Case("whole", "Mọi tiêu chí đạt, đã ký", 0, "ĐƯỢC CÔNG BỐ", made()),
    Case("empty", "Lượt chạy không có nhận định nào", 3, "không có nhận định nào",
         made(services=(), only=())),
    Case("nothing-recorded", "Thư mục không có gì", 7, "không có findings.json", nothing_recorded),
    Case("partial", "Lượt chạy dừng giữa chừng", 3, "dừng giữa chừng", made(complete=False)),
    Case("filtered", "Chỉ xét vài tiêu chí được chọn", 3, "chỉ xét một phần bộ tiêu chí",
         made(only=TESTED[:3], filtered=True)),
    Case("narrowed", "Bớt tiêu chí mà không nói", 3, "chỉ xét một phần bộ tiêu chí", made(only=TESTED[:3])),
    Case("failed", "Một tiêu chí bắt buộc không đạt", 1, "không đạt: L4-PAY-03", made(instead=[OVERPAID])),
    Case("all-blocked", "Mọi tiêu chí chưa kiểm được", 3, "chưa kiểm được", states(State.BLOCKED)),
    Case("all-review", "Mọi tiêu chí chờ người xét", 3, "chờ người xét", states(State.REVIEW)),
    Case("all-exempt", "Mọi tiêu chí được báo là không áp dụng", 4, "hồ sơ duyệt của dịch vụ nói là có",
         states(State.NOT_APPLICABLE)),
    Case("not-run", "Một tiêu chí chưa chạy", 3, "chưa chạy: L4-RES-01", one(State.NOT_RUN, "bị dừng")),
    Case("error", "Bộ kiểm thử lỗi ở một tiêu chí", 4, "lỗi bộ kiểm thử", one(State.ERROR, "lỗi trong bước")),
    Case("compromised", "Bên thứ ba hỏng khi đang kiểm", 3, "bị ảnh hưởng từ bên ngoài",
         one(State.COMPROMISED, "cổng thanh toán thử nghiệm không trả lời")),
    Case("says-waived", "Lượt chạy tự ghi là được miễn trừ", 4, "chỉ cổng quyết định mới miễn trừ",
         one(State.WAIVED, "tự miễn")),
    Case("stray-service", "Có nhận định của dịch vụ không được chọn", 3, "không nằm trong danh sách được chọn",
         made(services=SERVICES[:2], more=[Finding("L4-PAY-01", C, State.PASS)])),
    Case("stray-criterion", "Có nhận định của tiêu chí không được chọn", 3, "ngoài danh sách tiêu chí được chọn",
         made(more=[Finding("L4-INF-02", A, State.PASS)])),
    Case("warnings-over", "Nhiều điểm «nên sửa» hơn chính sách cho phép", 1, "quá mức 0 mà chính sách cho phép",
         with_policy(('most_warnings: "10"', 'most_warnings: "0"'), instead=WARNS)),
    Case("warnings-within", "Điểm «nên sửa» trong mức cho phép", 0, "ĐƯỢC CÔNG BỐ", made(instead=WARNS)),
    Case("recommended-blocks", "Chính sách coi khuyến nghị là chặn", 1, "mà chính sách coi là chặn công bố",
         with_policy(("blocking: [mandatory]", "blocking: [mandatory, recommended]"), instead=WARNS)),
    Case("flaky-inside", "Cùng một lượt xét hai lần, một đạt một không", 3, "không ổn định: L4-PAY-03",
         made(more=[OVERPAID])),
    Case("runs-disagree", "Hai lượt chạy của một dịch vụ khác nhau", 3, "không ổn định: L4-PAY-03",
         two(replace(RETRY, instead=[OVERPAID]))),
    Case("runs-agree", "Hai lượt chạy giống nhau", 0, "ĐƯỢC CÔNG BỐ", two(RETRY)),
    Case("retry-answers", "Bên thứ ba hỏng ở lượt đầu, lượt riêng chạy lại thì đạt", 0, "ĐƯỢC CÔNG BỐ",
         two(RETRY, replace(WHOLE, instead=[OUTAGE]))),
    Case("retry-does-not-cover", "Không đạt ở lượt đầu, lượt chạy lại thì đạt", 3, "2 lượt chạy cho kết quả khác nhau",
         two(RETRY, replace(WHOLE, instead=[OVERPAID]))),
    Case("too-few-repeats", "Chính sách đòi ba lượt, mới có một", 3, "chính sách đòi 3 lượt",
         with_policy(('repeats: "1"', 'repeats: "3"'))),
    Case("copied-run", "Một lượt chép thành hai cho đủ số lượt", 7, "là bản sao của", copied),
    Case("shards-whole", "Ba phần đủ", 0, "ĐƯỢC CÔNG BỐ", parts(part(1), part(2), part(3))),
    Case("shard-missing", "Thiếu một phần", 7, "thiếu phần 2/3 của lượt chạy chia phần", parts(part(1), part(3))),
    Case("shard-alone", "Một phần đem xét như cả đợt", 7, "thiếu phần 3/3", parts(part(1))),
    Case("shard-short", "Một phần bỏ sót dịch vụ của mình", 7, "so với phần đã chia",
         parts(part(1, Shard(1, 2, ALL).services[0], of=2), part(2, of=2))),
    Case("shard-twice", "Một dịch vụ nằm ở hai phần", 7, "thuộc phần khác",
         parts(part(1), part(2), part(3, *ALL))),
    Case("unsigned", "Không ký", 7, "không có chữ ký dùng được", made(signed=False)),
    Case("unsigned-allowed", "Không ký, chính sách cho phép", 0, "ĐƯỢC CÔNG BỐ",
         with_policy(("signature: required", "signature: optional"), signed=False)),
    Case("wrong-key", "Ký bằng khóa lạ", 7, "không nằm trong 1 khóa được tin", wrong_key),
    Case("right-key", "Ký bằng khóa của đơn vị", 0, "ĐƯỢC CÔNG BỐ", right_key),
    Case("unreadable-key", "Khóa đối chiếu hỏng", 2, "không phải khóa công khai PEM", unreadable_key),
    Case("demo-key-refused", "Ký bằng khóa dùng thử, chính sách không nhận", 7, "ký bằng khóa dùng thử",
         with_policy(("demo_key: accepted", "demo_key: refused"))),
    Case("no-trusted-time", "Chính sách đòi dấu thời gian tin cậy", 7, "không có dấu thời gian tin cậy",
         with_policy(("trusted_time: optional", "trusted_time: required"))),
    Case("edited-verdict", "Sửa kết luận sau khi ký", 7, "verdict.json: đã bị sửa sau khi ký",
         after(lambda f: edit(f / "verdict.json", '"hold"', '"publish"'), instead=[OVERPAID])),
    Case("edited-findings", "Sửa nhận định sau khi ký", 7, "findings.json: đã bị sửa sau khi ký",
         after(lambda f: edit(f / "findings.json", '"fail"', '"pass"'), instead=[OVERPAID])),
    Case("edited-evidence", "Sửa một byte của bằng chứng", 7, "đã bị sửa sau khi ký", after(edit_evidence)),
    Case("lost-evidence", "Mất một tệp bằng chứng", 7, "đã mất", after(lose_evidence)),
    Case("added-file", "Thêm một tệp sau khi ký", 7, "được thêm vào sau khi ký",
         after(lambda f: (f / A / "them.json").write_text("{}", "utf-8"))),
    Case("path-outside", "Bản kê trỏ ra ngoài thư mục", 7, "trỏ ra ngoài thư mục", after(path_outside)),
    Case("half-signed", "Còn bản kê, mất phong bì chữ ký", 7, "không biết ai chịu trách nhiệm",
         after(lambda f: (f / "attestation.dsse.json").unlink())),
    Case("newer-schema", "Lượt chạy do bản kiemthu mới hơn ghi", 7, "do một bản kiemthu mới hơn ghi", after(newer)),
    Case("cut-findings", "Tệp nhận định bị cắt giữa chừng", 7, "không đọc được",
         after(lambda f: (f / "findings.json").write_text((f / "findings.json").read_text("utf-8")[:400], "utf-8"))),
    Case("leak", "Ảnh chụp màn hình còn lộ số định danh", 6, "lộ bí mật trong bằng chứng",
         made(leaks=[f"{A}/complete/pages/1-home.png: có số định danh của người nộp"])),
    Case("leak-outweighs", "Vừa lộ dữ liệu vừa không đạt", 6, "không đạt: L4-PAY-03",
         made(instead=[OVERPAID], leaks=[f"{A}/complete/journal.jsonl: có mã xác thực"])),
    Case("clock-ahead", "Giờ trong bằng chứng ở tương lai", 7, "ghi giờ ở tương lai", made(ago=timedelta(hours=-2))),
    Case("ends-before-start", "Kết thúc trước khi bắt đầu", 7, "kết thúc trước khi bắt đầu",
         made(lasted=timedelta(minutes=-30))),
    Case("stale", "Bằng chứng đã 40 ngày", 3, "hãy chạy lại", made(ago=timedelta(days=40))),
    Case("stale-judged-again", "Bằng chứng cũ, hôm nay xét lại", 3, "hãy chạy lại", judged_again),
    Case(
        "profile-changed", "Hồ sơ của dịch vụ đã đổi sau khi kiểm", 3, "đã đổi sau khi kiểm, hãy chạy lại",
        profile_changed,
    ),
    Case("source-lost", "Xét lại mà lượt gốc không còn", 7, "không còn bên cạnh để đối chiếu", source_lost),
    Case("source-edited", "Xét lại mà bằng chứng gốc bị sửa", 7, "lượt gốc goc", edit_source),
    Case("other-build", "Không phải bản cổng mà chính sách đòi", 3, "cần bản «2026.12»",
         with_policy(("portal_build: any", 'portal_build: "2026.12"'))),
    Case("two-builds", "Hai lượt chạy trên hai bản cổng", 3, "nhiều bản của cổng sandbox",
         two(replace(RETRY, build="2026.12"))),
    Case("other-ruleset", "Chính sách không nhận bộ tiêu chí này", 3, "chính sách chỉ nhận",
         with_policy(("rulesets: [toan-trinh, muc-do-4]", "rulesets: [muc-do-4]"))),
    Case("waived", "Miễn trừ đúng phép", 0, "được miễn trừ: L4-ACC-01", waived()),
    Case("waiver-expired", "Miễn trừ hết hạn", 5, "đã hết hạn ngày", waived(end=day(-1))),
    Case("waiver-not-yet", "Miễn trừ chưa tới ngày", 5, "chưa tới ngày bắt đầu", waived(start=day(2))),
    Case("waiver-too-long", "Miễn trừ dài quá 90 ngày", 5, "nhiều nhất 90 ngày", waived(end=day(86))),
    Case("waiver-longest", "Miễn trừ đúng 90 ngày", 0, "được miễn trừ: L4-ACC-01", waived(end=day(85))),
    Case("waiver-backwards", "Miễn trừ kết thúc trước khi bắt đầu", 5, "trước ngày bắt đầu",
         waived(start=day(9), end=day(3))),
    Case("waiver-self-approved", "Tự duyệt miễn trừ của mình, viết tên khác dấu", 5, "người duyệt phải là người khác",
         waived(approver="TRAN VAN MAU, Giám đốc Trung tâm")),
    Case("waiver-unused", "Miễn trừ không che lỗi nào", 5, "không che lỗi nào", unused_waiver),
    Case("waiver-not-matching", "Lỗi đã khác với lỗi được miễn trừ", 5, "không khớp",
         waived(fingerprint="0123456789abcdef")),
    Case("waiver-over-cap", "Che nhiều nhận định hơn đã duyệt", 5, "quá số đã duyệt là 1", over_cap),
    Case("waiver-payment", "Miễn trừ tiêu chí thanh toán bắt buộc", 5, "không bao giờ được miễn trừ", waived(OVERPAID)),
    Case("waiver-twice", "Hai miễn trừ cho một lỗi", 5, "có tệp miễn trừ khác cho cùng lỗi này", twice_waived),
    Case("waivers-all-at-once", "Nhiều miễn trừ sai: nói hết một lần", 5, "tu-duyet.yaml", many_wrong_waivers),
    Case("waiver-wrong-field", "Miễn trừ viết sai tên trường", 2, "Có phải ý bạn là «approver»", wrong_waiver_field),
    Case("waiver-other-failure", "Được miễn trừ một lỗi, còn lỗi khác", 1, "không đạt: L4-INF-01",
         waived(LOW_CONTRAST, Finding("L4-INF-01", A, State.FAIL, seen="trang không có thời hạn"))),
    Case("policy-wrong-field", "Chính sách viết sai tên trường", 2, "Có phải ý bạn là «most_age_days»",
         with_policy(("most_age_days", "most_age_day"))),
    Case("policy-wrong-value", "Chính sách viết sai giá trị", 2, "Tuổi tối đa (ngày)",
         with_policy(('"30"', '"ba mươi"'))),
    Case("policy-drops-mandatory", "Chính sách bỏ mức bắt buộc", 2, "Mức tiêu chí chặn công bố",
         with_policy(("blocking: [mandatory]", "blocking: [recommended]"))),
    Case("policy-missing", "Không có tệp chính sách", 2, "Có phải ý bạn là «default»",
         lambda place: [place.run(WHOLE), "--policy", "defaut"]),
    Case("unknown-format", "Dạng kết quả không có", 2, "Có phải ý bạn là «junit»",
         lambda place: [place.run(WHOLE), "--format", "jnuit"]),
    Case("unknown-run", "Không có lượt chạy ấy", 2, "Không có lượt chạy «20261126-08000»",
         lambda place: [place.run(WHOLE), "20261126-08000"]),
]  # fmt: skip
