"""The four together, and on their own from a command line."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from harness.model import Persona
from harness.simulators import Ports, Secrets, Simulators
from harness.simulators.clock import iso, now, parse_compact

ROOT = Path(__file__).parents[2]


def test_start_stop_and_start_again_on_the_same_ports(people: dict[str, Persona]) -> None:
    simulators = Simulators.create(people.values())
    with simulators:
        first = simulators.environment()
        assert httpx.get(f"{first['IDENTITY_URL']}/oauth2/jwks", trust_env=False).status_code == 200
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{first['IDENTITY_URL']}/oauth2/jwks", trust_env=False)
    with simulators:
        assert simulators.environment() == first


def test_a_taken_port_leaves_nothing_running(people: dict[str, Persona]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        simulators = Simulators.create(people.values(), ports=Ports(mailbox=taken.getsockname()[1]))
        with pytest.raises(OSError, match="use"):
            simulators.start()
    with pytest.raises(httpx.ConnectError):
        httpx.get(simulators.gateway.url, trust_env=False)


def test_secrets_are_new_each_time_and_not_in_their_repr() -> None:
    one, other = Secrets(), Secrets()
    assert one.gateway_secret != other.gateway_secret
    assert one.gateway_secret not in repr(one)
    assert len(one.tmn_code) == 8


def test_alone_from_the_command_line() -> None:
    command = [sys.executable, "-W", "error", "-m", "harness.simulators", "--tmn-code", "ABCD1234"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = json.loads(process.stdout.readline())
        found = httpx.get(f"{told['IDENTITY_URL']}/.well-known/openid-configuration", trust_env=False)
        assert found.json()["issuer"] == told["IDENTITY_URL"]
        assert told["GATEWAY_TMN_CODE"] == "ABCD1234"
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")


def test_times_carry_vietnams_offset() -> None:
    assert iso().endswith("+07:00")
    assert parse_compact("20260720080000") is not None
    assert parse_compact("mai") is None
    assert now().utcoffset() is not None
