"""One story: what the page shows, the gateway took, the papers say and the national portal holds of one dossier."""

from __future__ import annotations

from datetime import datetime

from harness.checks.judges import packets, wording
from harness.checks.judges.workdays import moment
from harness.checks.papers import file_of
from harness.checks.reading import rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd

_FIELDS = (  # of the national copy, and what the portal shows of the same
    ("MaHoSo", "mã hồ sơ", "submission.code"),
    ("TrangThaiHoSo", "trạng thái", "status.portal"),
    ("NgayHenTra", "ngày hẹn trả", "due_date.page"),
    ("NgayTiepNhan", "thời điểm tiếp nhận", "received.at"),
)


@check("L4-INT-15")
def national_copy_equals_the_portal(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TraCuuHoSo: what the national portal answers about the dossier is what its owner is shown."""
    witness = evidence.last("national.read_back")
    copy = witness.value
    if not copy:
        raise NotObserved("national.read_back", "Cổng DVC quốc gia chưa có hồ sơ này")
    for field, what, fact in _FIELDS:
        shown = evidence.last(fact)
        if shown.value in (None, ""):
            raise NotObserved(fact, "cổng không hiện")
        there, here = _alike(field, copy.get(field)), _alike(field, shown.value)
        if there != here and not _day_alone(there, here):
            seen = f"{what}: Cổng DVC quốc gia giữ «{copy.get(field, '')}», {shown.place} ghi «{shown.value}»"
            return Shortfall(seen, "hai nơi như nhau", witness)
    return None


@check("L4-INT-15")
def national_copy_is_about_the_same_person_and_money(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TraCuuHoSo: the owner's name in either Unicode form, and the sum that the page asked for."""
    witness = evidence.last("national.read_back")
    copy, name = witness.value, evidence.applicant["full_name"]
    if not wording.same(copy.get("ChuHoSo"), name):
        seen = f"chủ hồ sơ: Cổng DVC quốc gia giữ «{copy.get('ChuHoSo', '')}», người nộp là «{name}»"
        return Shortfall(seen, "hai nơi như nhau", witness)
    charged = evidence.fact("fee.charged") if evidence.has("fee.charged") else None
    if isinstance(charged, int):
        told = [packets.amount_of(line.get("Gia")) for line in copy.get("DanhSachLePhi") or []]
        if None not in told and sum(told) != charged:  # type: ignore[arg-type]
            seen = f"phí, lệ phí: Cổng DVC quốc gia giữ {vnd(sum(told))}, trang hồ sơ ghi {vnd(charged)}"  # type: ignore[arg-type]
            return Shortfall(seen, "hai nơi như nhau", witness)
    return None


@check("L4-INT-15")
def result_is_one_file_everywhere(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14.3, Đ17: the citizen, the one-stop system and the national portal hold one and the same file."""
    if not service.result.is_document:
        return None
    own, witness = evidence.document("result"), evidence.last("national.results")
    sent = rows(evidence, "national.results")
    if not own.size or not sent:
        raise NotObserved("national.results", evidence.reason or "chưa có kết quả ở cả hai nơi để so")
    here = f"tệp người nộp tải ở {own.place or 'trang hồ sơ'} (SHA-256 {own.sha256[:12]}…)"
    for row in sent:
        if row["status"] != 200:
            answer = f"trả HTTP {row['status']}" if row["status"] else "không nơi nào trả lời"
            return Shortfall(f"liên kết kết quả trong gói tin {row['url']} {answer}", f"mở ra {here}", witness)
    if own.sha256 not in {row["sha256"] for row in sent}:
        there = f"tệp sau liên kết trong gói tin (SHA-256 {sent[0]['sha256'][:12]}…)"
        return Shortfall(f"{there} không phải {here}", "một tệp kết quả ở mọi nơi", witness)
    kept = {document.sha256: document for document in evidence.documents_of("officer:") if document.size}
    if kept and own.sha256 not in kept:
        there = f"văn bản ở một cửa điện tử ({', '.join(f'SHA-256 {digest[:12]}…' for digest in kept)})"
        return Shortfall(f"{there} không có {here}", "một tệp kết quả ở mọi nơi", file=file_of(evidence, "result"))
    return None


def _alike(field: str, value: object) -> object:
    if field.startswith("Ngay"):
        found = packets.time_of(value) or moment(value)
        return found.replace(microsecond=0) if found else value
    return str(packets.status_of(value) or value) if field == "TrangThaiHoSo" else wording.plain(value)


def _day_alone(there: object, here: object) -> bool:
    """The same day in another form: that is for L4-INT-05 to tell, it is no other day."""
    return isinstance(here, datetime) and there == f"{here:%d/%m/%Y}"


@check("L4-INT-20")
def calls_have_their_envelope(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QCVN 120:2019 as public adapters speak it: JSON with session, unit, service, flags as words, rows as a list."""
    for call in some(evidence, "national.envelopes"):
        wrong = packets.odd_envelope(call["service"], call["body"])
        if wrong:
            return Shortfall(f"lời gọi {call['service']}: {wrong}", "đúng khuôn của lời gọi",
                             evidence.last("national.envelopes"))  # fmt: skip
    return None


@check("L4-INT-20")
def progress_rows_have_their_form(evidence: Evidence, _service: Service) -> Shortfall | None:
    """CapNhatTienDoHoSoMC: every row by its schema; a status that does not exist is told by L4-INT-07."""
    for row in some(evidence, "national.progress"):
        for path, value, wanted in packets.malformed(row["data"], "national-progress"):
            if not path.startswith("TrangThai"):
                seen = f"dòng tiến độ ghi {path} là «{wording.shortened(value)}»"
                return Shortfall(seen, wanted, evidence.last("national.progress"))
    return None


_INDICATORS = {  # QĐ 766, by the fields that its formulas take
    "đúng hạn": ("NgayHenTra", "NgayKetThucXuLy"),
    "hồ sơ trực tuyến": ("KenhThucHien",),
    "thanh toán trực tuyến": ("DuocThanhToanTrucTuyen",),
    "số hóa, tái sử dụng dữ liệu": ("HoSoCoThanhPhanSoHoa",),
    "tài khoản VNeID": ("TaiKhoanDuocXacThucVoiVNeID",),
}
_DOMAINS = {
    "KenhThucHien": {"1", "2", "3"}, "DuocThanhToanTrucTuyen": {"0", "1", "2", "3"},
    "HoSoCoThanhPhanSoHoa": {"0", "1"}, "TaiKhoanDuocXacThucVoiVNeID": {"0", "1"},
}  # fmt: skip


@check("L4-MON-07")
def index_can_be_reckoned(evidence: Evidence, service: Service) -> Shortfall | None:
    """QĐ 766/QĐ-TTg: every indicator of the service can be reckoned from what was synchronised."""
    sent = [row["data"] for row in some(evidence, "national.dossiers")]
    done = [packet for packet in sent if str(packet.get("TrangThaiHoSo")) in {"9", "10"}]
    if not done:
        raise NotObserved("national.dossiers", evidence.reason or "chưa có gói tin của hồ sơ đã xử lý xong")
    packet, witness = done[-1], evidence.last("national.dossiers")
    for indicator, fields in _INDICATORS.items():
        for field in fields:
            value = str(packet.get(field) or "")
            known = packets.time_of(value) is not None if field.startswith("Ngay") else value in _DOMAINS[field]
            if not known:
                seen = f"không tính được chỉ số «{indicator}»: trường {field} ghi «{value}»"
                return Shortfall(seen, "trường có giá trị trong danh mục", witness)
    if service.result.is_document and not packet.get("DanhSachGiayToKetQua"):
        return Shortfall("không tính được chỉ số «kết quả điện tử»: không có tệp kết quả",
                         "đường dẫn kết quả trong gói tin", witness)  # fmt: skip
    return None


@check("L4-INT-01")
def procedure_is_public_nationally(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 01/2023: LayThuTuc, asked now with the code that the portal shows, answers with a public procedure."""
    witness = evidence.last("national.asked")
    asked, answer = witness.value["code"], witness.value["answer"]
    if not asked:
        raise NotObserved("national.asked", "trang dịch vụ không ghi mã thủ tục")
    if not answer:
        return Shortfall(f"LayThuTuc không thấy thủ tục {asked} mà cổng ghi", "thủ tục có trên CSDL quốc gia", witness)
    if str(answer.get("TRANGTHAI")) != "1":
        return Shortfall(f"thủ tục {asked} có TRANGTHAI {answer.get('TRANGTHAI')}", "1 (đang công khai)", witness)
    if not wording.same(answer.get("TENTTHC"), service.catalogue_name or service.name):
        seen = f"mã {asked} mà cổng ghi là của thủ tục «{answer.get('TENTTHC')}»"
        return Shortfall(seen, f"«{service.name}»", witness)
    return None


@check("L4-INT-02")
def national_link_leads_to_this_service(evidence: Evidence, service: Service) -> Shortfall | None:
    """TT 01/2023: the address given to the national portal opens the page of this service and of no other."""
    witness = evidence.last("national.entry")
    entry, wanted = witness.value, f"trang của «{service.name}», mã {service.code}"
    if entry["status"] >= 400:
        return Shortfall(f"liên kết {entry['link']} trả HTTP {entry['status']}", wanted, witness)
    lacking = [what for what in (service.code, service.name) if not wording.names(entry["text"], what)]
    if lacking:
        seen = f"liên kết {entry['link']} mở {entry['ended_at']}, trang đó không có «{'», «'.join(lacking)}»"
        return Shortfall(seen, wanted, witness)
    return None


@check("L4-INT-23")
def result_is_in_the_store(evidence: Evidence, service: Service) -> Shortfall | None:
    """NĐ 45/2020 Đ14, TT 01/2023 Đ24: the person's store of electronic data holds the result, under its code."""
    witness = evidence.last("store.results")
    code = str(evidence.fact("submission.code"))
    mine = [str(row) for row in rows(evidence, "store.results") if wording.names(row, f"{code}-KQ")]
    if not mine:
        seen = "Kho dữ liệu điện tử của người nộp không có kết quả của hồ sơ này"
        return Shortfall(seen, f"«{service.result.name}», mã {code}-KQ1", witness)
    if not any(wording.names(row, service.result.name) for row in mine):
        return Shortfall(f"kho ghi «{wording.shortened(mine[0])}»", f"«{service.result.name}»", witness)
    return None
