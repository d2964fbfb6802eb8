"""Typical defects of submission, processing, results and packets."""

from __future__ import annotations

from typing import Any

from tests.checks.defect import Defect
from tests.checks.incomplete_facts import field_refusal, paper_refusal
from tests.checks.people import CODE
from tests.checks.rows import PROGRESS, STEPS, packet, progress, step


def _steps(changed: dict[str, Any]) -> list[dict[str, Any]]:
    return [changed if one["step"] == changed["step"] else one for one in STEPS]


NAME = "Họ, chữ đệm, tên"
DOSSIER_DEFECTS = [
    Defect(
        "L4-SUB-01",
        "form.refusals",
        [field_refusal(NAME, advanced=True), field_refusal("Số bản sao")],
        "thiếu «Họ, chữ đệm, tên» mà vẫn đi tiếp được",
    ),
    Defect(
        "L4-SUB-01", "form.refusals", [field_refusal(NAME, created=True), field_refusal("Số bản sao")], "vẫn tạo hồ sơ"
    ),
    Defect(
        "L4-SUB-01", "attach.refusals", [paper_refusal(advanced=True)], "thiếu giấy tờ «Giấy tờ chứng minh quan hệ»"
    ),
    Defect("L4-SUB-01", "attach.refusals", [paper_refusal(message="Có lỗi xảy ra.")], "chỉ báo «Có lỗi xảy ra.»"),
    Defect("L4-SUB-02", "submission.at", "2026-11-20T14:01:00+07:00", "sau lúc màn hình đó được đọc"),
    Defect("L4-SUB-02", "submission.at", None, "không có thời điểm tiếp nhận"),
    Defect("L4-SUB-02", "submission.at", "2026-11-19T09:00:00+07:00", "trước khi bắt đầu làm hồ sơ"),
    Defect("L4-SUB-02", "submission.code", None, "không có mã hồ sơ"),
    Defect("L4-SUB-03", "submission.code", "000.00.00.H99-261120-001", "mã hồ sơ «000.00.00.H99-261120-001»"),
    Defect(
        "L4-SUB-03",
        "submission.code",
        "000.00.00.H99-261119-0001",
        "mang ngày 19/11/2026; yêu cầu: ngày tiếp nhận 20/11/2026",
    ),
    Defect("L4-SUB-03", "submission.code", "000.00.00.H99-261335-0001", "mang ngày không có thật"),
    Defect(
        "L4-SUB-08",
        "due_date.page",
        "2026-11-25T17:00:00+07:00",
        "trang hồ sơ hẹn trả ngày 25/11/2026; yêu cầu: 20/11/2026 + 1 ngày làm việc = 23/11/2026",
    ),
    Defect("L4-SUB-08", "due_date.one_stop", "2026-11-24T17:00:00+07:00", "một cửa điện tử hẹn trả ngày 24/11/2026"),
    Defect("L4-SUB-09", "mails", [], "không có thư nào gửi người nộp"),
    Defect("L4-SUB-09", "mails", [{"subject": "Chào", "text": "…"}], "1 thư gửi người nộp, không thư nào có mã hồ sơ"),
    Defect("L4-SUB-09", "notices.account", [], "tài khoản có 0 thông báo"),
    Defect("L4-SUB-16", "lookup.status", 1, "tra cứu công khai: trạng thái 1"),
    Defect("L4-SUB-16", "lookup.status", None, "không có trạng thái"),
    Defect("L4-SUB-16", "lookup.due_date", None, "không có ngày hẹn trả"),
    Defect("L4-SUB-16", "lookup.due_date", "2026-11-30T17:00:00+07:00", "hẹn trả ngày 30/11/2026"),
    Defect("L4-SUB-16", "lookup.text", "Không tìm thấy hồ sơ.", "trang tra cứu không hiện hồ sơ"),
    Defect(
        "L4-PRC-01",
        "status.steps",
        _steps(step("process", 4, portal=2)),
        "sau bước chuyển xử lý cổng hiện 2 (Được tiếp nhận); yêu cầu: 4 (Đang xử lý)",
    ),
    Defect("L4-PRC-01", "status.steps", _steps(step("issue", 9, portal=None)), "cổng hiện «trống»"),
    Defect("L4-PRC-02", "history.portal", [1, 2, 4, 9, 4, 10], "9 (Đã xử lý xong) → 4 (Đang xử lý)"),
    Defect("L4-PRC-02", "history.portal", [1, 2, 4, 10], "4 (Đang xử lý) → 10 (Đã trả kết quả)"),
    Defect("L4-PRC-02", "history.portal", [1, "Chờ ký"], "→ «Chờ ký»"),
    Defect("L4-RES-01", "result.offered", False, "không cho tải kết quả"),
    Defect("L4-INT-03", "national.dossiers", [], f"không nhận gói tin nào của hồ sơ {CODE}"),
    Defect("L4-INT-04", "national.dossiers", [packet("2", DonViXuLy=" ")], "bỏ trống DonViXuLy (Đơn vị xử lý)"),
    Defect(
        "L4-INT-04",
        "national.dossiers",
        [packet("2", TaiLieuNop=[{"TenTepDinhKem": "a"}])],
        "TaiLieuNop.0.MaThanhPhanHoSo",
    ),
    Defect(
        "L4-INT-06",
        "national.dossiers",
        [packet("2", NgayTiepNhan="20261119090000")],
        "Ngày nộp hồ sơ 20/11/2026 09:00 sau Ngày tiếp nhận 19/11/2026 09:00",
    ),
    Defect("L4-INT-07", "national.dossiers", [packet("")], "gửi trạng thái rỗng"),
    Defect("L4-INT-07", "national.dossiers", [packet("11")], "gửi trạng thái «11»"),
    Defect("L4-INT-07", "national.dossiers", [packet("8")], "8 (Dừng xử lý) mà hồ sơ chưa từng có"),
    Defect("L4-INT-12", "national.progress", [PROGRESS[0], *PROGRESS[2:]], "không gửi tiến độ bước 4 (Đang xử lý)"),
    Defect(
        "L4-INT-12",
        "national.progress",
        [*PROGRESS, progress("4", "20261120090750")],
        "9 (Đã xử lý xong) → 4 (Đang xử lý)",
    ),
    Defect("L4-INT-12", "national.progress", [*PROGRESS, progress("9", "20261120090500")], "tiến độ"),
    Defect("L4-INT-19", "code.one_stop", "H99-261120-0001", "một cửa điện tử ghi mã H99-261120-0001"),
    Defect(
        "L4-INT-19", "status.steps", _steps(step("deliver", 10, one_stop=9)), "một cửa điện tử ghi 9 (Đã xử lý xong)"
    ),
]
