"""What stands in the packets for the national portal, held against the dossier they tell of."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from harness.checks.judges import packets, wording
from harness.checks.reading import Row, rows, some
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, NotObserved, Service, vnd

_FACT = "national.dossiers"
_MADE_UP = re.compile(r"0*1?|(\d)\1+|0?123456789\d*")  # 000000001, 111111111, 0123456789
_DONE = {"9", "10"}


def _packets(evidence: Evidence) -> Iterator[Row]:
    for row in some(evidence, _FACT):
        yield from row["data"] if isinstance(row["data"], list) else [row["data"]]


def _short(evidence: Evidence, seen: str, wanted: str) -> Shortfall:
    return Shortfall(f"gói tin {seen}", wanted, evidence.last(_FACT))


@check("L4-INT-05")
def fields_have_their_type_and_length(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QCVN 120:2019 (fields as public adapters know them): what is filled in has its type, length and date form."""
    for packet in _packets(evidence):
        for path, value, wanted in packets.malformed(packet):
            return _short(evidence, f"ghi {path} ({packets.title(path.split('.')[0])}) là «{value}»", wanted)
    return None


@check("L4-INT-08")
def channel_is_online(evidence: Evidence, _service: Service) -> Shortfall | None:
    """KenhThucHien: 1 at the counter, 2 online, 3 by post."""
    for packet in _packets(evidence):
        if str(packet.get("KenhThucHien")) != "2":
            seen = f"ghi kênh thực hiện «{packet.get('KenhThucHien', '')}»"
            return _short(evidence, seen, "2 (trực tuyến), vì hồ sơ nộp trên cổng dịch vụ công")
    return None


@check("L4-INT-09")
def applicant_is_a_citizen(evidence: Evidence, _service: Service) -> Shortfall | None:
    """LoaiDoiTuong of the 2020 interface: 1 citizen, 2 business; the persons who try are citizens."""
    for packet in _packets(evidence):
        if str(packet.get("LoaiDoiTuong")) != "1":
            return _short(evidence, f"ghi loại đối tượng «{packet.get('LoaiDoiTuong', '')}»", "1 (người dân)")
    return None


@check("L4-INT-10")
def every_paper_is_sent_with_its_code(evidence: Evidence, service: Service) -> Shortfall | None:
    """TaiLieuNop: as many files as were given, each under the code of its component, with a link."""
    given = [paper for paper in service.papers if paper.code]
    for packet in _packets(evidence):
        sent = [row for row in packet.get("TaiLieuNop") or [] if str(row.get("IsDeleted", "False")) != "True"]
        if len(sent) < len(service.papers):
            return _short(evidence, f"có {len(sent)} tệp hồ sơ", f"{len(service.papers)} tệp như người dân đã nộp")
        codes = [wording.plain(row.get("MaThanhPhanHoSo")) for row in sent]
        for paper in given:
            if paper.code not in codes:
                seen = f"không có tệp nào mang mã {paper.code} (mã đã gửi: {', '.join(codes) or 'không có'})"
                return _short(evidence, seen, f"tệp «{paper.label}» mang mã thành phần {paper.code}")
        if not all(wording.plain(row.get("DuongDanTaiTepTin")) for row in sent):
            return _short(evidence, "có tệp hồ sơ không kèm đường dẫn", "mỗi tệp một đường dẫn tải được")
    return None


@check("L4-INT-10")
def links_of_papers_open(evidence: Evidence, service: Service) -> Shortfall | None:
    """DuongDanTaiTepTin: who receives the packet opens each link without signing in, and finds what was given."""
    found = rows(evidence, "national.files")
    witness = evidence.last("national.files")
    for row in found:
        if row["status"] != 200:
            answer = f"trả HTTP {row['status']}" if row["status"] else "không nơi nào trả lời"
            return Shortfall(f"liên kết tệp trong gói tin {row['url']} {answer}", "mở được tệp đã nộp", witness)
    opened = {row["sha256"] for row in found}
    for paper in service.papers:
        if hashlib.sha256(paper.file.read_bytes()).hexdigest() not in opened:
            seen = f"không liên kết nào trong gói tin mở ra tệp «{paper.label}» như đã nộp"
            return Shortfall(seen, "đúng tệp đã nộp", witness)
    return None


