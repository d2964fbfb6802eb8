"""The national portal's data services (JSON, as provincial adapters speak it): a sink that keeps all."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, jsonify, request

from harness.catalog.procedures import Procedure
from harness.model import Persona
from harness.simulators import clock
from harness.simulators.accounts import claims_of
from harness.simulators.national_catalogue import Catalogue, success
from harness.simulators.serving import WebServer, flask_app
from harness.simulators.validation import problems

SESSION_LIFETIME = 1800.0  # seconds
REFUSED = "-1"
BATCH = 10  # rows one CapNhatTienDoHoSoMC may carry
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came, what was answered, and where its packet departs from the schema."""

    service: str
    body: Mapping[str, Any]
    answer: Mapping[str, Any]
    at: str  # ISO 8601
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packet:
    """One row of DongBoHoSoMC or CapNhatTienDoHoSoMC that was accepted."""

    at: str
    data: Mapping[str, Any]
    is_updating: bool = False


class NationalPortal:
    """Thread-safe. Takes packets with errors too (the real one does) and notes what is wrong with them."""

    def __init__(  # noqa: PLR0913, PLR0917 - the account, what it knows, the address
        self, username: str, password: str, procedures: Mapping[str, Procedure] | None = None,
        host: str = "localhost", port: int = 0, personas: Iterable[Persona] = (),
    ) -> None:  # fmt: skip
        self._username = username
        self._password = password
        self._catalogue = Catalogue(procedures or {})
        self._technical_ids = {p.identity_number: claims_of(p)["sub"] for p in personas}
        self._lock = threading.RLock()
        self._sessions: dict[str, float] = {}  # session → monotonic second at which it ends
        self._calls: list[Call] = []
        self._dossiers: dict[str, list[Packet]] = {}
        self._progress: dict[str, list[Packet]] = {}
        self._failures: list[tuple[str, str, str]] = []  # code, message, dossier ("" = any)
        self._services: dict[str, Callable[[Mapping[str, Any]], Answer]] = {
            "DongBoHoSoMC": self._take_dossiers,
            "CapNhatTienDoHoSoMC": self._take_progress,
            "TraCuuHoSo": self._look_up,
            "TraCuuTechID": self._technical_id,
            **self._catalogue.services,
        }
        app = flask_app("national")
        app.post("/login")(self._login)
        app.post("/services")(self._serve)
        self._server = WebServer(app, port, host)

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    # --- control, for journeys

    def calls(self, service: str | None = None) -> list[Call]:
        with self._lock:
            return [c for c in self._calls if service in {None, c.service}]

    def dossier_packets(self, code: str) -> list[Packet]:
        with self._lock:
            return list(self._dossiers.get(code, ()))

    def progress_rows(self, code: str) -> list[Packet]:
        with self._lock:
            return list(self._progress.get(code, ()))

    def read_back(self, code: str) -> dict[str, Any] | None:
        """What TraCuuHoSo would answer about the dossier; None when it is not known."""
        found: list[dict[str, Any]] = self._look_up({"mahoso": code}).get("result", [])
        return found[0] if found else None

    def procedure(self, code: str) -> dict[str, Any] | None:
        """What LayThuTuc would answer; None when there is no such procedure."""
        found: list[dict[str, Any]] = self._catalogue.procedure({"maTTHC": code}).get("result", [])
        return found[0] if found else None

    def fail_next(self, count: int = 1, *, code: str = "99", message: str = "Hệ thống đang bận",
                  dossier: str = "") -> None:  # fmt: skip
        """The next ``count`` service calls (about this dossier) are answered with this error and not taken."""
        with self._lock:
            self._failures += [(code, message, dossier)] * count

    def calls_about(self, dossier: str) -> list[Call]:
        """Every call whose rows name the dossier, refused ones too."""
        return [call for call in self.calls() if _names(call.body, dossier)]

    def expire_sessions(self) -> None:
        """Every session is over at once: the portal must log in again."""
        with self._lock:
            self._sessions.clear()

    # --- transport

    def _login(self) -> Response:
        body = _body()
        given = f"{body.get('username')}\n{body.get('password')}".encode()
        right = secrets.compare_digest(given, f"{self._username}\n{self._password}".encode())
        answer: Answer = {"error_code": 1, "message": "Tên đăng nhập hoặc mật khẩu không đúng"}
        if right:
            session = secrets.token_hex(16)
            with self._lock:
                self._sessions[session] = time.monotonic() + SESSION_LIFETIME
            answer = {"error_code": 0, "message": "Thành công", "session": session}
        self._keep("login", {k: v for k, v in body.items() if k != "password"}, answer)
        return jsonify(answer)

    def _serve(self) -> Response:
        body = _body()
        name = str(body.get("service", ""))
        answer = self._answer(name, body)
        departures = _departures(name, body) if name in {"DongBoHoSoMC", "CapNhatTienDoHoSoMC"} else ()
        self._keep(name, {k: v for k, v in body.items() if k != "session"}, answer, departures)
        return jsonify(answer)

    def _answer(self, name: str, body: Mapping[str, Any]) -> Answer:
        with self._lock:
            if self._sessions.get(str(body.get("session")), 0.0) < time.monotonic():
                return _refusal("Phiên làm việc đã hết hạn")
            failure = next((one for one in self._failures if not one[2] or _names(body, one[2])), None)
            if failure:
                self._failures.remove(failure)
                return {"error_code": failure[0], "message": failure[1]}
        service = self._services.get(name)
        return service(body) if service else _refusal(f"Không có dịch vụ «{name}»")

    def _keep(self, service: str, body: Mapping[str, Any], answer: Answer,
              departures: tuple[str, ...] = ()) -> None:  # fmt: skip
        with self._lock:
            self._calls.append(Call(service, body, answer, clock.iso(), departures))

    # --- services

    def _take_dossiers(self, body: Mapping[str, Any]) -> Answer:
        updating = str(body.get("isUpdating")) == "True"
        rows = _rows(body)
        with self._lock:
            known = [str(r["MaHoSo"]) for r in rows if str(r.get("MaHoSo")) in self._dossiers]
            if known and not updating:
                return _refusal(f"Hồ sơ {', '.join(known)} đã tồn tại")
            for row in rows:
                packet = Packet(clock.iso(), row, updating)
                self._dossiers.setdefault(str(row.get("MaHoSo", "")), []).append(packet)
        return _taken(rows)

    def _take_progress(self, body: Mapping[str, Any]) -> Answer:
        rows = _rows(body)
        if len(rows) > BATCH:
            return _refusal(f"Mỗi lần gửi không quá {BATCH} dòng tiến độ")
        with self._lock:
            for row in rows:
                packet = Packet(clock.iso(), row)
                self._progress.setdefault(str(row.get("MaHoSo", "")), []).append(packet)
        return _taken(rows)

    def _look_up(self, body: Mapping[str, Any]) -> Answer:
        code = str(body.get("mahoso", ""))
        packets, rows = self.dossier_packets(code), self.progress_rows(code)
        if not packets:
            return _refusal(f"Không tìm thấy hồ sơ {code}")
        data = dict(packets[-1].data)
        if rows:
            data["TrangThaiHoSo"] = rows[-1].data.get("TrangThai", data.get("TrangThaiHoSo"))
        return success([data | {"TienDo": [dict(r.data) for r in rows]}])

    def _technical_id(self, body: Mapping[str, Any]) -> Answer:
        found = self._technical_ids.get(str(body.get("mstorcmnd", "")))
        return success([{"TECHNICALID": found}]) if found else _refusal("Không tìm thấy tài khoản")


def _names(body: Mapping[str, Any], dossier: str) -> bool:
    return any(str(row.get("MaHoSo", "")) == dossier for row in _rows(body))


def _body() -> dict[str, Any]:
    body = request.get_json(silent=True)
    return body if isinstance(body, dict) else {}


def _rows(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    data = body.get("data")
    return [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []


def _departures(service: str, body: Mapping[str, Any]) -> tuple[str, ...]:
    schema = "national-dossier" if service == "DongBoHoSoMC" else "national-progress"
    rows = _rows(body)
    if not rows:
        return ("data: không có dòng dữ liệu nào",)
    return tuple(f"data[{i}].{p}" for i, row in enumerate(rows) for p in problems(schema, row))


def _refusal(message: str) -> Answer:
    return {"error_code": REFUSED, "message": message}


def _taken(rows: list[dict[str, Any]]) -> Answer:
    if not rows:
        return _refusal("Không có dữ liệu")
    return success([{"MaHoSo": str(row.get("MaHoSo", "")), "error_code": 0} for row in rows])
