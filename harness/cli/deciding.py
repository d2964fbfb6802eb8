"""From runs on disk to a ruling: the one way in which ``run``, ``judge`` and ``gate`` decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from harness.catalog import Catalog
from harness.catalog.policies import policy as read_policy
from harness.catalog.waivers import waivers as read_waivers
from harness.cli import project
from harness.model import Policy, Ruleset, Service, Waiver
from harness.verdict.proof import Proof
from harness.verdict.record import RunRecord
from harness.verdict.ruling import Ruling, Terms, rule


@dataclass(frozen=True, slots=True)
class Ground:
    """What people laid down for decisions, read before anything is started: a mistake in it is exit code 2."""

    policy: Policy
    waivers: tuple[Waiver, ...]

    @classmethod
    def of(cls, catalog: Catalog, given: str = "", portal_build: str = "") -> Ground:
        criteria = dict.fromkeys(c.id for ruleset in catalog.rulesets.values() for c in ruleset.criteria)
        policy = read_policy(catalog.root, given, catalog.rulesets)
        if portal_build:
            policy = replace(policy, portal_build=portal_build)
        return cls(policy, read_waivers(catalog.root, criteria, catalog.services))

    def terms(self, proofs: Mapping[str, Proof]) -> Terms:
        return Terms(datetime.now(UTC), self.policy, self.waivers, proofs)


def decide_over(
    records: Sequence[RunRecord], catalog: Catalog, ground: Ground, proofs: Mapping[str, Proof]
) -> tuple[Ruling, Ruleset, tuple[Service, ...]]:
    """Runs whose services are all known to one ruleset; without any service, by the policy's first ruleset."""
    codes = dict.fromkeys(code for record in records for code in record.selection.services)
    services = tuple(catalog.services[code] for code in codes if code in catalog.services)
    rules = project.ruleset(catalog, services) if services else catalog.rulesets[ground.policy.rulesets[0]]
    return rule(records, rules, services, ground.terms(proofs)), rules, services


def named_apart(records: Sequence[RunRecord]) -> list[RunRecord]:
    """Runs in different folders may bear one name (an artifact of each machine); their ids must still differ."""
    names = [record.id for record in records]
    return [
        replace(record, name=str(Path(record.folder.parent.name) / record.folder.name))
        if names.count(record.id) > 1
        else record
        for record in records
    ]
