"""Sentences of the specifications. One module per topic; each step is one call."""

# The root conftest.py hands this list to pytest (``pytest_plugins``), so that every feature may use every sentence.
PLUGINS: list[str] = [
    "steps.journeys",
    "steps.published",
    "steps.access",
    "steps.identity",
    "steps.forms",
    "steps.submission",
    "steps.payment",
    "steps.receipts",
    "steps.processing",
    "steps.results",
    "steps.integration",
    "steps.data",
    "steps.security",
    "steps.monitoring",
]
