"""Writes ``catalog/portals/<id>.yaml``: what was recognised as steps, what a person must say as marked lines. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from harness.authoring.profile_text import inner, quoted, word
from harness.authoring.recognise import Portal
from harness.catalog.approval import TO_COMPLETE

FACTS_A_LINE = 3


def todo(what: str) -> str:
    return quoted(f"{TO_COMPLETE}: {what}")


def said(words: str, what: str) -> str:
    return inner(words) if words else todo(what)


def write(name: str, portal: Portal, seen: str) -> str:
    proven = bool(portal.proof[1])
    lines = [
        "# yaml-language-server: $schema=../../schemas/portal.schema.json",
        f"# kiemthu new-portal lập từ {portal.origin}{portal.home}; ảnh và cây truy cập của từng trang: {seen}",
        f"# Chỗ nào có «{TO_COMPLETE}» là chữ trên trang mà máy chưa biết: chép đúng chữ nhìn thấy vào đó.",
        f"# `kiemthu check` nêu từng chỗ còn lại; `kiemthu portal-check {name}` đi thử từng việc.",
        "# Cách viết: docs/mo-ta-cong.md",
        "schema: 1",
        f"id: {name}",
        f"name: {word(portal.name or name)}",
        *_environment(portal, proven=proven),
        f"origins: {{portal: {quoted(portal.origin)}}}   # thêm one_stop: địa chỉ hệ thống một cửa, khi có",
        "actors:",
        "  applicant: {origin: portal, pool: personas}",
        "  stranger: {origin: portal, pool: personas}",
        "  visitor: {origin: portal}",
        "  # officer: {origin: one_stop, username: can-bo-01, password: \"${OFFICER_PASSWORD}\"}",
        "order: [submit, pay, receive, process, issue, result]   # lúc nào trả tiền thì đặt pay ở đó",
        "",
        "tasks:",
        *_about(portal), *_search(portal), *_find(portal), *_sign_in(portal), *_application(portal), *_lookup(portal),
        *_asides(portal),
    ]  # fmt: skip
    lines += ["", *(f"# Ghi chú: {note}" for note in portal.notes)] if portal.notes else []
    return "\n".join(lines) + "\n"


def _environment(portal: Portal, *, proven: bool) -> Iterator[str]:
    if proven:
        yield "environment: test   # chỉ nộp hồ sơ ở môi trường thử nghiệm; hãy tự xác nhận điều này"
        yield f"proof: {{open: {inner(portal.proof[0])}, text: {inner(portal.proof[1])}}}   # cổng tự nói nó là bản thử"
    else:
        yield "environment: production   # đổi thành test khi chắc chắn đây là bản thử; trước đó không nộp gì"
        proof = todo("chữ trên trang cho biết đây là môi trường thử nghiệm")
        yield f"proof: {{open: {inner(portal.home)}, text: {proof}}}"


def _about(portal: Portal) -> Iterator[str]:
    if portal.version and portal.version.value:
        read = f"{{portal.version: {inner(portal.version.words)}}}" if portal.version.words else "portal.version"
        yield f"  about: [{{open: {inner(portal.home)}}}, {{read: {read}}}]   # thấy: {portal.version.value[:40]}"


def _search(portal: Portal) -> Iterator[str]:
    if not portal.search_box:
        yield "  # Không thấy ô tìm dịch vụ. Nếu có, khai việc search như trong docs/mo-ta-cong.md."
        return
    yield "  search:"
    yield f"    - open: {inner(portal.search_page)}"
    yield f'    - set: {{{inner(portal.search_box)}: "@query"}}'
    yield f"    - press: {{button: {said(portal.search_button, 'nút tìm')}}}"
    yield f"    - wait: {{heading: {said(portal.results, 'tiêu đề của trang kết quả tìm')}}}"
    yield f"    - read: {{search.hits: {{list: {said(portal.results, 'tiêu đề của danh sách kết quả')}}}}}"


def _find(portal: Portal) -> Iterator[str]:
    yield "  find:" + (f"   # đã thử với «{portal.service_link}»" if portal.service_link else "")
    yield f"    - open: {inner(portal.search_page or portal.home)}"
    if portal.search_box:
        yield f'    - set: {{{inner(portal.search_box)}: "@service.code"}}'
        yield f"    - press: {{button: {said(portal.search_button, 'nút tìm')}}}"
    yield '    - press: {link: "@service.name"}'
    yield f"    - wait: {{button: {said(portal.apply, 'nút nộp hồ sơ trực tuyến trên trang thủ tục')}}}"
    usual = [name for name, found in portal.service_facts.items() if found.value and not found.words]
    renamed = {name: found for name, found in portal.service_facts.items() if found.words}
    missing = [name for name, found in portal.service_facts.items() if not found.value]
    read = [f"{name}: usual" for name in usual] + [f"{name}: {inner(found.words)}" for name, found in renamed.items()]
    if read:
        yield "    - read: {" + (",\n             ".join(_in_lines(read))) + "}"
    for name in missing:
        yield f"    # Không thấy {name} trên trang; nếu có, thêm vào read: {name}: chữ đứng trước nó"


def _sign_in(portal: Portal) -> Iterator[str]:
    yield "  sign_in:"
    if portal.sign_in_page:
        yield f"    - open: {inner(portal.sign_in_page)}"
    else:
        yield f"    - open: {inner(portal.home)}"
        yield f"    - press: {{link: {said(portal.sign_in.words if portal.sign_in else '', 'nút đăng nhập')}}}"
    if portal.identity:
        yield f"    - press: {{button: {inner(portal.identity)}}}"
    if portal.identity and not portal.password:
        yield "    - use: vneid.sign_in   # trang của nhà cung cấp định danh (catalog/partners); khác thì khai:"
        yield '    # - set: {Số định danh cá nhân: "@actor.identity_number", Mật khẩu: "@actor.password"}'
        yield f"    - expect: {{button: {todo('nút Đăng xuất hay chữ chỉ thấy khi đã đăng nhập')}}}"
        return
    user, secret = said(portal.username, "ô tên đăng nhập"), said(portal.password, "ô mật khẩu")
    yield f'    - set: {{{user}: "@actor.identity_number", {secret}: "@actor.password"}}'
    yield f"    - press: {{button: {said(portal.go_on, 'nút gửi tên và mật khẩu')}}}"
    yield "    # Cổng hỏi mã dùng một lần thì thêm:"
    yield "    # - if_seen: {label: Mã xác thực}"
    yield '    #   then: [{set: {Mã xác thực: "@inbox.otp"}}, {press: {button: Xác nhận}}]'
    yield f"    - expect: {{button: {todo('nút Đăng xuất hay chữ chỉ thấy khi đã đăng nhập')}}}"


def _application(portal: Portal) -> Iterator[str]:
    yield "  start:"
    yield "    - use: find"
    yield f"    - press: {{button: {said(portal.apply, 'nút nộp hồ sơ trực tuyến')}}}"
    yield f"    - wait: {{heading: {todo('tiêu đề của trang đầu tờ khai')}}}"
    yield "  fill:                       # điền theo nhãn trong hồ sơ dịch vụ; tự sang trang bằng nút next"
    yield "    - set: form"
    yield f"      next: {{button: {todo('nút sang trang sau của tờ khai')}}}"
    yield f"      until: {{heading: {todo('tiêu đề của trang đính kèm giấy tờ')}}}"
    yield "  attach:"
    yield "    - set: papers"
    yield f"    - press: {{button: {todo('nút sang trang xem lại')}}}"
    yield f"    - wait: {{heading: {todo('tiêu đề của trang xem lại')}}}"
    yield "  review:"
    yield f"    - read: {{review.text: {{region: {todo('tiêu đề của phần xem lại')}}}}}"
    yield "  submit:"
    yield f"    - set: {{{todo('câu cam đoan phải đánh dấu; không có thì bỏ dòng này')}: có}}"
    yield f"    - press: {{button: {todo('nút nộp hồ sơ')}}}"
    yield f"    - wait: {{heading: {todo('tiêu đề của trang báo đã nộp')}}}"
    yield f"    - read: {{submission.code: {{row: {todo('chữ đứng trước mã hồ sơ')}}}}}"
    yield "  track:"
    yield f'    - open: "/{TO_COMPLETE}: đường dẫn tới một hồ sơ, mã hồ sơ viết là @dossier"'
    yield f"    - read: {{status.portal: {{row: {todo('chữ đứng trước trạng thái hồ sơ')}}}}}"
    yield "  # Còn khai được: pay, papers_back, result, rate và việc của cán bộ: receive, process, issue, deliver."


def _lookup(portal: Portal) -> Iterator[str]:
    if portal.lookup_box:
        yield "  lookup:"
        yield "    - as: visitor"
        yield f"    - open: {inner(portal.lookup_page)}"
        yield f'    - set: {{{inner(portal.lookup_box)}: "@dossier"}}'
        yield f"    - press: {{button: {said(portal.lookup_button, 'nút tra cứu')}}}"
        yield f"    - read: {{lookup.status: {{row: {todo('chữ đứng trước trạng thái ở trang tra cứu')}}}}}"


def _asides(portal: Portal) -> Iterator[str]:
    for what, (words, address) in portal.asides.items():
        yield f"  # Thấy liên kết «{words}» ({what}): {address or 'mở bằng nút'}"


def _in_lines(items: list[str]) -> list[str]:
    return [", ".join(items[i : i + FACTS_A_LINE]) for i in range(0, len(items), FACTS_A_LINE)]
