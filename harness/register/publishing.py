"""May this service be published now? Every obstacle at once, as sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from harness.model import DEMO_KEY, Service
from harness.register.life import WORDS, Stage
from harness.register.snapshot import Decided, Entry, Snapshot

AHEAD = timedelta(minutes=5)  # how far another machine's clock may run before ours


@dataclass(frozen=True, slots=True)
class Terms:
    """What a decision must be to be published on."""

    max_age: timedelta
    demo_key: bool = False  # whether a decision signed with the demo key will do


@dataclass(frozen=True, slots=True)
class Today:
    """What is true now, to hold against what was recorded. `profile`: SHA-256 of the approved profile as it is now;
    `proof`: what verification of the run's folder found wrong, None when the folder could not be found."""

    now: datetime
    profile: str
    proof: Iterable[str] | None


def obstacles(code: str, service: Service | None, held: Snapshot, terms: Terms, today: Today) -> Iterator[str]:
    """Nothing is yielded only for a valid, fresh, signed decision to publish on unchanged approved facts."""
    entry = held.by_code.get(code)
    if service is None:
        yield f"Không có hồ sơ dịch vụ {code} trong features/."
    if entry is None or entry.decided is None:
        yield f"Sổ đăng ký chưa có quyết định nào về {code}; hãy chạy: kiemthu run {code}, rồi kiemthu register record"
        return
    if entry.stage is not Stage.CONFORMING:
        yield f"Dịch vụ đang ở bước «{WORDS[entry.stage]}»; chỉ công bố được từ «{WORDS[Stage.CONFORMING]}»."
    yield from _decision(entry, entry.decided, terms, today)
    yield from _waivers(entry, held, today)


def _decision(entry: Entry, last: Decided, terms: Terms, today: Today) -> Iterator[str]:
    if last.decision != "publish":
        yield f"Quyết định gần nhất ({last.run}) không cho công bố: {'; '.join(last.reasons) or last.decision}."
    age = today.now - last.ended
    if age > terms.max_age:
        yield (f"Bằng chứng đã {age.days} ngày, quá {terms.max_age.days} ngày cho phép; "
               f"hãy chạy lại: kiemthu run {entry.code}")  # fmt: skip
    if -age > AHEAD:
        yield f"Bằng chứng mang thời điểm ở tương lai ({last.ended:%d/%m/%Y %H:%M} UTC); hãy xem đồng hồ của máy."
    if not last.signer:
        yield "Lượt chạy không có chữ ký; quyết định không chứng minh được."
    if last.demo and not terms.demo_key:
        yield (f"Lượt chạy ký bằng {DEMO_KEY}; hãy đặt KIEMTHU_SIGNING_KEY tới khóa của cơ quan rồi chạy lại, "
               "hoặc thêm --demo khi chỉ làm thử.")  # fmt: skip
    if today.profile != last.profile:
        yield "Hồ sơ duyệt của dịch vụ đã đổi sau khi kiểm; hãy chạy lại."
    if today.proof is None:
        yield f"Không thấy thư mục bằng chứng của lượt {last.run} ({last.place}) để xác minh; hãy chỉ ra bằng --run."
    else:
        yield from today.proof


def _waivers(entry: Entry, held: Snapshot, today: Today) -> Iterator[str]:
    day = today.now.date()
    used = {f.criterion for f in entry.decided.failures if f.state == "waived"} if entry.decided else set()
    for waiver in held.waivers:
        if waiver.code == entry.code and waiver.criterion in used and waiver.ends < day:
            yield f"Miễn trừ {waiver.criterion} đã hết hạn ngày {waiver.ends:%d/%m/%Y}."
