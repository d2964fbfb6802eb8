"""Which drives the selected scenarios need, in the order to start them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PAYMENT = (
    "payment-cancelled",
    "payment-forged",
    "payment-wrong-amount",
    "payment-unknown",
    "payment-suspicious",
    "payment-tampered-return",
    "payment-browser-closed",
    "payment-duplicate",
    "payment-lost",
    "payment-anonymous",
)
AGAIN = ("keyboard", "double", "expiry", "cut", "sign-out")
# A drive is one walk by one applicant; the payment walk leaves the evidence of several journeys.
# Long walks start first, and the stranger only after the owner whose addresses he tries.
DRIVES: dict[str, tuple[str, ...]] = {
    "complete": ("complete",),
    "payment": PAYMENT,
    "supplement": ("supplement",),
    "refusal": ("refusal",),
    "withdrawal": ("withdrawal",),
    "again": AGAIN,
    "form": ("form",),
    "incomplete": ("incomplete",),
    "information": ("information",),
    "phone": ("phone",),
    "firefox": ("firefox",),
    "stranger": ("stranger",),
}
AFTER = {"stranger": "complete"}
JOURNEYS = tuple(journey for journeys in DRIVES.values() for journey in journeys)
TITLES = {
    "information": "tra cứu thông tin dịch vụ",
    "complete": "nộp hồ sơ tới khi nhận kết quả",
    "incomplete": "khai thiếu, khai sai",
    "form": "thử từng ô của tờ khai",
    "stranger": "người lạ mở hồ sơ",
    "payment": "các tình huống thanh toán",
    "supplement": "bổ sung, nộp thêm, hẹn lại, dừng",
    "refusal": "cán bộ từ chối hồ sơ đã trả tiền",
    "withdrawal": "người nộp rút hồ sơ",
    "phone": "khai trên điện thoại",
    "firefox": "khai trên Firefox",
    "again": "bấm hai lần, mất phiên, đứt mạng, chỉ dùng bàn phím",
}


@dataclass(frozen=True, slots=True)
class Drive:
    """One walk: a service, the name of the walk, and the journeys whose evidence it must leave."""

    service: str
    name: str
    journeys: tuple[str, ...]
    traced: bool = False  # driven once more for the reader, with Playwright's tracing; never judged

    @property
    def title(self) -> str:
        return TITLES.get(self.name, self.name)

    @property
    def after(self) -> str:
        """The journey of the same service that must have been driven before."""
        return AFTER.get(self.name, "")


def once_more(service: str, journey: str) -> Drive:
    """The walk that leaves this journey's evidence, alone, with tracing."""
    name = next(name for name, journeys in DRIVES.items() if journey in journeys)
    return Drive(service, name, (journey,), traced=True)


def plan(pairs: Iterable[tuple[str, str]]) -> list[Drive]:
    """(service, journey) pairs in the order of the scenarios → drives, service by service.

    Only what a scenario needs is driven, and what that needs in turn. Raises ValueError for an unknown journey.
    """
    needed: dict[str, set[str]] = {}
    for service, journey in pairs:
        if journey not in JOURNEYS:
            raise ValueError(f"unknown journey {journey!r}; known: {', '.join(JOURNEYS)}")
        wanted = needed.setdefault(service, set())
        wanted |= {journey, AFTER.get(journey, journey)}
    return [
        Drive(service, name, found)
        for service, wanted in needed.items()
        for name, journeys in DRIVES.items()
        if (found := tuple(journey for journey in journeys if journey in wanted))
    ]
