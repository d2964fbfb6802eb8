"""Answers of the API: JSON, refusals with a Vietnamese sentence, and who may ask."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse

from sandbox.core.models import Account, Dossier
from sandbox.core.procedures import Procedure, procedures
from sandbox.portal.owned import owned_dossier
from sandbox.portal.session import account_of

View = Callable[..., HttpResponseBase]
BUSY = "Hệ thống đang bận. Ông/bà vui lòng thử lại sau ít phút."


class RefusalError(Exception):
    """Becomes {"loi": sentence} with the status; `fields` adds a sentence for each field."""

    def __init__(self, status: int, sentence: str, fields: dict[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.fields = fields or {}


def given(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent; an empty one for anything else."""
    try:
        found = json.loads(request.body or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def api(*methods: str) -> Callable[[View], View]:
    """A view of the API: only these methods; refusals become answers."""

    def wrapped(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in methods:
                return JsonResponse({"loi": "Yêu cầu không được hỗ trợ."}, status=405)
            try:
                return view(request, *args, **kwargs)
            except RefusalError as refusal:
                return JsonResponse({"loi": str(refusal), "o": refusal.fields}, status=refusal.status)

        return answered

    return wrapped


def applicant(request: HttpRequest) -> Account:
    account = account_of(request)
    if account is None:
        raise RefusalError(401, "Ông/bà cần đăng nhập để làm việc này.")
    return account


def the_procedure(code: str) -> Procedure:
    found = procedures().get(code)
    if found is None:
        raise RefusalError(404, "Không có thủ tục này.")
    return found


def own(request: HttpRequest, code: str, what: str = "page") -> Dossier:
    """The dossier when this person may see it: for anybody else it does not exist."""
    found = owned_dossier(request, code, what)
    if found is None:
        applicant(request)
        raise RefusalError(404, "Không có hồ sơ này, hoặc hồ sơ không thuộc tài khoản đang dùng.")
    return found


def not_found(_request: HttpRequest, _exception: Exception) -> JsonResponse:
    return JsonResponse({"loi": "Không tìm thấy."}, status=404)


def refused(_request: HttpRequest, reason: str = "") -> JsonResponse:  # noqa: ARG001 - Django's signature
    return JsonResponse({"loi": "Phiên làm việc đã thay đổi. Vui lòng tải lại trang."}, status=403)


def broken(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({"loi": BUSY}, status=500)
