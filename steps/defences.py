"""Files, lookups, consent: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import defences, judge
from harness.model import Evidence, Service


@then("tệp độc hại và tệp giả định dạng bị từ chối")
def _(evidence: Evidence, service: Service) -> None:
    judge(defences.harmful_files_are_refused, evidence, service)


@then("tra cứu công khai không cho dò từng mã hồ sơ")
def _(evidence: Evidence, service: Service) -> None:
    judge(defences.public_lookup_is_limited, evidence, service)


@then("ô đồng ý xử lý dữ liệu cá nhân nêu mục đích và không tích sẵn")
def _(evidence: Evidence, service: Service) -> None:
    judge(defences.consent_is_asked_for_openly, evidence, service)
