"""Home, the list of services with its search and filters, and the page of one service (level 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET

from sandbox.core.behaviour import behaviour
from sandbox.core.procedures import Procedure, procedures
from sandbox.portal.respond import respond


@dataclass(frozen=True, slots=True)
class Filter:
    """One drop-down beside the search box."""

    name: str  # in the address
    label: str
    options: list[tuple[str, str]]  # value, words
    chosen: str


FILTERS: dict[str, tuple[str, Callable[[Procedure], tuple[str, str]]]] = {
    "linh-vuc": ("Lĩnh vực", lambda one: (one.field, one.field)),
    "co-quan": ("Cơ quan thực hiện", lambda one: (one.agency.code, one.agency.name)),
    "muc-do": ("Mức độ cung cấp", lambda one: (one.level, one.level)),
}


def procedure_or_404(code: str) -> Procedure:
    found = procedures().get(code)
    if found is None:
        raise Http404("Không có thủ tục này.")
    return found


def address_of(one: Procedure) -> str:
    return f"/dich-vu-cong/{one.code}"


def _item(one: Procedure) -> dict[str, str]:
    rules = behaviour()
    return {"address": address_of(one), "name": rules.published_name(one), "code": rules.published_code(one),
            "level": rules.published_level(one), "field": one.field, "agency": one.agency.name}


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    rules = behaviour()
    every = rules.listed(procedures().values()) if rules.home_shows_services() else []
    tiles = [
        {"address": f"/dich-vu-cong?linh-vuc={quote(field)}", "words": field,
         "count": sum(one.field == field for one in every)}
        for field in dict.fromkeys(one.field for one in every)
    ]
    return respond(request, "home", {"tiles": tiles, "items": [_item(one) for one in every], "query": ""})


def _filters(every: Iterable[Procedure], request: HttpRequest) -> list[Filter]:
    shown = list(every)
    return [
        Filter(name, label, sorted({of(one) for one in shown}), request.GET.get(name, ""))
        for name, (label, of) in FILTERS.items()
    ]


@require_GET
def services(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("tu-khoa", "").strip()
    every = procedures().values()
    found = behaviour().search(query, every)
    filters = _filters(every, request)
    for one in filters:
        if one.chosen:
            found = behaviour().narrowed(found, one.name, one.chosen, lambda item, of=FILTERS[one.name][1]: of(item)[0])  # type: ignore[misc]
    context = {"query": query, "filters": filters, "items": [_item(item) for item in found],
               "crumbs": [("Dịch vụ công", "")]}
    return respond(request, "list", context)


@require_GET
def linked(_request: HttpRequest, code: str) -> HttpResponseRedirect:
    """The address that other portals link to; it outlives changes of our own addresses."""
    return HttpResponseRedirect(address_of(procedure_or_404(behaviour().linked_code(code, procedures()))))


def _rows(one: Procedure) -> list[tuple[str, str]]:
    rules = behaviour()
    return [
        ("Mã thủ tục", rules.published_code(one)),
        ("Mức độ cung cấp", rules.published_level(one)),
        ("Lĩnh vực", one.field),
        ("Cơ quan thực hiện", f"{rules.published_agency(one)}\n{one.agency.address}"),
        ("Cấp thực hiện", one.administrative_level),
        ("Đối tượng", rules.published_subjects(one)),
        ("Cách thức thực hiện", rules.published_channels(one)),
        ("Cách nhận kết quả", rules.published_return_ways(one)),
        ("Thời hạn giải quyết", rules.published_time_limit(one)),
        ("Mức phí, lệ phí", rules.published_fee(one)),
        ("Mô tả phí, lệ phí", rules.published_fee_text(one)),
        ("Yêu cầu, điều kiện", rules.published_requirements(one)),
    ]


def _lists(one: Procedure) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Heading, kind of list (ul, ol), items."""
    rules = behaviour()
    forms = [{"words": words, "address": f"/mau-don/{one.code}/{number}.pdf"}
             for number, words in enumerate(rules.published_forms(one), 1)]

    def plain(texts: Iterable[str]) -> list[dict[str, Any]]:
        return [{"words": text} for text in texts]

    return [
        ("Kết quả thực hiện", "ul", plain(rules.published_results(one))),
        ("Thành phần hồ sơ", "ul", plain(rules.published_components(one))),
        ("Mẫu đơn, tờ khai", "ul", forms),
        ("Trình tự thực hiện", "ol", plain(rules.published_steps(one))),
        ("Căn cứ pháp lý", "ul", plain(rules.published_laws(one))),
    ]


@require_GET
def service(request: HttpRequest, code: str) -> HttpResponse:
    one = procedure_or_404(code)
    name = behaviour().published_name(one)
    context = {
        "name": name, "level": behaviour().published_level(one), "rows": _rows(one),
        "lists": [row for row in _lists(one) if row[2]],
        "start": f"{address_of(one)}/nop", "crumbs": [("Dịch vụ công", "/dich-vu-cong"), (name, "")],
    }
    return respond(request, "procedure", context)

