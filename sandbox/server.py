"""Both sites in one process: one WSGI application, two listening ports, one pool of threads."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sandbox import database
from sandbox.variants.names import NAMES

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def listen(port: int) -> list[socket.socket]:
    """Sockets on 127.0.0.1 and, where the machine has it, ::1, with the same port."""
    four = socket.socket(socket.AF_INET)
    four.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    four.bind(("127.0.0.1", port))
    found = [four]
    with suppress(OSError):
        six = socket.socket(socket.AF_INET6)
        six.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        six.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        six.bind(("::1", four.getsockname()[1]))
        found.append(six)
    return found


def _by_port(application: Wsgi, one_stop_port: int) -> Wsgi:
    """Says which site is asked, by the port that was reached."""

    def chosen(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        environ["sandbox.origin"] = "one_stop" if int(environ["SERVER_PORT"]) == one_stop_port else "portal"
        return application(environ, start)

    return chosen


def _end(*_signal: object) -> None:
    raise SystemExit(0)


def _watch_parent() -> None:
    """Ends when the pipe that started us is closed, so that no server outlives its run."""
    if not stat.S_ISFIFO(os.fstat(sys.stdin.fileno()).st_mode):
        return

    def wait() -> None:
        sys.stdin.read()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True, name="parent").start()


def _warm_up() -> None:
    """Loads what signs and prints before the first dossier needs it."""
    from sandbox.core import documents, signing  # noqa: PLC0415
    from sandbox.core.sheets import Sheet  # noqa: PLC0415

    organisation = next(iter(signing.organisations()))
    signing.sign(documents.render(Sheet("", "", "", (("", ""),), "", None)), organisation)


def serve(  # noqa: PLR0913, PLR0917 - the options of the command line
    faults: list[str], variants: list[str], latency: int, portal_port: int = 0, one_stop_port: int = 0,
    portal_make: str = "classic",
) -> None:
    """Serves until a signal or the end of stdin; prints one line of JSON when ready. latency in ms."""
    latency = max([latency, *(NAMES[name].latency for name in variants)])
    signal.signal(signal.SIGTERM, _end)
    _build_pages(portal_make)
    portal, one_stop = listen(portal_port), listen(one_stop_port)
    addresses = [f"http://localhost:{sockets[0].getsockname()[1]}" for sockets in (portal, one_stop)]
    os.environ.update(PORTAL_URL=addresses[0], ONE_STOP_URL=addresses[1], SANDBOX_LATENCY=str(latency),
                      SANDBOX_PORTAL=portal_make,
                      DJANGO_SETTINGS_MODULE="sandbox.settings")
    with tempfile.TemporaryDirectory(prefix="kiemthu-sandbox-") as folder:
        database.prepare(Path(folder))
        _run([*portal, *one_stop], addresses, faults, variants, latency)


def _build_pages(portal_make: str) -> None:
    """The second portal is nothing without its pages; the first one has a plain form for its e-forms, and says so."""
    from sandbox.bundle import E_FORM, SPA, NotBuilt  # noqa: PLC0415 - before Django, as all of this

    try:
        if portal_make == "spa":
            SPA.build()
        else:
            E_FORM.build(budget=20)  # who starts the sandbox waits a minute for it at most
    except NotBuilt as reason:
        sys.stderr.write(f"{reason}\n")
        if portal_make == "spa":
            raise SystemExit(2) from reason


def _run(
    sockets: list[socket.socket], addresses: list[str], faults: list[str], variants: list[str], latency: int
) -> None:
    import django  # noqa: PLC0415 - the environment above must stand first

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415
    from waitress import create_server  # noqa: PLC0415

    from sandbox.core import behaviour, payments, procedures  # noqa: PLC0415
    from sandbox.core.delivery import Courier  # noqa: PLC0415
    from sandbox.faults import compose, known  # noqa: PLC0415
    from sandbox.variants.classes import VARIANTS  # noqa: PLC0415

    unknown = sorted(set(faults) - set(known()))
    if unknown:
        sys.stderr.write(f"Không có lỗi cài sẵn: {', '.join(unknown)}. Xem: python -m sandbox faults\n")
        raise SystemExit(2)
    behaviour.use(compose(faults, [VARIANTS[name] for name in variants]))
    procedures.arrange(behaviour.behaviour().arranged)
    database.migrate()
    database.seed(settings.OFFICER_PASSWORD)
    application = _by_port(get_wsgi_application(), int(addresses[1].rsplit(":", 1)[1]))
    server = create_server(application, sockets=sockets, threads=64 if latency else 12, ident="sandbox",
                           max_request_body_size=30 * 1024 * 1024)
    courier = Courier()
    courier.start()
    threading.Thread(target=_warm_up, daemon=True, name="warm-up").start()
    _watch_parent()
    ready = {"portal": addresses[0], "one_stop": addresses[1], "pid": os.getpid(),
             "notify": f"{addresses[0]}{payments.NOTICE_PATH}",
             "adapter": {key: value for name in variants for key, value in NAMES[name].adapter.items()}}
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
    try:
        server.run()
    finally:
        courier.finish()
        courier.join(timeout=3)
