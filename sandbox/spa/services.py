"""Public: the list with its search, one procedure."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from sandbox.core.behaviour import behaviour
from sandbox.core.procedures import Procedure, procedures
from sandbox.spa import words
from sandbox.spa.answers import api, the_procedure


def _item(one: Procedure) -> dict[str, str]:
    rules = behaviour()
    return {"ma": one.code, "ten": rules.published_name(one), "ma_hien": rules.published_code(one),
            "muc_do": rules.published_level(one), "linh_vuc": one.field, "noi": one.agency.name}


@api("GET")
def services(request: HttpRequest) -> JsonResponse:
    query = request.GET.get("tim", "").strip()[:200]
    rules = behaviour()
    every = rules.listed(procedures().values()) if query or rules.home_shows_services() else []
    found = rules.search(query, every) if query else every
    return JsonResponse({"muc": [_item(one) for one in found]})


@api("GET")
def service(_request: HttpRequest, code: str) -> JsonResponse:
    one, rules = the_procedure(code), behaviour()
    rows = [
        ("Mã số thủ tục", rules.published_code(one)),
        ("Hình thức cung cấp", rules.published_level(one)),
        ("Lĩnh vực", one.field),
        ("Nơi giải quyết", f"{rules.published_agency(one)}, {one.agency.address}"),
        ("Cấp giải quyết", one.administrative_level),
        ("Ai được làm", rules.published_subjects(one)),
        ("Cách nộp", rules.published_channels(one)),
        ("Cách nhận kết quả", rules.published_return_ways(one)),
        ("Thời gian giải quyết", rules.published_time_limit(one)),
        ("Khoản phải nộp", rules.published_fee(one)),
        ("Diễn giải khoản phải nộp", rules.published_fee_text(one)),
        ("Điều kiện", rules.published_requirements(one)),
    ]
    lists = {
        "Kết quả nhận được": rules.published_results(one), "Giấy tờ cần có": rules.published_components(one),
        "Các bước thực hiện": rules.published_steps(one), "Văn bản quy định": rules.published_laws(one),
    }
    return JsonResponse({
        "ma": one.code, "ten": rules.published_name(one), "hang": words.rows(rows), "mau": rules.published_forms(one),
        "danh_sach": [{"ten": name, "muc": items} for name, items in lists.items() if items],
    })
