"""The network on the way to Google: nobody there, nobody who answers, somebody else who does."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import trustme
from google.auth.credentials import AnonymousCredentials
from google.oauth2.credentials import Credentials as Login

from sheetsync.errors import ConfigError, SheetsyncError, WorkbookError
from sheetsync.workbooks.google.client import OutcomeUnknown, SheetsClient
from sheetsync.workbooks.google.patience import Budget, Patience
from sheetsync.workbooks.google.workbook import GoogleWorkbook

BOOK = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"
WRITE = {"requests": [{"addSheet": {}}]}
Talk = Callable[[socket.socket], None]


@contextmanager
def host(talk: Talk, *, tls: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[int]]]:
    """Somebody who takes connections; gives "address:port" and a list that grows with each."""
    callers: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                callers.append(1)
                threading.Thread(target=answer, args=(caller,), daemon=True).start()

        def answer(caller: socket.socket) -> None:
            try:
                with tls.wrap_socket(caller, server_side=True) if tls else caller as line:
                    talk(line)
            except OSError:
                caller.close()

        threading.Thread(target=serve, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}", callers
        server.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    """Set when the test is over, for those who keep silent until then."""
    event = threading.Event()
    yield event
    event.set()


class Clock:
    """Real time, but for sleeping."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def patience(self, deadline: float = 15.0) -> Patience:
        return Patience(deadline=deadline, sleep=self.slept.append, chance=max)


def read(base: str, *, login: Login | None = None, deadline: float = 15.0) -> Clock:
    """Try to read a plan; what is raised is the result."""
    clock = Clock()
    client = SheetsClient(
        login or AnonymousCredentials(), base=base, patience=clock.patience(deadline)
    )
    GoogleWorkbook(BOOK, client, places={}).read("План")
    return clock


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"127.0.0.1:{server.getsockname()[1]}"


def person(token_uri: str) -> Login:
    return Login(
        None, refresh_token="1//r", token_uri=token_uri, client_id="id", client_secret="secret"
    )


def test_nobody_there_is_no_connection() -> None:
    with pytest.raises(WorkbookError, match="Нет связи с Google"):
        read(f"http://{closed_port()}")


def test_no_login_server_is_no_connection_either() -> None:
    with pytest.raises(WorkbookError, match="Нет связи с Google"):
        read("http://127.0.0.1:1", login=person(f"http://{closed_port()}/token"))


def test_write_that_found_nobody_is_tried_again_and_was_surely_not_applied() -> None:
    clock = Clock()
    client = SheetsClient(
        AnonymousCredentials(), base=f"http://{closed_port()}", patience=clock.patience()
    )
    with pytest.raises(OSError, match="refused"):
        client.batch_update(BOOK, WRITE)
    assert clock.slept == [2, 4, 8]


def drop_by_drop(stop: threading.Event) -> Talk:
    """An answer that never ends, though something always comes."""

    def talk(line: socket.socket) -> None:
        line.recv(10_000)
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
        while not stop.wait(0.01):
            line.sendall(b" ")

    return talk


def silence(stop: threading.Event) -> Talk:
    def talk(_: socket.socket) -> None:
        stop.wait(60)

    return talk


@pytest.mark.parametrize("talk", [silence, drop_by_drop])
def test_google_that_never_answers_is_given_up(
    talk: Callable[[threading.Event], Talk], stop: threading.Event
) -> None:
    with (
        host(talk(stop)) as (address, callers),
        pytest.raises(WorkbookError, match="не ответил вовремя"),
    ):
        read(f"http://{address}", deadline=0.2)
    assert callers == [1]


@pytest.mark.parametrize("talk", [silence, drop_by_drop])
def test_login_server_that_never_answers_is_given_up(
    talk: Callable[[threading.Event], Talk], stop: threading.Event
) -> None:
    with (
        host(talk(stop)) as (address, callers),
        pytest.raises(WorkbookError, match="не ответил вовремя"),
    ):
        read("http://127.0.0.1:1", login=person(f"http://{address}/token"), deadline=0.2)
    assert callers == [1]


def in_good_time(stop: threading.Event) -> Talk:
    """A long answer that takes longer than the deadline, but never stops to come."""
    body = b'{"sheets": [{"properties": {"title": "%b"}}]}' % (b"x" * 400_000)

    def talk(line: socket.socket) -> None:
        line.recv(10_000)
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
        for start in range(0, len(body), 20_000):
            line.sendall(body[start : start + 20_000])
            stop.wait(0.04)

    return talk


def test_long_answer_is_waited_for_while_it_comes(stop: threading.Event) -> None:
    budget = Budget(Patience(deadline=0.1))
    with host(in_good_time(stop)) as (address, _):
        client = SheetsClient(AnonymousCredentials(), base=f"http://{address}", budget=budget)
        (tab,) = client.fetch_sheet_metadata(BOOK, params={})["sheets"]
    assert len(tab["properties"]["title"]) == 400_000


def test_silence_after_a_write_leaves_time_to_look(stop: threading.Event) -> None:
    budget = Budget(Patience(deadline=0.2))
    with host(silence(stop)) as (address, callers):
        client = SheetsClient(AnonymousCredentials(), base=f"http://{address}", budget=budget)
        with pytest.raises(OutcomeUnknown):
            client.batch_update(BOOK, WRITE)
        with pytest.raises(OutcomeUnknown):
            client.fetch_sheet_metadata(BOOK, params={})
    assert callers == [1, 1]


def test_untrusted_certificate_is_told_at_once(stop: threading.Event) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with (
        host(silence(stop), tls=context) as (address, callers),
        pytest.raises(WorkbookError, match="REQUESTS_CA_BUNDLE"),
    ):
        read(f"https://{address}")
    assert callers == [1]


def answering(head: bytes) -> Talk:
    def talk(line: socket.socket) -> None:
        line.recv(10_000)
        line.sendall(head)

    return talk


@pytest.mark.parametrize(
    ("head", "words", "calls"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "имени и пароля", 1),
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "Прокси не соединяет", 4),
    ],
)
def test_proxy_that_refuses_is_named(
    head: bytes, words: str, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with host(answering(head)) as (address, callers):
        monkeypatch.setenv("HTTPS_PROXY", f"http://{address}")
        with pytest.raises(WorkbookError, match=words):
            read("https://sheets.example.org")
    assert len(callers) == calls


@pytest.mark.parametrize("proxy", ["http://", "nonsense://x", "http://[::1", "socks5://x:1"])
def test_address_of_a_proxy_that_cannot_be_is_told(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(ConfigError, match="Адрес прокси"):
        read("https://sheets.example.org")


def test_certificates_that_are_not_there_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere.pem")
    with pytest.raises(ConfigError, match="которого нет"):
        read("https://127.0.0.1:1")


@pytest.mark.parametrize("answer", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Le"])
def test_connection_that_breaks_off_is_tried_again(answer: bytes) -> None:
    with (
        host(answering(answer)) as (address, callers),
        pytest.raises(SheetsyncError, match=r"оборвалась|не разобрать"),
    ):
        read(f"http://{address}")
    assert len(callers) == 4
