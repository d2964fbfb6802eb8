"""Setting one control the way a person does, by its kind; every value goes through real events."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Error

from harness.model import Blocked
from harness.portal.forms.control import Control, Option
from harness.portal.forms.inspect import look_again
from harness.portal.forms.lists import choose
from harness.portal.forms.match import key, loose
from harness.portal.forms.pickers import is_moment, is_period, pick, pick_moment, spelled_period, type_and_enter
from harness.portal.forms.refusing import refuse
from harness.portal.forms.uploads import set_file
from harness.portal.parsers import date, flag, fold, moment
from harness.portal.script import ask
from harness.portal.waiting import poll
from harness.portal.wording import nearest, perhaps

TYPED = {"text", "textarea", "number", "typed-date", "time", "richtext"}
PICKED = {"text", "typed-date", "picker"}  # boxes that may have a calendar or a clock of the page's own
LIST_PATIENCE = 3.0  # seconds until a list that depends on another field has loaded
MOST_KEYS = 24  # longer than any number that a form asks for
Setter = Callable[[Control, str], Awaitable[None]]


async def set_value(control: Control, value: str) -> None:
    """Sets the control the most usual way. Raises Blocked naming label, kind and what was tried."""
    (_way, setter), *_others = ways(control, value)
    await attempt(control, value, setter)


async def attempt(control: Control, value: str, setter: Setter) -> None:
    try:
        await setter(control, value)
    except Error as error:
        raise refuse(control, value, _reason(error)) from error


def ways(control: Control, value: str) -> list[tuple[str, Setter]]:
    """How the control can be set, the most usual way first: (what a person would call it, the way)."""
    setter = SETTERS.get(control.kind)
    if setter is None:
        raise refuse(control, value, "chưa biết cách đặt loại ô này")
    if control.kind in PICKED and is_moment(value):
        return [("gõ", setter), ("gõ từng phím rồi Enter", type_and_enter), ("chọn trên lịch hoặc đồng hồ", _pick)]
    if control.kind == "text":  # what is typed and gone when the box is left was a search in a list
        again = ("gõ một lượt", _at_once) if by_keys(control, value) else ("gõ từng phím", type_again)
        return [("gõ", setter), again, ("chọn trong danh sách", _as_list)]
    if control.kind in TYPED:
        return [("gõ", setter), ("gõ từng phím", type_again)]
    if control.kind in {"checkbox", "switch"}:
        return [("bấm", setter), ("phím cách", _space)]
    if control.kind in {"combobox", "listbox", "picker"}:
        return [("chọn trong danh sách", setter), ("chọn lại", setter)]
    return [("chọn", setter), ("chọn lại", setter)]


def _reason(error: Error) -> str:
    if "intercepts pointer events" in error.message:
        return "ô bị một phần khác của trang che"
    if "not enabled" in error.message or "not editable" in error.message:
        return "ô đang bị khóa"
    return "trình duyệt không thao tác được trên ô này"


async def _text(control: Control, value: str) -> None:
    """One round trip for the ordinary box; what looks like a date or an hour may open a calendar or a clock."""
    if control.kind == "text" and await pick_moment(control, value):
        return
    if by_keys(control, value):
        await (type_again(control, value) if control.value else control.locator.press_sequentially(value))
    else:
        await control.locator.fill(value)


def by_keys(control: Control, value: str) -> bool:
    """Numbers of all kinds are what pages mask and count key by key, some without looking at the box itself."""
    plain = value.isdigit() or (control.kind == "text" and not any(letter.isalpha() for letter in value))
    return control.kind in {"text", "number"} and plain and len(value) <= MOST_KEYS and "\n" not in value


async def _at_once(control: Control, value: str) -> None:
    await control.locator.fill(value)


async def type_again(control: Control, value: str) -> None:
    """Key by key, for masks and fields that ignore pasted text."""
    await control.locator.click()
    await control.locator.press("ControlOrMeta+a")
    await control.locator.press("Delete")
    await control.locator.press_sequentially(value)


async def _date(control: Control, value: str) -> None:
    day = date(value)
    if day is None:
        raise refuse(control, value, "giá trị không phải ngày dạng dd/mm/yyyy")
    await control.locator.fill(day)


async def _typed_date(control: Control, value: str) -> None:
    if await pick_moment(control, value):
        return
    if not is_period(value):
        raise refuse(control, value, "giá trị không phải ngày dạng dd/mm/yyyy")
    await control.locator.fill(spelled_period(control, value))
    await control.locator.press("Tab")


async def _datetime(control: Control, value: str) -> None:
    at = moment(value)
    if at is None:
        raise refuse(control, value, "giá trị không phải ngày giờ dạng dd/mm/yyyy hh:mm")
    await control.locator.fill(at[:16])


def must_wait(control: Control, value: str) -> bool:
    """The list does not hold the choice yet: another field may have to be set first."""
    return control.kind == "select" and entry(control.options, value) is None


async def _select(control: Control, value: str) -> None:
    option = await _option(control, value)
    alike = [one for one in control.options if one.value == option.value]
    if len(alike) > 1:  # a portal that gives two choices one value: choose by the words, as a person does
        await control.locator.select_option(label=option.label)
    else:
        await control.locator.select_option(value=option.value)


async def _multiselect(control: Control, value: str) -> None:
    await control.locator.select_option(value=[(await _option(control, part)).value for part in parts(value, control)])


def parts(value: str, control: Control) -> list[str]:
    """Several choices stand one a line (a list in the profile) or with «;»; a single one may hold any mark."""
    if any(key(o.label) == key(value) for o in control.options):
        return [value]
    return [fold(part) for part in value.split("\n" if "\n" in value else ";") if fold(part)]


def entry(options: tuple[Option, ...], value: str) -> Option | None:
    for same in (key, loose):
        found = [o for o in options if same(o.label) == same(value)] or [
            o for o in options if same is key and o.value == value and o.value]
        if len(found) == 1:
            return found[0]
    return None


async def _option(control: Control, value: str) -> Option:
    """The option of that label; a list that loads later (province → commune) is waited for."""

    async def attempt() -> Option | None:
        for raw in await ask(control.frame, "form"):
            if raw["tag"] == control.tag:
                loaded = tuple(Option(o["label"], o["value"]) for o in raw["options"])
                return entry(loaded, value)
        return None

    option = entry(control.options, value) or await poll(attempt, LIST_PATIENCE)
    if option is None:
        labels = [o.label for o in control.options]
        raise refuse(control, value, f"danh sách không có lựa chọn này{perhaps(nearest(value, labels))}")
    return option


async def _radio(control: Control, value: str) -> None:
    option = entry(control.options, value)
    if option is None:
        labels = [o.label for o in control.options]
        raise refuse(control, value, f"không có lựa chọn này{perhaps(nearest(value, labels))}")
    if option.click:  # the input itself is hidden behind its label
        await control.marked_locator(option.click).click()
    else:
        await control.marked_locator(option.tag).check()


async def _pick(control: Control, value: str) -> None:
    if not await pick(control, value):
        raise refuse(control, value, "ô không mở lịch hay đồng hồ nào")


async def _space(control: Control, value: str) -> None:
    if (flag(value) or key(value) == key(control.label)) != bool(control.value):
        await control.locator.focus()
        await control.frame.page.keyboard.press("Space")


async def _checkbox(control: Control, value: str) -> None:
    wanted = flag(value) or key(value) == key(control.label)
    if wanted == bool(control.value):
        return
    await (control.marked_locator(control.click) if control.click else control.locator).click()


async def _combobox(control: Control, value: str) -> None:
    await choose(control, parts(value, control))


async def _as_list(control: Control, value: str) -> None:
    """A box that looks plain and lets go of what is typed may be the search box of a list."""
    if control.value:
        raise refuse(control, value, f"ô đang giữ «{control.value}»")
    await control.frame.page.keyboard.press("Escape")  # typing may have opened the list: begin with it closed
    await ask(control.frame, "blur")
    await ask(control.frame, "calm", {"still": 200, "budget": 1000})
    await ask(control.frame, "turnOut", {"mark": control.tag, "list": True})
    try:
        await choose(await look_again(control) or control, parts(value, control))
    except Blocked:
        await ask(control.frame, "turnOut", {"mark": control.tag, "list": False})
        raise


async def _picker(control: Control, value: str) -> None:
    if not await pick_moment(control, value):
        await choose(control, parts(value, control))


async def _digits(control: Control, value: str) -> None:
    """One part of a date or an hour that takes keys and turns them into its number."""
    await control.locator.click()
    await control.locator.press_sequentially(value)


SETTERS: dict[str, Setter] = {
    "text": _text, "textarea": _text, "number": _text, "time": _text, "month": _text, "color": _text, "range": _text,
    "richtext": _text, "date": _date, "typed-date": _typed_date, "datetime": _datetime,
    "select": _select, "multiselect": _multiselect, "combobox": _combobox, "listbox": _combobox, "picker": _picker,
    "digits": _digits, "radio": _radio, "checkbox": _checkbox, "switch": _checkbox, "file": set_file,
}  # fmt: skip
