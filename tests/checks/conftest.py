"""A conforming service and its evidence, ready to be spoilt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.checks import Shortfall, checks
from harness.model import Service
from tests.checks import prepared

Judge = Callable[[str, prepared.Sample], Shortfall | None]


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return prepared.service(tmp_path)


@pytest.fixture
def judged(tmp_path: Path, service: Service) -> Judge:
    """Judges a sample by the criterion's check."""

    def judge(criterion: str, sample: prepared.Sample) -> Shortfall | None:
        subject = prepared.of_a_reduced_class(service) if criterion == "L4-PAY-06" else service
        return checks()[criterion](sample.evidence(tmp_path / "run"), subject)

    return judge
