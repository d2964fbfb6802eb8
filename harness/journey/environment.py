"""What stands around a run: the simulators, and the sandbox when it is the portal under test."""

from __future__ import annotations

import json
import os
import queue
import secrets
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from harness.catalog import Catalog
from harness.catalog.adapters import Adapter
from harness.model import Compromised, SpecificationError
from harness.simulators import Ports, Secrets, Simulators

SANDBOX = "sandbox"
OWN = {SANDBOX: "classic", "spa": "spa"}  # portals that this project brings along → their make
READY = 60.0  # seconds the sandbox may take to say that it serves


@dataclass(frozen=True, slots=True)
class Options:
    """How the sandbox is to behave. ``latency``: milliseconds added to each request."""

    faults: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    latency: int = 0


@dataclass(slots=True)
class Environment:
    """Started in ``start``; ``stop`` ends only what it started."""

    catalog: Catalog
    declared: Adapter
    options: Options = field(default_factory=Options)
    adapter: Adapter = field(init=False)
    simulators: Simulators | None = field(init=False, default=None)
    officer_password: str = field(init=False, default="", repr=False)
    portal_pid: int = field(init=False, default=0)
    _sandbox: subprocess.Popen[str] | None = field(init=False, default=None)
    _log: IO[str] | None = field(init=False, default=None)
    _differs: Mapping[str, Any] = field(init=False, default_factory=dict)  # what a variant's adapter says otherwise

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that must never reach a file."""
        shared = self.simulators.shared if self.simulators else None
        own = (shared.gateway_secret, shared.client_secret, shared.national_password) if shared else ()
        passwords = (word for actor in self.adapter.actors.values() for word in (actor.password, actor.secret))
        return tuple(s for s in (*own, self.officer_password, *passwords) if s)

    def start(self) -> None:
        """Raises Compromised when something around the portal does not start, SpecificationError for a variable."""
        own_sandbox = self.declared.id in OWN and not os.environ.get("PORTAL_URL")
        if (self.options.faults or self.options.variants) and not own_sandbox:
            raise SpecificationError([
                f"Cổng «{self.declared.name}» không do kiemthu tự chạy: bỏ --portal-fault và --portal-variant."
            ])
        variables = dict(os.environ)
        try:
            if self.declared.simulators:
                self.simulators = self._simulators(variables)
                self.simulators.start()
                variables |= self.simulators.environment()
            if own_sandbox:
                self.officer_password = secrets.token_urlsafe(12)
                variables |= self._start_sandbox(variables | {"OFFICER_PASSWORD": self.officer_password})
            if self.simulators and variables.get("NOTIFY_URL"):
                self.simulators.gateway.notify_url = variables["NOTIFY_URL"]
            self.adapter = self._as_started(self.declared.resolved(variables))
        except OSError as error:
            self.stop()
            raise Compromised(f"không dựng được môi trường chạy: {error}", owner="máy kiểm thử") from error
        except BaseException:
            self.stop()
            raise

    def _as_started(self, adapter: Adapter) -> Adapter:
        order = self._differs.get("order")
        return replace(adapter, order=tuple(order)) if order else adapter

    def stop(self) -> None:
        process, self._sandbox = self._sandbox, None
        if process is not None:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()
        if self._log:
            self._log.close()
            self._log = None
        if self.simulators:
            self.simulators.stop()

    def _simulators(self, variables: Mapping[str, str]) -> Simulators:
        """On given addresses and with given secrets when a portal elsewhere already knows them."""
        given = {
            "tmn_code": "GATEWAY_TMN_CODE", "gateway_secret": "GATEWAY_SECRET", "client_id": "OIDC_CLIENT_ID",
            "client_secret": "OIDC_CLIENT_SECRET", "national_username": "NATIONAL_USERNAME",
            "national_password": "NATIONAL_PASSWORD",
        }  # fmt: skip
        shared = Secrets(**{key: variables[name] for key, name in given.items() if variables.get(name)})
        ports = Ports(
            gateway=_port(variables.get("GATEWAY_URL", "")), identity=_port(variables.get("IDENTITY_URL", "")),
            national=_port(variables.get("NATIONAL_URL", "")), mailbox=int(variables.get("SMTP_PORT") or 0),
        )  # fmt: skip
        return Simulators.create(
            self.catalog.personas.values(), self.catalog.procedures, shared=shared, ports=ports,
            notify_url=variables.get("NOTIFY_URL", ""),
        )  # fmt: skip

    def _start_sandbox(self, variables: Mapping[str, str]) -> dict[str, str]:
        """Starts it and reads the one line of JSON that it prints when it serves."""
        command = [sys.executable, "-m", "sandbox", "serve", "--portal", OWN[self.declared.id],
                   "--latency", str(self.options.latency)]
        command += [word for fault in self.options.faults for word in ("--fault", fault)]
        command += [word for variant in self.options.variants for word in ("--variant", variant)]
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 — closed in stop()
        self._sandbox = process = subprocess.Popen(  # noqa: S603 — our own interpreter and module
            command, env=dict(variables), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True,
            encoding="utf-8", cwd=Path(__file__).parents[2], start_new_session=True,  # Ctrl-C is for us, not for it
        )  # fmt: skip
        ready = json.loads(_first_line(process, READY) or "{}")
        if "portal" not in ready:
            self._log.seek(0)
            told = self._log.read().strip().splitlines()
            if process.poll() == 2:  # it did not understand its own options
                raise SpecificationError(told[-1:] or ["cổng mẫu không nhận các tùy chọn đã cho"])
            raise Compromised(f"cổng mẫu không khởi động được: {told[-1] if told else 'không có lời giải thích'}",
                              owner="cổng mẫu")  # fmt: skip
        self.portal_pid = ready["pid"]
        self._differs = ready.get("adapter", {})
        return {"PORTAL_URL": ready["portal"], "ONE_STOP_URL": ready["one_stop"], "NOTIFY_URL": ready.get("notify", ""),
                "OFFICER_PASSWORD": variables["OFFICER_PASSWORD"]}  # fmt: skip


def _port(url: str) -> int:
    return urlsplit(url).port or 0 if url else 0


def _first_line(process: subprocess.Popen[str], budget: float) -> str:
    """The first line, or "" when the process ended or said nothing within ``budget`` seconds."""
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None  # noqa: S101 — a pipe was asked for
    threading.Thread(target=lambda: lines.put(process.stdout.readline()), daemon=True).start()  # type: ignore[union-attr]
    try:
        return lines.get(timeout=budget)
    except queue.Empty:
        return ""
