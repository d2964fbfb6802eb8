"""One small pure function per claim: evidence and service in, what falls short out."""

from harness.checks import (
    access,
    catalogue,
    data,
    form_again,
    form_controls,
    form_files,
    form_values,
    forms,
    identity,
    integration,
    level_one,
    monitoring,
    orders,
    packets,
    payment,
    processing,
    published,
    receipts,
    results,
    reviews,
    security,
    slots,
    submission,
    told,
)
from harness.checks.registry import Check, Claim, Shortfall, check, checks, judge

__all__ = [
    "Check", "Claim", "Shortfall", "access", "catalogue", "check", "checks", "data", "form_again",
    "form_controls",
    "form_files", "form_values", "forms", "identity", "integration",
    "judge", "level_one", "monitoring", "orders", "packets", "payment", "processing", "published", "receipts",
    "results", "reviews", "security", "slots", "submission", "told",
]  # fmt: skip
