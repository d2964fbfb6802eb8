"""A WSGI application on a loopback port, served by waitress from a thread of this process."""

from __future__ import annotations

import logging
import socket
import threading
from typing import Any

import waitress.wasyncore
from flask import Flask
from jinja2 import StrictUndefined
from waitress.server import create_server

from harness.model import vnd

# A full queue is normal while a page is slow on purpose.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def listener(port: int) -> socket.socket:
    """A bound loopback socket (0 = a free port); nothing outside this machine can reach it.

    Raises OSError when the port is taken.
    """
    bound = socket.socket()
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", port))
    except OSError:
        bound.close()
        raise
    return bound


def flask_app(name: str) -> Flask:
    """A Flask application whose templates sit beside this file and refuse unknown names."""
    app = Flask(name, template_folder="templates", root_path=__file__.rpartition("/")[0], static_folder=None)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters["vnd"] = vnd
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # people read the answers in the evidence
    return app


class WebServer:
    """Starts and stops cleanly, again and again on the same port. ``port`` 0 takes a free one."""

    def __init__(self, app: Any, port: int = 0, host: str = "localhost") -> None:
        self._app = app
        self._host = host
        self._server: Any = None
        self._thread: threading.Thread | None = None
        self.port = port

    @property
    def url(self) -> str:
        """The origin; empty until a port is known."""
        return f"http://{self._host}:{self.port}" if self.port else ""

    def start(self) -> None:
        # Bound before waitress starts its threads, which a taken port would leave behind.
        bound = listener(self.port)
        self._server = create_server(self._app, sockets=[bound], threads=8, ident=None, map={})
        self.port = int(self._server.effective_port)
        self._thread = threading.Thread(target=self._server.run, name=f"simulator:{self.port}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._thread is None:
            return
        # Sockets belong to the serving loop: they are closed by it, not under it, and not before the pull is over.
        pulled = threading.Event()
        self._server.trigger.pull_trigger(lambda: self._close_all(pulled))
        pulled.set()
        self._thread.join(timeout=5)
        self._server.task_dispatcher.shutdown()
        self._thread = self._server = None

    def _close_all(self, pulled: threading.Event) -> None:
        pulled.wait(5)
        self._server.close()
        waitress.wasyncore.close_all(self._server._map, ignore_all=True)
