"""One small pure function per claim: evidence and service in, what falls short out."""

from harness.checks import (
    access,
    data,
    forms,
    identity,
    integration,
    monitoring,
    payment,
    processing,
    published,
    receipts,
    results,
    security,
    submission,
)
from harness.checks.registry import Check, Claim, Shortfall, check, checks, judge

__all__ = [
    "Check", "Claim", "Shortfall", "access", "check", "checks", "data", "forms", "identity", "integration", "judge",
    "monitoring", "payment", "processing", "published", "receipts", "results", "security", "submission",
]  # fmt: skip
