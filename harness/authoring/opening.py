"""A stage for commands that write drafts: the portal started or found, one browser, one person, records kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.catalog import Catalog
from harness.evidence.people import of_catalog
from harness.evidence.recorder import Recorder
from harness.evidence.redaction import Redaction
from harness.journey.environment import Environment
from harness.journey.post import Post
from harness.journey.relay import Relay
from harness.journey.sides import sources, third_parties
from harness.model import Persona, Service
from harness.portal.stage import Stage


class Listening(Relay):
    """Passes everything on, and notes which facts were looked for in vain."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder)
        self.unread: list[str] = []

    def fact(self, name: str, value: Any, place: str, file: str = "") -> None:
        if value in (None, "", []):
            self.unread.append(name)
        super().fact(name, value, place, file)


@dataclass(slots=True)
class Studio:
    """One portal that is there, for any number of stages."""

    catalog: Catalog
    environment: Environment
    redaction: Redaction

    @asynccontextmanager
    async def stage(self, browser: Any, service: Service, persona: Persona, folder: Path) -> AsyncIterator[Stage]:
        """Whatever is seen goes to ``folder``, masked like the evidence of a run."""
        simulators = self.environment.simulators
        recorder = Recorder(folder, service.code, "soan-thao", portal=self.environment.adapter.id, applicant=persona,
                            redaction=self.redaction)  # fmt: skip
        others = [one for one in self.catalog.personas.values() if one.id != persona.id]
        async with Stage(
            self.environment.adapter, service, persona, Listening(recorder), browser,
            others={"stranger": (others or [persona])[0]},
            sources=sources(simulators, self.redaction), third_parties=third_parties(simulators),
            mailbox=Post(simulators.mailbox) if simulators else None,
        ) as stage:  # fmt: skip
            yield stage


@contextmanager
def studio(catalog: Catalog, portal: str) -> Iterator[Studio]:
    """Starts what stands around the portal, and ends what it started."""
    environment = Environment(catalog, catalog.portals[portal])
    environment.start()
    try:
        passwords = (persona.password for persona in catalog.personas.values())
        people = of_catalog(catalog.personas.values(), catalog.services.values())
        yield Studio(catalog, environment, Redaction([*environment.secrets, *passwords], people))
    finally:
        environment.stop()


def applicant_of(catalog: Catalog, wanted: str) -> Persona:
    """The person asked for; else the first one of the catalog."""
    return catalog.personas[wanted] if wanted else next(iter(catalog.personas.values()))
