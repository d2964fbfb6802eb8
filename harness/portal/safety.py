"""The safety interlock: nothing is sent to a portal that does not prove to be a test environment."""

from __future__ import annotations

from playwright.async_api import Error

from harness.catalog.adapters import Adapter
from harness.model import Blocked, Compromised
from harness.portal.parsers import fold
from harness.portal.window import Window

LOOKING = frozenset({"about", "search", "find", "lookup"})  # tasks that send nothing


async def prove_test_environment(adapter: Adapter, window: Window) -> None:
    """Raises Blocked when the portal is not declared, or does not show itself, to be a test environment."""
    if adapter.environment != "test":
        raise Blocked(
            f"bộ kết nối «{adapter.id}» không khai là môi trường thử nghiệm (environment: test) nên không nộp gì",
            owner="bộ kết nối", file=str(adapter.file))
    url = window.address(adapter.proof_address)
    try:
        answer = await window.context.request.get(url, max_redirects=5)
        text = await answer.text()
    except Error as error:
        raise Compromised(f"cổng không truy cập được: {url}", owner="môi trường kiểm thử", page=url) from error
    if not answer.ok or fold(adapter.proof_text).casefold() not in fold(text).casefold():
        raise Blocked(
            f"cổng không chứng minh là môi trường thử nghiệm: {url} không có dòng «{adapter.proof_text}»; "
            "không nộp gì để tránh tạo hồ sơ thật", owner="cổng dịch vụ công", page=url, file=str(adapter.file))
