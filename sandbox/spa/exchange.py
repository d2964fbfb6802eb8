"""What passes between the applicant and the officer while a dossier is under way: papers asked for, messages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse

from sandbox.core.behaviour import behaviour
from sandbox.core.dossiers import Refused, answer_supplement, say
from sandbox.core.models import Dossier
from sandbox.spa.answers import RefusalError, api, given, own


def asked(found: Dossier) -> str:
    """The officer's words while the applicant has not answered; "" when nothing is asked."""
    request = found.supplements.filter(answered_at=None).last() if found.status == 5 else None
    return str(request.words) if request else ""


def talks(found: Dossier, *, to_officer: bool) -> list[str]:
    return [f"{talk.by}: {talk.text}" for talk in behaviour().talks_shown(found, to_officer=to_officer)]


def message(sent: dict[str, Any]) -> str:
    words = str(sent.get("loi", "")).strip()
    if not words:
        raise RefusalError(422, "Vui lòng nhập tin nhắn.")
    return words


@api("POST")
def supplement(request: HttpRequest, code: str) -> JsonResponse:
    found, file = own(request, code), request.FILES.get("tep")
    try:
        answer_supplement(found, request.POST.get("giai_trinh", "").strip()[:1000],
                          file.name or "" if file else "", file.read() if file else b"")
    except Refused as refusal:
        raise RefusalError(422, str(refusal)) from refusal
    return JsonResponse({})


@api("POST")
def talk(request: HttpRequest, code: str) -> JsonResponse:
    found = own(request, code)
    say(found, found.account.full_name, message(given(request)), from_officer=False)
    return JsonResponse({})
