"""Reads, validates and lints what people write; gives services, portals, personas and rulesets."""

from harness.catalog.applicability import applies
from harness.catalog.catalog import Catalog, load, problems_of

__all__ = ["Catalog", "applies", "load", "problems_of"]
