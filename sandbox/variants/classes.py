"""The class of each variant. Needs Django; the names alone do not."""

from __future__ import annotations

from sandbox.core.behaviour import Conforming
from sandbox.variants import conforming, control
from sandbox.variants.names import NAMES

VARIANTS: dict[str, type[Conforming]] = {
    "english-offered": conforming.EnglishOffered,
    "slow-network": conforming.SlowNetwork,
    "district-codes": conforming.DistrictCodes,
    "pay-after-reception": conforming.PayAfterReception,
    "fields-reordered": conforming.FieldsReordered,
    "one-page-form": conforming.OnePageForm,
    "decomposed-text": conforming.DecomposedText,
    "reject-all": control.RejectAll,
    "always-200": control.Always200,
    "inert": control.Inert,
    "random-delay": control.RandomDelay,
    "lying-pages": control.LyingPages,
}
if set(VARIANTS) != set(NAMES):
    raise ValueError("names.py và các lớp biến thể không khớp")
