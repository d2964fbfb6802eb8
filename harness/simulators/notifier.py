"""Sends notices (IPN) to the merchant's server and reads its answers."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx

from harness.simulators import clock
from harness.simulators.ledger import Notice

TIMEOUT = 10.0  # seconds a merchant may take to answer


class Notifier:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None

    def send(self, address: str, params: Mapping[str, str], kind: str, *, times: int,
             parallel: bool) -> list[Notice]:  # fmt: skip
        """The same notice ``times`` over: one after the other, or let go at the same moment.

        ``address`` carries the signed query already; "" = the merchant has told no address.
        """
        if times == 1 or not parallel:
            return [self._send(address, params, kind) for _ in range(times)]
        gate = threading.Barrier(times)

        def one(_: int) -> Notice:
            gate.wait(TIMEOUT)
            return self._send(address, params, kind)

        with ThreadPoolExecutor(times, "notice") as pool:
            return list(pool.map(one, range(times)))

    def close(self) -> None:
        with self._lock:
            client, self._client = self._client, None
        if client:
            client.close()

    def _send(self, address: str, params: Mapping[str, str], kind: str) -> Notice:
        status, code, message = self._ask(address)
        return Notice(
            kind=kind,
            txn_ref=params["vnp_TxnRef"],
            amount=int(params["vnp_Amount"]) // 100,
            rsp_code=code,
            message=message,
            http_status=status,
            at=clock.iso(),
            response_code=params["vnp_ResponseCode"],
            transaction_status=params["vnp_TransactionStatus"],
        )

    def _ask(self, address: str) -> tuple[int, str, str]:
        if not address:
            return 0, "", "chưa khai báo địa chỉ nhận thông báo (IPN) của cổng dịch vụ công"
        try:
            response = self._open().get(address)
        except httpx.HTTPError as error:
            return 0, "", f"không gửi được thông báo: {type(error).__name__}"
        try:
            answer = response.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or "RspCode" not in answer:
            return response.status_code, "", "câu trả lời không phải JSON có RspCode"
        return response.status_code, str(answer["RspCode"]), str(answer.get("Message", ""))

    def _open(self) -> httpx.Client:
        with self._lock:
            if self._client is None:
                # No proxies from the environment: the portal under test is reached directly.
                self._client = httpx.Client(timeout=TIMEOUT, trust_env=False)
            return self._client
