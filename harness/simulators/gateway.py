"""The payment gateway: VNPay 2.1.0 on its own origin."""

from __future__ import annotations

from harness.simulators import merchant_api
from harness.simulators.bank_pages import BankPages
from harness.simulators.serving import WebServer, flask_app
from harness.simulators.till import Till


class Gateway(Till):
    """A till with its pages. ``notify_url`` may be set later, when the portal's address is known."""

    def __init__(self, tmn_code: str, secret: str, notify_url: str = "", host: str = "localhost",
                 port: int = 0) -> None:  # fmt: skip
        super().__init__(tmn_code, secret, notify_url)
        app = flask_app("gateway")
        app.register_blueprint(BankPages(self).blueprint())
        app.register_blueprint(merchant_api.blueprint(self))
        self._server = WebServer(app, port, host)

    @property
    def url(self) -> str:
        return self._server.url

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        self._server.stop()
        self.close()
