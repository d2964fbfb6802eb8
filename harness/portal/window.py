"""One actor's browser window: its context, its current page, tabs and dialogs that come and go."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Browser, BrowserContext, Dialog, Download, Error, Page, Response, Route

from harness.model import Compromised, Persona
from harness.portal.browser import new_context
from harness.portal.network import Network
from harness.portal.ports import Recorder
from harness.portal.waiting import Patience

UNREACHABLE = ("ERR_CONNECTION_REFUSED", "ERR_NAME_NOT_RESOLVED", "ERR_CONNECTION_RESET", "ERR_CONNECTION_CLOSED",
               "ERR_EMPTY_RESPONSE", "ERR_ADDRESS_UNREACHABLE", "ERR_INTERNET_DISCONNECTED", "ERR_TIMED_OUT",
               "ERR_CONNECTION_TIMED_OUT")  # fmt: skip
# The address alone: no script of the page hears of it, and the way back leads to where the person was.
_TO_ROUTE = "(url) => url !== location.href && History.prototype.pushState.call(history, null, '', url)"


class Window:
    """Always acts on the newest page that is still open, as a person looks at the newest tab."""

    def __init__(self, context: BrowserContext, origin: str, persona: Persona | None, recorder: Recorder,
                 patience: Patience) -> None:
        self.context = context
        self.origin = origin
        self.persona = persona
        self.network = Network(context, recorder)
        self.patience = patience
        self.pages: list[Page] = []
        self.downloads: list[Download] = []
        self.dialogs: list[str] = []
        self.inside = False  # somebody has signed in here
        self._agent = ""
        self._recorder = recorder
        context.on("page", self._opened)

    @classmethod
    async def open(cls, browser: Browser, origin: str, persona: Persona | None, recorder: Recorder,  # noqa: PLR0913
                   patience: Patience, *, phone: bool = False) -> Window:
        context = await new_context(browser, phone=phone)
        window = cls(context, origin, persona, recorder, patience)
        await context.new_page()
        return window

    def _opened(self, page: Page) -> None:
        self.pages.append(page)
        page.set_default_timeout(self.patience.click * 1000)
        page.set_default_navigation_timeout(self.patience.navigation * 1000)
        page.on("close", self.network.forget)
        page.on("domcontentloaded", self.network.complete)
        page.on("dialog", self._asked)
        page.on("download", self._downloading)

    async def _asked(self, dialog: Dialog) -> None:
        # Playwright dismisses a confirm() unless told otherwise; a person who pressed the button means yes.
        self.dialogs.append(dialog.message)
        self._recorder.event("dialog", type=dialog.type, message=dialog.message)
        await dialog.accept()

    def _downloading(self, download: Download) -> None:
        self.downloads.append(download)

    @property
    def page(self) -> Page:
        self.pages = [page for page in self.pages if not page.is_closed()] or self.pages[-1:]
        return self.pages[-1]

    def address(self, path: str) -> str:
        return path if "://" in path else f"{self.origin}/{path.lstrip('/')}"

    async def goto(self, path: str) -> Response | None:
        """Raises Compromised when the host does not answer at all."""
        if self.page.is_closed():
            await self.context.new_page()
        url = self.address(path)
        page = self.page
        try:
            if "#" in url and url.partition("#")[0] == page.url.partition("#")[0]:
                # A hash route of the page that is open: nothing would be asked anew, and what the page still
                # believes (a session that has ended) would send the person elsewhere.
                await page.evaluate(_TO_ROUTE, url)
                response = await page.reload(wait_until="domcontentloaded")
            else:
                response = await page.goto(url, wait_until="domcontentloaded")
        except Error as error:
            if page.is_closed() and not self.page.is_closed():  # a popup that was just closing itself
                return await self.goto(path)
            if any(words in error.message for words in UNREACHABLE):
                raise Compromised(f"không truy cập được {url}", owner="môi trường kiểm thử", page=url) from error
            raise
        await self.settle()
        return response

    async def settle(self) -> None:
        await self.network.settle(self.page, self.patience.settle)

    def document(self) -> tuple[int, str, str]:
        """Status, address and method of the current page's document; status 0 when none came."""
        return self.network.documents.get(self.page, (0, self.page.url, "GET"))

    def may_reload(self) -> bool:
        """A page that came as the answer to a form would send the form again."""
        return self.document()[2] == "GET"

    async def reload(self) -> None:
        await self.page.reload(wait_until="domcontentloaded")
        await self.settle()

    def still_loading(self) -> bool:
        return self.network.asked_since_document.get(self.page, 0) > 0

    async def cut_off(self, origin: str) -> None:
        """From now on no page of this window comes back to the origin, not even by a redirect."""

        async def guard(route: Route) -> None:
            request = route.request
            if request.url.startswith(origin):
                await route.abort("internetdisconnected")
            elif request.is_navigation_request():
                # A redirect is not asked of this guard again, so it is looked at here.
                answer = await route.fetch(max_redirects=0)
                if answer.headers.get("location", "").startswith(origin):
                    await route.abort("internetdisconnected")
                else:
                    await route.fulfill(response=answer)
            else:
                await route.continue_()

        await self.context.route("**/*", guard)

    async def restore(self) -> None:
        await self.context.unroute_all(behavior="ignoreErrors")

    async def close(self) -> None:
        await self.network.finish()
        await self.context.close()

    async def agent(self) -> str:
        """What this browser calls itself, asked once; some portals answer nothing else."""
        if not self._agent:
            try:
                self._agent = str(await self.page.evaluate("navigator.userAgent"))
            except Error:  # the page is just leaving
                return "Mozilla/5.0"
        return self._agent

    async def cookies(self) -> list[dict[str, Any]]:
        return [
            {"name": c.get("name"), "http_only": c.get("httpOnly"), "secure": c.get("secure"),
             "same_site": c.get("sameSite"), "domain": c.get("domain"), "session": c.get("expires", -1) == -1}
            for c in await self.context.cookies()
        ]  # fmt: skip

