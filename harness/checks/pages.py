"""Pages as they are sent: letters, scripts that break, error pages, keys lying open."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from harness.checks.judges import wording
from harness.checks.reading import rows, some, walked_to_the_end
from harness.checks.registry import Shortfall, check
from harness.model import Evidence, Service, Witness

_INSIDE = re.compile(
    r"traceback \(most recent|stack ?trace|\bat [\w.$]+\([\w.]+:\d+\)|File \"[^\"]+\", line \d+|exception in thread"
    r"|SQLSTATE|ORA-\d{5}|SQL syntax|sqlite3\.|psycopg|PDOException|java\.lang\.|System\.\w+Exception|DEBUG = True"
    r"|unhandled exception|fatal error:|warning: \w+\(\)"
    r"|(?:/usr|/var|/home|/srv|/opt)/[\w.-]+/[\w./-]+|[A-Z]:\\\w+\\\w+"
    r"|(?:apache|nginx|tomcat|microsoft-iis|php|django|laravel)/\d+\.\d+",
    re.IGNORECASE,
)


@check("L4-ACC-13")
def letters_are_whole(evidence: Evidence, _service: Service) -> Shortfall | None:
    """TCVN 6909:2001: Vietnamese in Unicode; no broken letters, no TCVN3 or VNI shown raw."""
    for witness in _every(evidence, "page.spelling"):
        for row in witness.value:
            if row["samples"]:
                shown = ", ".join(f"«{word}»" for word in row["samples"])
                return Shortfall(f"{row['page']} có chữ hỏng: {shown}", "tiếng Việt Unicode đọc được", witness)
    walked_to_the_end(evidence, "page.spelling")
    return None


@check("L4-ACC-17")
def nothing_is_broken_on_the_way(evidence: Evidence, _service: Service) -> Shortfall | None:
    """Derived: no script breaks, and no script, style or picture of the pages on the way is missing."""
    found = rows(evidence, "page.errors")
    if found:
        first = found[0]
        more = f" và {len(found) - 1} lỗi khác" if len(found) > 1 else ""
        seen = f"{first['where']}: {wording.shortened(first['what'])}{more}"
        return Shortfall(seen, "không lỗi script, không tệp thiếu trên đường đi", evidence.last("page.errors"))
    return None


@check("L4-SEC-07")
def error_pages_keep_their_counsel(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A defect of real portals: an error page that shows code, queries, paths or versions of the server."""
    for row in some(evidence, "errors.shown"):
        inside = _INSIDE.search(str(row["text"]))
        if inside:
            seen = f"trang lỗi (HTTP {row['status']}) của địa chỉ không có hiện «{wording.shortened(inside[0])}»"
            return Shortfall(seen, "lời báo lỗi không có chi tiết kỹ thuật", evidence.last("errors.shown"))
    return None


@check("L4-SEC-15")
def no_key_lies_open(evidence: Evidence, _service: Service) -> Shortfall | None:
    """A defect of real portals: keys of the gateway or of integrations in what every browser is given."""
    for row in some(evidence, "client.code"):
        if row["secrets"]:
            where = urlsplit(row["url"]).path or "/"
            seen = f"mã phía khách {where} có {', '.join(row['secrets'])}"
            return Shortfall(seen, "khóa bí mật chỉ nằm ở máy chủ", evidence.last("client.code"))
    return None


def _every(evidence: Evidence, fact: str) -> list[Witness]:
    evidence.last(fact)
    return evidence.all(fact)
