"""Why something could not be said: three kinds, three verdicts, never a fail."""

from __future__ import annotations


class Trouble(Exception):  # noqa: N818 — the word of the house
    """A sentence for the reader in Vietnamese, and who must act on it."""

    def __init__(  # noqa: PLR0913 — a sentence and all that helps to act on it
        self, sentence: str, *, owner: str = "", task: str = "", step: str = "", page: str = "",
        file: str = "", candidates: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__(sentence)
        self.sentence = sentence
        self.owner = owner
        self.task = task  # adapter task that was being walked
        self.step = step  # the step as written in the adapter
        self.page = page  # address where it happened
        self.file = file  # file:line to mend
        self.candidates = candidates  # nearest names on the page


class Blocked(Trouble):
    """The service could not be tested: the portal changed, or the adapter does not fit it."""


class Lacking(Blocked):
    """The adapter says itself, with a reason, that the portal has not got this."""


class Compromised(Trouble):
    """A third party or the environment failed: nothing can be said about the service."""


class NotObserved(Trouble):
    """A check asked for evidence that the journey did not leave behind. Becomes *blocked*."""

    def __init__(self, fact: str, because: str = "") -> None:
        super().__init__(f"chưa có bằng chứng «{fact}»" + (f": {because}" if because else ""))
        self.fact = fact


class AwaitsReview(Trouble):
    """Only a named person can answer this, and nobody has, or not for what is tested now. Becomes *review*."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, owner="người xét")


class SpecificationError(Exception):
    """What people wrote cannot be read: a list of messages, each with file:line. Exit code 2."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages
