"""Contradictions in a service's data, before anything is driven: the DAT criteria."""

from harness.catalog.lint.criteria import RULES, Remark, remarks
from harness.catalog.lint.fees import amounts_in, number_contradicts_text, number_hides_money

__all__ = ["RULES", "Remark", "amounts_in", "number_contradicts_text", "number_hides_money", "remarks"]
