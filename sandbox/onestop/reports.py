"""Two reports for officers: money of a day against the gateway, and packets that did not get through at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from sandbox.core.behaviour import behaviour
from sandbox.core.models import Outbox, Payment
from sandbox.core.texts import moment, now, vnd
from sandbox.onestop.pages import page
from sandbox.onestop.views import officers_only


def _paid(first: date, last: date) -> list[Payment]:
    found = Payment.objects.filter(state="paid").select_related("dossier").order_by("paid_at", "pk")
    return behaviour().reconciled([one for one in found if first <= timezone.localtime(one.paid_at).date() <= last])


def day_of_money(given: str) -> dict[str, Any]:
    """Orders paid on a day (ISO; today when it is none), with the totals of the day and of its month so far."""
    try:
        on = date.fromisoformat(given)
    except ValueError:
        on = now().date()
    orders = _paid(on, on)
    return {
        "day": on.strftime("%d/%m/%Y"),
        "orders": [{"reference": one.txn_ref, "code": one.dossier.code, "amount": vnd(one.amount),
                    "at": moment(one.paid_at),
                    "refund": vnd(one.refund.amount) if hasattr(one, "refund") else ""} for one in orders],
        "total": vnd(sum(one.amount for one in orders)),
        "month": vnd(sum(one.amount for one in _paid(on.replace(day=1), on))),
    }


def failed_deliveries() -> list[str]:
    """Packets that the national portal did not take at once, newest first."""
    failed = Outbox.objects.filter(channel="national").exclude(last_error="").order_by("-pk")[:50]
    rows = [
        f"{one.payload.get('MaHoSo', '')}: {one.payload.get('service', '')} lỗi «{one.last_error}», đã gửi "
        f"{one.attempts} lần, {'đã gửi được' if one.delivered_at else 'chưa gửi được'}" for one in failed]
    return behaviour().sync_warnings(rows)


@require_GET
@officers_only
def reconciliation(request: HttpRequest) -> HttpResponse:
    return page(request, "reconciliation", day_of_money(request.GET.get("ngay", "")))


@require_GET
@officers_only
def deliveries(request: HttpRequest) -> HttpResponse:
    return page(request, "deliveries", {"rows": failed_deliveries()})
