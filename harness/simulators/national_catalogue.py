"""The national portal's catalogue services, answered from a snapshot of the procedure catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from harness.catalog.procedures import Procedure

Answer = dict[str, Any]


class Catalogue:
    """``procedures``: procedure code → snapshot. What the snapshot does not tell is answered empty."""

    def __init__(self, procedures: Mapping[str, Procedure]) -> None:
        self._procedures = procedures
        self.services: dict[str, Callable[[Mapping[str, Any]], Answer]] = {
            "LayThuTuc": self.procedure,
            "LayDanhSachTTHC": self.procedures,
            "LayDanhMucCoQuan": self.agencies,
            "LayDanhMucLinhVuc": self.fields,
        }

    def procedure(self, body: Mapping[str, Any]) -> Answer:
        code = str(body.get("maTTHC", ""))
        if code not in self._procedures:
            return {"error_code": "-1", "message": f"Không tìm thấy thủ tục {code}"}
        return success([_record(self._procedures[code])])

    def procedures(self, _: Mapping[str, Any]) -> Answer:
        return success([{"MATTHC": c, "TENTTHC": p.name} for c, p in sorted(self._procedures.items())])

    def agencies(self, _: Mapping[str, Any]) -> Answer:
        """Agencies are the owners of code groups (G15 …): the snapshot has no list of its own."""
        found = sorted({_field(p)[0].partition("-")[0] for p in self._procedures.values()} - {""})
        return success(
            [{"MADONVI": f"000.00.00.{code}", "TENDONVI": "", "CAPDONVI": "1"} for code in found]
        )

    def fields(self, _: Mapping[str, Any]) -> Answer:
        found = sorted({_field(p) for p in self._procedures.values()})
        return success([{"MALINHVUC": code, "TENLINHVUC": name} for code, name in found])


def success(result: list[dict[str, Any]]) -> Answer:
    return {"error_code": 0, "message": "Thành công", "result": result}


def _field(procedure: Procedure) -> tuple[str, str]:
    """«G15-TP07 Hộ tịch» → code and name; the code may be absent."""
    code, name = re.fullmatch(r"([A-Z]\d{2}-[A-Z]{2}\d{2})?\s*(.*)", procedure.field.strip()).groups("")  # type: ignore[union-attr]
    return code, name


def _record(procedure: Procedure) -> dict[str, Any]:
    """One procedure in the capital letters of LayThuTuc; TRANGTHAI 1 = public; KENH 1 direct, 2 online."""
    code, name = _field(procedure)
    fees = [("2", procedure.fee_online), ("1", procedure.fee_direct)]
    return {
        "MATTHC": procedure.code,
        "TENTTHC": procedure.name,
        "TRANGTHAI": "1",
        "LINHVUCTHUCHIEN": [{"MALINHVUC": code, "TENLINHVUC": name}],
        "CACHTHUCTHUCHIEN": [
            {
                "KENH": channel,
                "THOIGIAN": [{"PHILEPHI": [{"SOTIEN": str(fee), "MOTA": procedure.fee_text}]}],
            }
            for channel, fee in fees
            if fee is not None
        ],
        "KETQUATHUCHIEN": [{"MAKETQUA": "", "TENKETQUA": result} for result in procedure.results],
        "THANHPHANHOSO": [{"MAGIAYTO": part.code, "TENMAUDON": part.name} for part in procedure.components],
    }
