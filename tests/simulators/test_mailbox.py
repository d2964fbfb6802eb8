"""Real SMTP in, readable mails out."""

from __future__ import annotations

import smtplib
import threading
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from harness.simulators import Mailbox


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    one = Mailbox()
    one.start()
    yield one
    one.stop()


def send(mailbox: Mailbox, to: str, subject: str = "Hồ sơ đã được tiếp nhận") -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "cong@example.vn", to, subject
    message.set_content("Kính gửi ông Nguyễn Văn Mẫu,\nhẹn trả ngày 21/07/2026.")
    message.add_alternative("<p>hẹn trả <b>21/07/2026</b></p>", subtype="html")
    message.add_attachment(b"%PDF-1.7 gi\xe1", maintype="application", subtype="pdf", filename="giấy tiếp nhận.pdf")
    with smtplib.SMTP(mailbox.host, mailbox.port, timeout=5) as smtp:
        smtp.send_message(message)


def test_a_letter_arrives_whole(mailbox: Mailbox) -> None:
    send(mailbox, "mot@example.vn, hai@example.vn")
    (mail,) = mailbox.messages("MOT@example.vn")
    assert (mail.to, mail.sender, mail.subject) == ("mot@example.vn", "cong@example.vn", "Hồ sơ đã được tiếp nhận")
    assert "Nguyễn Văn Mẫu" in mail.text
    assert "<b>21/07/2026</b>" in mail.html
    assert mail.attachments == (("giấy tiếp nhận.pdf", b"%PDF-1.7 gi\xe1"),)
    assert len(mailbox.messages("hai@example.vn")) == 1


def test_waiting_ends_when_the_letter_comes_or_never(mailbox: Mailbox) -> None:
    late = threading.Timer(0.05, send, (mailbox, "ba@example.vn", "Kết quả"))
    late.start()
    mail = mailbox.wait_for("ba@example.vn", lambda m: m.subject == "Kết quả", 5)
    late.join()
    assert mail is not None
    assert mailbox.wait_for("khong-ai@example.vn", lambda _: True, 0.02) is None


def test_refusing(mailbox: Mailbox) -> None:
    mailbox.refuse_next()
    with pytest.raises(smtplib.SMTPDataError, match="451"):
        send(mailbox, "bon@example.vn")
    send(mailbox, "bon@example.vn")
    assert len(mailbox.messages("bon@example.vn")) == 1


def test_stopping_with_an_open_connection_and_starting_again() -> None:
    one = Mailbox()
    one.start()
    port = one.port
    with smtplib.SMTP(one.host, port, timeout=5) as smtp:
        smtp.noop()
        one.stop()
    one.start()
    assert one.port == port
    send(one, "nam@example.vn")
    one.stop()
    assert len(one.messages()) == 1
