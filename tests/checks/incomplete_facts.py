"""How a conforming portal refuses what is left out, wrong or harmful (2.000635)."""

from __future__ import annotations

from typing import Any

Facts = dict[str, Any]


def field_refusal(label: str, probe: str = "empty", **changes: Any) -> dict[str, Any]:
    return {
        "label": label,
        "probe": probe,
        "advanced": False,
        "message": f"Vui lòng nhập {label}.",
        "near": True,
        "aria_invalid": True,
        "required_mark": True,
        "created": False,
    } | changes


def paper_refusal(**changes: Any) -> dict[str, Any]:
    label = "Giấy tờ chứng minh quan hệ"
    return {
        "label": label,
        "advanced": False,
        "message": f"Thiếu giấy tờ bắt buộc: {label}.",
        "created": False,
    } | changes


def file_probe(probe: str, *, accepted: bool, message: str = "Tệp không được chấp nhận.") -> dict[str, Any]:
    return {"probe": probe, "file": f"{probe}.pdf", "accepted": accepted, "message": "" if accepted else message}


HARMFUL = ("virus", "virus-inside", "double-extension", "svg-as-picture", "macro")
PROBES = [
    *(file_probe(name, accepted=True) for name in ("ok", "long-name")),
    *(file_probe(name, accepted=False) for name in ("wrong-type", "oversize", "empty", "renamed")),
    *(file_probe(name, accepted=False) for name in HARMFUL),
]
INCOMPLETE: Facts = {
    "form.refusals": [
        field_refusal("Họ, chữ đệm, tên"),
        field_refusal("Số bản sao"),
        field_refusal("Số điện thoại", "malformed", message="Số điện thoại phải gồm 10 chữ số."),
    ],
    "form.texts": [{"label": "Mục đích", "sent": "Đỗ Thị Ngọc & «con» <b>", "shown": "Đỗ Thị Ngọc & «con» <b>"}],
    "attach.slots": [{"label": "Giấy tờ chứng minh quan hệ (*)", "code": "KQ003984", "required": True, "hint": ""}],
    "attach.hint": "PDF, JPG, PNG; mỗi tệp không quá 5 MB",
    "attach.probes": PROBES,
    "attach.refusals": [paper_refusal()],
    "page.audit": ([], []),
    "page.language": ({"page": "tờ khai", "url": "/to-khai", "lang": "vi"},),
}
