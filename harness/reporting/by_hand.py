"""A journey as a person can walk it again: its journal, told step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from harness.evidence.reader import events

# Tasks of adapters are fixed by the harness; a page is recorded under the task that led to it.
TASKS = {
    "search": "Tìm dịch vụ trên cổng",
    "find": "Tìm dịch vụ trên cổng",
    "about": "Mở trang giới thiệu của cổng",
    "sign_in": "Đăng nhập bằng tài khoản của người nộp thử",
    "start": "Mở trang thủ tục và bắt đầu nộp hồ sơ trực tuyến",
    "fill": "Khai tờ khai rồi sang bước sau",
    "from_store": "Lấy giấy tờ từ kho dữ liệu điện tử",
    "attach": "Đính kèm giấy tờ",
    "review": "Xem lại hồ sơ trước khi nộp",
    "declaration": "Tải tờ khai đã khai",
    "submit": "Nộp hồ sơ",
    "track": "Mở trang hồ sơ của người nộp",
    "pay": "Thanh toán",
    "receive": "Cán bộ tiếp nhận hồ sơ ở hệ thống một cửa",
    "process": "Cán bộ xử lý hồ sơ",
    "issue": "Cán bộ cấp kết quả",
    "deliver": "Cán bộ trả kết quả",
    "supplement": "Bổ sung hồ sơ theo yêu cầu",
    "withdraw": "Rút hồ sơ",
    "result": "Tải kết quả",
    "papers_back": "Tải các giấy tờ mà cổng đưa lại",
    "lookup": "Tra cứu hồ sơ bằng mã hồ sơ",
    "rate": "Đánh giá việc giải quyết",
}
# What the harness does beside the page, as a person with a test gateway would do it.
BESIDE = {
    "stranger": "Đăng nhập bằng tài khoản khác, rồi khi chưa đăng nhập, mở lại các địa chỉ của hồ sơ vừa nộp",
    "payment-cancelled": "Ở trang của cổng thanh toán, bấm hủy rồi quay về",
    "payment-forged": "Từ cổng thanh toán thử, gửi thông báo kết quả với chữ ký sai tới địa chỉ nhận thông báo",
    "payment-wrong-amount": "Từ cổng thanh toán thử, gửi thông báo thành công với số tiền khác",
    "payment-unknown": "Từ cổng thanh toán thử, gửi thông báo cho một mã giao dịch không có",
    "payment-suspicious": "Từ cổng thanh toán thử, báo giao dịch bị nghi ngờ gian lận",
    "payment-tampered-return": "Sửa tham số trên địa chỉ quay về cổng dịch vụ công rồi mở",
    "payment-browser-closed": "Trả tiền xong thì đóng trình duyệt trước khi quay về cổng dịch vụ công",
    "payment-duplicate": "Từ cổng thanh toán thử, gửi lại thông báo đã gửi",
    "payment-lost": "Trả tiền nhưng không gửi thông báo, rồi chờ cổng tự hỏi lại",
}


def by_hand(folder: Path, until: str = "") -> list[str]:
    """Numbered by the reader: what to do and on which address, up to the page ``until`` (a file of the journal)."""
    told: list[tuple[str, list[str]]] = []
    entered = _entered(folder)
    for row in events(folder):
        if row["kind"] == "page":
            name, address = row["name"], row["url"].split("?")[0]
            if name == "track" and ("track", [address]) in told and row["file"] != until:
                continue  # looked at again after each step of the officer
            if not told or told[-1][0] != name:
                told.append((name, []))
            if address not in told[-1][1]:
                told[-1][1].append(address)
            if until and row["file"] == until:
                break
        elif row["kind"] == "papers" and told:
            entered["attach"] = [f"{slot['label']}: {slot['value']}" for slot in row["slots"]]
    steps = [_step(name, addresses, entered.get(name, [])) for name, addresses in told]
    beside = BESIDE.get(folder.name, "")
    return [*steps, beside] if beside and not until else steps


def _step(name: str, addresses: Iterable[str], values: list[str]) -> str:
    words = TASKS.get(name, f"Làm bước «{name}» của cổng")
    inside = f" ({'; '.join(values)})" if values else ""
    return f"{words}{inside}: {' → '.join(addresses)}"


def _entered(folder: Path) -> dict[str, list[str]]:
    """What was typed into the form, as the journal shows it: personal data stay masked."""
    fields: list[Mapping[str, Any]] = []
    for row in events(folder):
        if row["kind"] == "fact" and row["fact"] == "form.fields" and isinstance(row["value"], list):
            fields = row["value"]
    return {"fill": [f"{f['label']}: {f['set']}" for f in fields if f.get("set") not in (None, "", [])]}
