"""A citizen's own dossiers: each sentence judges one claim."""

from __future__ import annotations

from pytest_bdd import then

from harness.checks import judge, own
from harness.model import Evidence, Service


@then("hồ sơ có trong danh sách của người nộp và tải được toàn bộ")
def _(evidence: Evidence, service: Service) -> None:
    judge(own.dossier_is_in_my_list_and_all_of_it_comes_back, evidence, service)
