"""mail: wait for a message, follow its link, keep its attachment."""

from __future__ import annotations

from harness.catalog.adapters import Step
from harness.model import Blocked
from harness.portal.codes import ONE_TIME_CODE
from harness.portal.ports import MailSeen
from harness.portal.waiting import poll
from harness.portal.walk import Walk


async def mail_step(walk: Walk, step: Step) -> None:
    mailbox = walk.stage.mailbox
    if mailbox is None:
        raise Blocked("bộ kết nối chờ thư nhưng lần chạy này không có hộp thư thử nghiệm", owner="môi trường kiểm thử")
    wanted = {key: await walk.text(value) for key, value in step.mail.items()}
    persona = walk.stage.persona_of(walk.actor)
    budget = step.budget or walk.window.patience.condition

    async def attempt() -> MailSeen | None:
        return await mailbox(wanted, persona)

    mail = await poll(attempt, budget)
    if mail is None:
        subject = wanted.get("subject", "")
        raise Blocked(f"đã chờ {budget:.0f} giây mà không có thư «{subject}»", owner="cổng dịch vụ công")
    code = ONE_TIME_CODE.search(mail.text)
    walk.stage.mailed = {"code": code[0]} if code else {}
    if "follow" in wanted:
        links = [link for link in mail.links if wanted["follow"] in link]
        if len(links) != 1:
            sentence = f"thư «{mail.subject}» có {len(links)} liên kết chứa «{wanted['follow']}»"
            raise Blocked(sentence, owner="cổng dịch vụ công", candidates=tuple(mail.links))
        await walk.window.goto(links[0])
    if "attachment" in wanted:
        for name, content in mail.attachments:
            if wanted["attachment"] in name:
                walk.stage.recorder.document(f"mail:{name}", content, "", f"thư «{mail.subject}»")
