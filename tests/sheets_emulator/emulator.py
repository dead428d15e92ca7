"""The emulator as an object: a world, what may go wrong with it, and a log of what was asked."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from . import drive, faults, limits, sheets_api
from .errors import ApiError, unknown
from .faults import Fault
from .log import Log, Logged
from .people import Requests
from .quota import Clock, Quota
from .request import Request, Response
from .tokens import Tokens
from .world import PERSON, PRIVATE, File, World

ACCOUNT = "robot@example.iam.gserviceaccount.com"
_READS = (":batchGetByDataFilter", ":getByDataFilter", "developerMetadata:search")


@dataclass
class Edit:
    """A person's change, made just before or after a request that holds `match`.

    A person who looks first is a function that gives the requests. `skip` requests go by.
    """

    book_id: str
    requests: Requests | Callable[[], Requests]
    match: str
    after: bool = False
    skip: int = 0


class Emulator:
    """Answers requests one at a time; `handle` is all that a server needs."""

    def __init__(self, *, account: str = ACCOUNT, locale: str = "en_US") -> None:
        self._new = (account, locale)
        self._lock = threading.RLock()
        self.stopping = threading.Event()
        self.reset()

    def reset(self) -> None:
        """As new: no files but somebody else's, no faults, no limits."""
        with self._lock:
            self.world = World(*self._new)
            self.clock = Clock()
            self.quota = Quota(self.clock)
            self.tokens = Tokens()
            self.faults: list[Fault] = []
            self.edits: list[Edit] = []
            self.log = Log()
            self.test = ""
            self.seed("", file_id=PRIVATE, access="none")

    def seed(self, name: str, *, file_id: str = "", access: str = "owner") -> File:
        """A file that is there already."""
        with self._lock:
            file = self.world.create(name)
            if file_id and file.book:
                del self.world.files[file.id]
                file.id = file.book.id = file_id
                self.world.files[file_id] = file
            file.access = access
            return file

    def edit(self, book_id: str, requests: Requests) -> None:
        """A person's change, now. Raises `ApiError` where a person could not do it either."""
        with self._lock:
            self.world.batch(book_id, requests, caller=PERSON)

    def edit_at(
        self,
        book_id: str,
        requests: Requests | Callable[[], Requests],
        *,
        match: str = "",
        after: bool = False,
        skip: int = 0,
    ) -> None:
        """A person's change around the next request whose "METHOD /path" holds `match`."""
        self.edits.append(Edit(book_id, requests, match, after, skip))

    def fail(self, kind: str, match: str = "", *, times: int = 1, skip: int = 0) -> None:
        """Let requests fail; the kinds are in `faults.KINDS`."""
        self.faults.append(Fault(kind, match, times, skip))

    def handle(self, request: Request) -> tuple[Response, str]:
        """The answer, and how the connection fails instead: "hang", "reset" or ""."""
        with self._lock:
            self._people(request, after=False)
            fault = next((f for f in self.faults if f.strikes(request.line)), None)
            response, failure = self._outcome(request, fault)
            status = 0 if failure else response.status
            self.log.append(Logged(request.line, request.body, status, request.target))
            self._people(request, after=True)
            return response, failure

    def _outcome(self, request: Request, fault: Fault | None) -> tuple[Response, str]:
        if fault is None:
            return self._answer(request), ""
        applied = self._answer(request) if fault.applies else Response(0, None)
        if fault.failure:
            return applied, fault.failure
        answer = fault.answer()
        headers = {**answer.headers, **fault.headers}
        return Response(answer.status, answer.text, answer.kind, headers), ""

    def _people(self, request: Request, *, after: bool) -> None:
        for edit in [e for e in self.edits if e.after == after and e.match in request.line]:
            if edit.skip:
                edit.skip -= 1
                continue
            self.edits.remove(edit)
            requests = edit.requests() if callable(edit.requests) else edit.requests
            self.edit(edit.book_id, requests)

    def _answer(self, request: Request) -> Response:
        try:
            return self._route(request)
        except ApiError as error:
            return Response(error.code, {"error": error.body})

    def _route(self, request: Request) -> Response:
        path = request.path
        if path == "/token" and request.method == "POST":
            return Response(*self.tokens.grant(request.body))
        header = request.headers.get("authorization", "")
        if not self.tokens.accepts(header):
            answer = faults.ANSWERS["401"]
            return Response(answer.status, answer.text, answer.kind)
        limits.refuse_large_body(request.body)
        self.world.caller = self.tokens.account(header) or self.world.account
        routes: dict[str, Callable[[str], Response]] = {
            "/v4/spreadsheets": lambda rest: self._sheets(request, rest),
            "/drive/v3/files": lambda rest: drive.handle(
                self.world, request, [part for part in rest.split("/") if part]
            ),
            "/upload/drive/v2/files/": lambda rest: drive.upload(self.world, request, rest),
        }
        for prefix, call in routes.items():
            if path.startswith(prefix):
                return call(path[len(prefix) :])
        raise unknown(request.line)

    def _sheets(self, request: Request, rest: str) -> Response:
        reading = request.method == "GET" or rest.endswith(_READS)
        self.quota.spend("Read" if reading else "Write", self.world.caller)
        return Response(200, sheets_api.handle(self.world, request, rest))
