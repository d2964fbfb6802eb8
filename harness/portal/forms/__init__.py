"""The form engine: visible label → value, on any form, read back."""

from harness.portal.forms.control import Control, FieldRecord
from harness.portal.forms.fill import Filling, fill
from harness.portal.forms.inspect import inspect_form
from harness.portal.forms.match import Wanted

__all__ = ["Control", "FieldRecord", "Filling", "Wanted", "fill", "inspect_form"]
