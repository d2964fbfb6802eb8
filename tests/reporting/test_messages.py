"""The messages that vendors and testers get, letter by letter."""

from __future__ import annotations

from dataclasses import replace

from harness.journey import planner
from harness.model import State
from harness.reporting.messages import explain, together
from harness.reporting.words import JOURNEYS
from tests.reporting.prepared import OVERPAID, PAY_03, RENAMED, RULESET

FAIL = """\
Không đạt L4-PAY-03: Số tiền phải trả đúng mức phí đã công bố (bắt buộc)
  Người dân gặp:  bị thu nhiều hơn 4.000 đ so với mức công bố
  Yêu cầu:        8.000 đ × 2 bản = 16.000 đ
  Thực tế:        cổng thanh toán thu 20.000 đ        2.000635/complete/payment.json
  Căn cứ:         NĐ 45/2020 Đ13.3 (chưa đối chiếu bản gốc)
  Có lẽ do:       bảng phí của cổng dịch vụ công
  Chạy lại:       kiemthu run 2.000635 --criterion L4-PAY-03"""
BLOCKED = """\
Chưa kiểm được L4-RES-01: Tiêu chí L4-RES-01 được bảo đảm (bắt buộc)
  Lý do:          không thấy nút «Tải kết quả»; có lẽ đã đổi tên thành «Tải về kết quả»
  Ở bước:         result › fetch: link «Tải kết quả»
  Gần giống:      Tải về kết quả
  Sửa ở:          catalog/portals/sandbox.yaml:138
  Ai phải làm gì: người giữ bộ kết nối đối chiếu với trang hiện tại và sửa tệp mô tả cổng
  Chạy lại:       kiemthu run 1.004194 --criterion L4-RES-01"""


def test_a_fail_says_what_a_vendor_needs_to_act_or_to_dispute() -> None:
    assert explain(OVERPAID, PAY_03) == FAIL


def test_where_it_was_seen_is_told_beside_what_was_seen() -> None:
    told = explain(replace(OVERPAID, extra={**OVERPAID.extra, "place": "cổng thanh toán › đơn hàng"}), PAY_03)
    assert "payment.json\n  Thấy ở:         cổng thanh toán › đơn hàng\n  Căn cứ:" in told


def test_a_blank_says_who_must_do_what_and_never_that_the_service_falls_short() -> None:
    told = explain(RENAMED, RULESET["L4-RES-01"])
    assert told == BLOCKED
    assert "Không đạt" not in told


def test_a_legal_basis_that_was_held_against_the_original_does_not_say_otherwise() -> None:
    assert "chưa đối chiếu" not in explain(OVERPAID, replace(PAY_03, original_text_checked=True))


def test_each_owner_gets_a_sentence_even_one_we_do_not_know() -> None:
    down = replace(RENAMED, state=State.COMPROMISED, owner="cổng thanh toán", seen="cổng thanh toán không trả lời")
    assert "đơn vị vận hành cổng thanh toán khôi phục dịch vụ" in explain(down, RULESET["L4-RES-01"])
    strange = replace(down, owner="kho dữ liệu dân cư")
    assert "kho dữ liệu dân cư xử lý, rồi chạy lại" in explain(strange, RULESET["L4-RES-01"])


def test_long_text_is_wrapped_under_its_label() -> None:
    told = explain(replace(OVERPAID, seen="cổng thanh toán thu nhiều hơn " * 12), PAY_03)
    assert max(len(line) for line in told.splitlines()) <= 110
    assert "\n                  " in told


def test_blanks_of_one_cause_are_told_once_and_fails_each_on_its_own() -> None:
    blanks = [replace(RENAMED, criterion=c.id) for c in RULESET.criteria if c.tested]
    grouped = together([OVERPAID, replace(OVERPAID, criterion="L4-PAY-02"), *blanks])
    assert [len(g) for g in grouped] == [1, 1, len(blanks)]
    told = explain(blanks[0], RULESET[blanks[0].criterion], blanks[1:])
    assert told.startswith(f"Chưa kiểm được {len(blanks)} tiêu chí vì cùng một lý do\n")
    assert all(b.criterion in told for b in blanks)


def test_every_journey_has_a_name_that_a_reader_knows() -> None:
    assert set(planner.JOURNEYS) == set(JOURNEYS)
