"""The frozen values that pass between rooms. Imports nothing of the project."""

from harness.model.criteria import Criterion, Decision, Finding, Ruleset, State
from harness.model.evidence import Document, Evidence, Masked, Outcome, Witness
from harness.model.service import (
    FeeItem,
    FormSection,
    Paper,
    Persona,
    Result,
    Service,
    TimeLimit,
    vnd,
)
from harness.model.terms import Policy, Waiver
from harness.model.trouble import (
    AwaitsReview,
    Blocked,
    Compromised,
    Lacking,
    NotObserved,
    SpecificationError,
    Trouble,
)
from harness.model.verification import DEMO_KEY, DEMO_SIGNED, Verification

__all__ = [
    "DEMO_KEY",
    "DEMO_SIGNED",
    "AwaitsReview",
    "Blocked",
    "Compromised",
    "Criterion",
    "Decision",
    "Document",
    "Evidence",
    "FeeItem",
    "Finding",
    "FormSection",
    "Lacking",
    "Masked",
    "NotObserved",
    "Outcome",
    "Paper",
    "Persona",
    "Policy",
    "Result",
    "Ruleset",
    "Service",
    "SpecificationError",
    "State",
    "TimeLimit",
    "Trouble",
    "Verification",
    "Waiver",
    "Witness",
    "vnd",
]
