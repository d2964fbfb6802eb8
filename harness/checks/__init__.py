"""One small pure function per claim: evidence and service in, what falls short out."""

from harness.checks import (
    access,
    catalogue,
    charges,
    data,
    form_again,
    form_controls,
    form_files,
    form_values,
    forms,
    history,
    identity,
    integration,
    issued,
    level_one,
    monitoring,
    orders,
    packets,
    pages,
    payment,
    processing,
    published,
    receipts,
    results,
    reviews,
    security,
    slots,
    statistics,
    submission,
    surroundings,
    told,
)
from harness.checks.registry import Check, Claim, Shortfall, check, checks, judge

__all__ = [
    "Check", "Claim", "Shortfall", "access", "catalogue", "charges", "check", "checks", "data", "form_again",
    "form_controls", "form_files", "form_values", "forms", "history", "identity", "integration", "issued",
    "judge", "level_one", "monitoring", "orders", "packets", "pages", "payment", "processing", "published",
    "receipts", "results", "reviews", "security", "slots", "statistics", "submission", "surroundings",
    "told",
]  # fmt: skip
