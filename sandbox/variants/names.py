"""Every variant by name: what it is for and how it differs. Needs neither Django nor a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Variant:
    """`kind`: conforming (another lawful way: all must stay green) or control (serves nobody, or lies)."""

    kind: str
    title: str
    latency: int = 0  # milliseconds added to each request
    adapter: Mapping[str, Any] = field(default_factory=dict)  # what its adapter says otherwise


NAMES: Mapping[str, Variant] = {
    "english-offered": Variant("conforming", "Có giao diện tiếng Anh bên cạnh tiếng Việt"),
    "slow-network": Variant("conforming", "Mạng chậm: mỗi yêu cầu thêm 300 ms", latency=300),
    "district-codes": Variant("conforming", "Mã hồ sơ do cấp huyện sinh, số thứ tự không liền nhau"),
    "pay-after-reception": Variant(
        "conforming", "Tiếp nhận xong mới nộp phí",
        adapter={"order": ["submit", "receive", "pay", "process", "issue", "result"]},
    ),
    "fields-reordered": Variant("conforming", "Các mục và ô trên mỗi trang tờ khai xếp ngược lại"),
    "one-page-form": Variant("conforming", "Cả tờ khai nằm trên một trang"),
    "decomposed-text": Variant("conforming", "Chữ trên trang ở dạng Unicode tổ hợp (NFD)"),
    "reject-all": Variant("control", "Từ chối mọi yêu cầu"),
    "always-200": Variant("control", "Yêu cầu nào cũng báo thành công, không làm gì"),
    "inert": Variant("control", "Nhận mọi thứ, không xử lý gì"),
    "random-delay": Variant("control", "Trả lời lúc nhanh lúc chậm, không theo quy luật"),
    "lying-pages": Variant("control", "Mọi trang cùng nói hồ sơ đã xong; gói tin gửi Cổng quốc gia nói thật"),
}  # fmt: skip


def as_rows() -> list[dict[str, object]]:
    """What `python -m sandbox variants --json` prints."""
    return [{"name": name, "kind": one.kind, "title": one.title} for name, one in NAMES.items()]
