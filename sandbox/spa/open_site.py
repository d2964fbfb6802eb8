"""Open to anybody: is a result real, and how is the portal doing? And the store of results of the person himself."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Feedback
from sandbox.core.procedures import procedures
from sandbox.core.texts import now
from sandbox.portal.contact import FEEDBACK
from sandbox.spa import words
from sandbox.spa.answers import RefusalError, api, applicant, given


@api("GET")
def verify(request: HttpRequest) -> JsonResponse:
    number = request.GET.get("so", "").strip()[:80]
    paper = behaviour().verified(number) if number else None
    return JsonResponse({"hang": words.rows(behaviour().verified_rows(paper, number)) if paper else []})


@api("GET")
def statistics(_request: HttpRequest) -> JsonResponse:
    return JsonResponse({"muc": [asdict(behaviour().counted(one)) for one in procedures().values()]})


@api("GET")
def store(request: HttpRequest) -> JsonResponse:
    results = behaviour().stored_results(applicant(request))
    return JsonResponse({"muc": [f"{name} {number}" for number, name in results]})


@api("POST")
def complain(request: HttpRequest) -> JsonResponse:
    sent = given(request)
    values = {field.name: str(sent.get(field.name, "")).strip() for field in FEEDBACK}
    errors = behaviour().form_errors(FEEDBACK, values)
    if errors:
        raise RefusalError(422, next(iter(errors.values())), errors)
    Feedback.objects.create(**values, at=now())
    return JsonResponse({})
