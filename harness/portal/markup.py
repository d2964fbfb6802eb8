"""Did what an applicant typed come to life on somebody else's page?"""

from __future__ import annotations

from typing import Any

from harness.portal.window import Window

MARK = "<img src=x alt=kiemthu onerror=window.kiemthuChay=1>"
_ASK = """(text) => {
  const fold = (words) => (words || "").normalize("NFC").replace(/\\s+/g, " ");
  return {
    ran: window.kiemthuChay === 1,
    elements: document.querySelectorAll('img[alt="kiemthu"]').length,
    shown: fold(document.body.innerText).includes(fold(text)),
  };
}"""


def marked_reason() -> str:
    return f"{MARK} Tôi không còn nhu cầu giải quyết thủ tục này nữa"


async def seen_by(window: Window, where: str, text: str) -> dict[str, Any]:
    """How the page that stands in this window shows the text."""
    return {"where": where, "sent": text, **await window.page.evaluate(_ASK, text)}