@check("L4-INT-11")
def finished_dossier_carries_its_result(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QĐ 766/QĐ-TTg: DanhSachGiayToKetQua once the dossier is done."""
    done = [packet for packet in _packets(evidence) if str(packet.get("TrangThaiHoSo")) in _DONE]
    if not done:
        raise NotObserved(_FACT, "chưa có gói tin nào ở trạng thái 9 hoặc 10")
    for packet in done:
        if not packet.get("DanhSachGiayToKetQua"):
            return _short(evidence, f"ở trạng thái {packet['TrangThaiHoSo']} không có giấy tờ kết quả",
                          "danh sách giấy tờ kết quả")  # fmt: skip
    return None


@check("L4-INT-14")
def nothing_is_made_up(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A defect of real adapters: a made-up number where the applicant's own was not at hand."""
    person = evidence.applicant
    for packet in _packets(evidence):
        listed = packet.get("DinhDanhCHS") or []
        numbers = [packet.get("SoGiayToChuHoSo"), *(row.get("SoDinhDanh") for row in listed)]
        for number in filter(None, map(wording.plain, numbers)):
            if _MADE_UP.fullmatch(number) or number != person["identity_number"]:
                return _short(evidence, f"ghi số giấy tờ {number}", "số định danh của chính người nộp")
        phone = wording.plain(packet.get("SoDienThoai"))
        if phone and _MADE_UP.fullmatch(phone):
            return _short(evidence, f"ghi số điện thoại {phone}", "số điện thoại của người nộp")
        owner = wording.plain(packet.get("ChuHoSo"))
        if owner and not wording.same(owner, person["full_name"]):
            return _short(evidence, f"ghi chủ hồ sơ «{owner}»", f"«{person['full_name']}»")
    return None


@check("L4-INT-17")
def flags_are_true(evidence: Evidence, _service: Service) -> Shortfall | None:
    """QĐ 766/QĐ-TTg: sign-in by VNeID, digitised and reused papers are told only where there were any."""
    signed_in = any(row.get("redeemed") for row in rows(evidence, "identity.authorizations"))
    for packet in _packets(evidence):
        if str(packet.get("TaiKhoanDuocXacThucVoiVNeID")) == "1" and not signed_in:
            return _short(evidence, "báo tài khoản đã xác thực với VNeID", "chỉ báo khi người nộp đăng nhập bằng VNeID")
        digitised = [row for row in packet.get("TaiLieuNop") or [] if str(row.get("DuocSoHoa")) == "1"]
        reused = [row for row in packet.get("TaiLieuNop") or [] if str(row.get("DuocTaiSuDung", "0")) not in {"0", ""}]
        if digitised or str(packet.get("HoSoCoThanhPhanSoHoa")) == "1":
            return _short(evidence, "báo có thành phần được số hóa",
                          "0, vì mọi tệp do người dân tải lên, cán bộ không số hóa giấy tờ nào")  # fmt: skip
        if reused:
            return _short(evidence, "báo tái sử dụng giấy tờ", "0, vì mọi tệp được tải lên mới")
    return None


@check("L4-INT-22")
def way_of_return_is_the_chosen_one(evidence: Evidence, _service: Service) -> Shortfall | None:
    """HinhThuc: 1 exactly when the applicant chose the post."""
    chosen = [str(row["set"]) for row in some(evidence, "form.fields") if "nhận kết quả" in wording.label(row["label"])]
    by_post = any("bưu" in wording.plain(way).casefold() for way in chosen)
    for packet in _packets(evidence):
        if (str(packet.get("HinhThuc")) == "1") is not by_post:
            told = "nhận qua bưu chính" if by_post else "không nhận qua bưu chính"
            return _short(evidence, f"ghi hình thức trả «{packet.get('HinhThuc', '')}»",
                          f"{int(by_post)}, vì người nộp chọn {told}")  # fmt: skip
    return None


@check("L4-PAY-04")
def each_fee_is_told_apart(evidence: Evidence, service: Service) -> Shortfall | None:
    """The bill of the national portal: each phí, lệ phí under its own code, together what was asked."""
    for packet in _packets(evidence):
        lines = packet.get("DanhSachLePhi") or []
        codes = {wording.plain(line.get("MaPhiLePhi")) for line in lines}
        for item in service.fees:
            if not item.code:
                if _amount_without_code(item.due(service.case), lines):
                    need = f"«{item.name}» là một khoản riêng có mã, {vnd(item.due(service.case))}"
                    return _short(evidence, f"không có khoản nào {vnd(item.due(service.case))} mang mã", need)
            elif item.due(service.case) and item.code not in codes:
                seen = f"không có khoản {item.code} (các khoản đã gửi: {', '.join(sorted(codes)) or 'không có'})"
                return _short(evidence, seen, f"«{item.name}» là một khoản riêng, mã {item.code}")
    return None


def _amount_without_code(due: int, lines: Iterable[Mapping[str, Any]]) -> bool:
    """Where nobody has approved a code, the amount must stand under some code."""
    return bool(due) and not any(
        str(line.get("Gia", "")) == str(due) and wording.plain(line.get("MaPhiLePhi")) for line in lines
    )


@check("L4-PAY-04", "L4-PAY-23")
def fees_sent_add_up(evidence: Evidence, service: Service) -> Shortfall | None:
    """F766: the sum of DanhSachLePhi.Gia is what was asked of the applicant, in đồng; whether rightly is L4-PAY-03."""
    orders = evidence.fact("gateway.orders") if evidence.has("gateway.orders") else []
    asked = {int(order["amount"]) for order in orders} | {service.fee}
    for packet in _packets(evidence):
        prices = [str(line.get("Gia", "")) for line in packet.get("DanhSachLePhi") or []]
        total = sum(int(price) for price in prices if price.isdecimal())
        if total not in asked:
            return _short(evidence, f"ghi tổng phí, lệ phí {vnd(total)}", " hoặc ".join(map(vnd, sorted(asked))))
    return None


@check("L4-PAY-23")
def payment_is_told_as_made_online(evidence: Evidence, _service: Service) -> Shortfall | None:
    """F766, DuocThanhToanTrucTuyen: 1 on the national platform, 2 on the portal's own, once it is paid."""
    if not any(witness.value == "paid" for witness in evidence.all("payment.status")):
        raise NotObserved("payment.status", evidence.reason or "hồ sơ chưa được trả tiền")
    last = list(_packets(evidence))[-1]
    if str(last.get("DuocThanhToanTrucTuyen")) not in {"1", "2"}:
        seen = f"cuối cùng ghi tình trạng thanh toán «{last.get('DuocThanhToanTrucTuyen', '')}»"
        return _short(evidence, seen, "1 hoặc 2, vì hồ sơ đã được thanh toán trực tuyến")
    return None


@check("L4-SEC-14")
def links_sent_are_public(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A defect of real portals: addresses of the inner network, or without encryption, sent to the national portal."""
    return _public(evidence, "TaiLieuNop", "DuongDanTaiTepTin") or _public(
        evidence, "DanhSachGiayToKetQua", "DuongDanTepTinKetQua"
    )


@check("L4-RES-14")
def link_of_the_result_is_public(evidence: Evidence, _service: Service) -> Shortfall | None:
    """The result is reached at a public address over HTTPS; a portal on this very machine may do without."""
    if not any(packet.get("DanhSachGiayToKetQua") for packet in _packets(evidence)):
        raise NotObserved(_FACT, "chưa gói tin nào có giấy tờ kết quả")
    return _public(evidence, "DanhSachGiayToKetQua", "DuongDanTepTinKetQua")


def _public(evidence: Evidence, files: str, link: str) -> Shortfall | None:
    for packet in _packets(evidence):
        for row in packet.get(files) or []:
            address = wording.plain(row.get(link))
            fault = _unreachable(address) if address else ""
            if fault:
                return _short(evidence, f"có đường dẫn {address}: {fault}", "https, tên miền công khai")
    return None


def _unreachable(address: str) -> str:
    parts = urlsplit(address)
    host = parts.hostname or ""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        ip = None
    if host == "localhost" or (ip and ip.is_loopback):
        return ""  # the portal under test runs on this machine
    if ip and ip.is_private:
        return "địa chỉ mạng nội bộ"
    if parts.scheme != "https" or "." not in host:
        return "không phải https" if parts.scheme != "https" else "tên máy nội bộ"
    return ""
