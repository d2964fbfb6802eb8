"""Files: put into an input, or into the one that a page makes when its place is pressed; then sent by the page."""

from __future__ import annotations

from pathlib import Path

from harness.portal.forms.control import Control
from harness.portal.forms.refusing import refuse
from harness.portal.script import PageMoving, ask

CHOOSER = 3.0  # seconds until a press has opened the choice of files
UPLOADED = 20.0  # seconds without any progress after which a file counts as stuck


async def set_file(control: Control, value: str) -> None:
    paths = [Path(part) for part in value.split(";")]
    absent = [path.name for path in paths if not path.is_file()]
    if absent:
        raise refuse(control, value, f"không có tệp {', '.join(absent)}")
    before = await ask(control.frame, "uploading")
    if control.limits.get("type") == "file":
        await control.locator.set_input_files(paths)
    else:  # a place that makes its input when it is pressed
        async with control.frame.page.expect_file_chooser(timeout=CHOOSER * 1000) as opening:
            await control.locator.click()
        await (await opening.value).set_files(paths)
    try:
        done = await ask(control.frame, "uploaded", {"before": before, "budget": UPLOADED * 1000})
    except PageMoving:
        return  # the page sends the file at once and comes back with it
    if not done:
        raise refuse(control, value, f"trang vẫn báo đang tải tệp sau {UPLOADED:.0f} giây")
