"""What goes wrong around a portal is told in a sentence with its owner; the service is never blamed for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.catalog import Catalog, load
from harness.evidence.redaction import Redaction
from harness.evidence.run_file import RunFile
from harness.journey.conductor import Conductor
from harness.journey.environment import Environment
from harness.journey.planner import Drive
from harness.model import Evidence, Outcome
from harness.portal.browser import browser

ROOT = Path(__file__).parents[2]
SERVICE = "2.000635"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(ROOT)


@pytest.fixture
def environment(catalog: Catalog) -> Iterator[Environment]:
    around = Environment(catalog, catalog.portals["sandbox"])
    around.start()
    yield around
    around.stop()


def drive(catalog: Catalog, environment: Environment, folder: Path, walk: str = "complete") -> Evidence:
    async def one() -> Evidence:
        redaction = Redaction(environment.secrets)
        conductor = Conductor(catalog, folder, {"sandbox": environment}, RunFile(folder, redaction), redaction)
        async with browser() as started:
            return (await conductor(started, Drive(SERVICE, walk, (walk,)), None))[walk]

    return asyncio.run(one())


def refuse_sign_in(environment: Environment) -> None:
    assert environment.simulators
    environment.simulators.identity.behave(refuse=True)


def stop_gateway(environment: Environment) -> None:
    assert environment.simulators
    environment.simulators.gateway.stop()


def stop_identity(environment: Environment) -> None:
    assert environment.simulators
    environment.simulators.identity.stop()


@pytest.mark.parametrize(
    ("spoil", "outcomes", "says"),
    [
        (refuse_sign_in, {Outcome.BLOCKED, Outcome.COMPROMISED}, ("đăng nhập", "sign_in")),
        (stop_identity, {Outcome.COMPROMISED, Outcome.BLOCKED}, ("định danh", "sign_in")),
        (stop_gateway, {Outcome.COMPROMISED}, ("cổng thanh toán",)),
    ],
)
def test_a_side_that_fails_is_named(  # noqa: PLR0917
    spoil: Callable[[Environment], None], outcomes: set[Outcome], says: tuple[str, ...],
                                    catalog: Catalog, environment: Environment, tmp_path: Path) -> None:  # fmt: skip
    spoil(environment)
    seen = drive(catalog, environment, tmp_path)
    assert seen.outcome in outcomes, seen.reason
    assert any(word in f"{seen.reason} {seen.owner}" for word in says), (seen.reason, seen.owner)
    assert seen.owner
    assert "Traceback" not in seen.reason


def test_a_portal_that_does_not_answer_is_compromised(
    catalog: Catalog, environment: Environment, tmp_path: Path
) -> None:
    environment._sandbox.terminate()  # type: ignore[union-attr]
    environment._sandbox.wait()  # type: ignore[union-attr]
    seen = drive(catalog, environment, tmp_path, "information")
    assert seen.outcome is Outcome.COMPROMISED
    assert "không" in seen.reason
    assert "Traceback" not in seen.reason
