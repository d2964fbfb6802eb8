"""Letters that overtake each other or come twice: the walk is given the newest one, and each only once."""

from __future__ import annotations

import asyncio
import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import formatdate

import pytest

from harness.journey.post import Post
from harness.simulators import Mailbox

MOMENT = 1_780_000_000


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    one = Mailbox()
    one.start()
    yield one
    one.stop()


def send(mailbox: Mailbox, code: str, sent: int | None) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "cong@example.vn", "a@example.vn", "Mã xác thực"
    if sent is not None:
        message["Date"] = formatdate(MOMENT + sent)
    message.set_content(f"Mã xác thực của ông/bà là {code}.")
    with smtplib.SMTP(mailbox.host, mailbox.port, timeout=5) as smtp:
        smtp.send_message(message)


def given(post: Post) -> str:
    letter = asyncio.run(post({"subject": "Mã xác thực"}, None))
    return letter.text if letter else ""


def test_a_letter_that_was_overtaken_does_not_replace_the_newer_one(mailbox: Mailbox) -> None:
    post = Post(mailbox)
    send(mailbox, "222222", 60)
    send(mailbox, "111111", 0)  # written first, came last
    assert "222222" in given(post)


def test_a_letter_that_came_twice_is_given_once(mailbox: Mailbox) -> None:
    post = Post(mailbox)
    for _delivery in range(2):
        send(mailbox, "111111", 0)
    assert "111111" in given(post)
    assert given(post) == ""  # the copy is not taken for the answer to the next request
    send(mailbox, "222222", 60)
    assert "222222" in given(post)


def test_without_dates_the_last_to_come_is_the_newest(mailbox: Mailbox) -> None:
    send(mailbox, "000000", None)
    post = Post(mailbox)
    assert given(post) == ""  # it was there before
    send(mailbox, "111111", None)
    send(mailbox, "222222", None)
    assert "222222" in given(post)
