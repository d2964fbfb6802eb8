"""Another account and a visitor try every address that the owner of a dossier saw."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import quote

from harness.journey.scene import Owned, Scene
from harness.model import Blocked, Evidence

WHO = {"account": "stranger", "visitor": "visitor"}  # as checks call them → actor of the adapter


async def walk(scene: Scene) -> None:
    before, owned = scene.before, scene.owned
    if before is None or owned is None or not owned.addresses:
        why = before.reason if before and before.reason else "chủ hồ sơ chưa thấy địa chỉ nào"
        raise Blocked(f"không có địa chỉ nào của chủ hồ sơ để thử: {why}", owner=before.owner if before else "")
    await scene.stage.perform("sign_in", actor="stranger")
    rows = [await probe(scene, who, url, what, before) for who in WHO for url, what in owned.addresses.items()]
    scene.fact("stranger.probes", rows, "các địa chỉ mà chủ hồ sơ đã thấy")
    if scene.simulators:
        async with scene.attempt():
            await replay(scene)
    scene.tell_troubles()


async def probe(scene: Scene, who: str, url: str, what: str, owner: Evidence) -> dict[str, Any]:
    """Judged by content: a stranger may be answered 200 with a login page, or with a page of his own."""
    seen = await scene.stage.visit(url, actor=WHO[who])
    digests = {document.sha256 for document in owner.documents if document.size}
    return {
        "who": who, "url": url, "what": what, "status": seen.status, "ended_at": seen.url,
        "same_content": seen.sha256 in digests, "revealed": seen.reveals(secrets_of(owner)),
    }  # fmt: skip


def secrets_of(owner: Evidence) -> list[str]:
    """What a page about this dossier would show and no other page could."""
    names = ("full_name", "identity_number", "phone", "email", "address")
    return [owner.applicant[name] for name in names if owner.applicant.get(name)]


async def replay(scene: Scene) -> None:
    """A fresh code of the stranger's own account, sent with a state that this browser never had."""
    others, stage = scene.other_sides(), scene.stage
    asked = [a for a in others.identity.authorizations() if a.at >= scene.started and not a.probe]
    if not asked:
        raise Blocked("cổng không đăng nhập qua nhà cung cấp định danh nên không thử được state sai",
                      owner="cổng dịch vụ công")  # fmt: skip
    await stage.new_window("visitor")
    # The browser has begun a sign-in of its own, as that of a person who is being tricked.
    await stage.perform("sign_in", actor="visitor", stop_before=lambda step: step.verb == "set")
    address = asked[-1].redirect_uri
    code = others.identity.issue_code(scene.applicant.id, address)
    scene.relay.to.redaction.learn(code)
    joint = "&" if "?" in address else "?"
    page = await stage.go(f"{address}{joint}code={quote(code)}&state={secrets.token_urlsafe(16)}", actor="visitor")
    home = await stage.go("/", actor="visitor")
    inside = [words for words in proof(scene) if words in page or words in home]
    scene.fact("identity.replay", "accepted" if inside else "rejected", "địa chỉ quay về của trang đăng nhập")


def proof(scene: Scene) -> list[str]:
    """By what a page shows that somebody is signed in: the adapter's own proof, and the person's name."""
    steps = scene.stage.adapter.tasks["sign_in"].steps
    words = [word for s in steps if s.verb == "expect" and s.condition for word in s.condition.place.words]
    return [*words, scene.applicant.full_name]


__all__ = ["Owned", "walk"]
