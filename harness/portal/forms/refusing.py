"""The sentence about a control that does not take its value."""

from __future__ import annotations

from harness.model import Blocked
from harness.portal.forms.control import Control

OWNER = "hồ sơ dịch vụ hoặc cổng dịch vụ công"


def refuse(control: Control, value: str, why: str) -> Blocked:
    shown = value.replace("\n", "; ")
    return Blocked(f"không đặt được «{shown}» vào ô «{control.title}» ({control.kind}): {why}", owner=OWNER,
                   page=control.frame.page.url)
