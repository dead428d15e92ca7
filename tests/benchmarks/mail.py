"""Prints how many letters a second the courier delivers, ledger and all, beside smtplib alone.

The server is a process of its own that speaks STARTTLS and asks for a password. The bars: 0.85 of
what smtplib does with bytes that are ready, over one connection without delays, and 3 times what
yagmail does a letter at a time. Both figures need a disk that nobody else writes to: a commit
waits for it.
"""

import logging
import os
import random
import smtplib
import socket
import ssl
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import trustme
import yagmail

from sheetsync.mail.delivery import RetryPolicy, deliver
from sheetsync.mail.message import build_message
from sheetsync.mail.render import Rendered
from sheetsync.mail.smtp import connect
from sheetsync.model import LetterState, MailServer, OutgoingLetter, Security
from sheetsync.state.store import open_store
from tests.mail.composed import open_composer
from tests.mail.filed import StoredLedger, post, posted
from tests.mail.letters import GOLDEN
from tests.mail.post_server import LOGIN, PASSWORD, PostServer, open_server
from tests.mail.test_message import addressing

LETTERS, FEWER, ROUNDS = 200, 20, 7


def _long_letter() -> Rendered:
    """One of 40 late measures, composed as the daily job does."""
    with TemporaryDirectory() as folder, open_composer(Path(folder) / "plan") as composed:
        return composed(GOLDEN["monthly/40-late"])


LETTER = _long_letter()


@dataclass(frozen=True)
class Post:
    """Where letters go, which ones, and a folder for their ledgers."""

    server: MailServer
    letters: tuple[OutgoingLetter, ...]
    folder: Path

    @property
    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.server.certificates)


def courier(post_: Post) -> float:
    """Seconds for all letters; filing them is not part of it."""
    with TemporaryDirectory(dir=post_.folder) as folder, open_store(Path(folder) / "db") as store:
        post(store, post_.letters)
        os.sync()  # or the disk would still be at it
        ledger, started = StoredLedger(store), perf_counter()
        deliver(
            ledger,
            lambda: connect(post_.server, PASSWORD),
            patience=RetryPolicy(sleep=lambda _: None, pauses=()),
        )
        seconds = perf_counter() - started
        assert set(ledger.states()) == {LetterState.SENT}
    return seconds / len(post_.letters)


def smtplib_alone(post_: Post, *, delayed: bool) -> float:
    """One connection, the bytes ready, and nothing noted."""
    started = perf_counter()
    with smtplib.SMTP(post_.server.host, post_.server.port, local_hostname="localhost") as smtp:
        smtp.starttls(context=post_.context)
        smtp.login(LOGIN, PASSWORD)
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, not delayed)
        for letter in post_.letters:
            smtp.sendmail(post_.server.sender, [letter.recipient], letter.raw)
    return (perf_counter() - started) / len(post_.letters)


def yagmail_each(post_: Post) -> float:
    """What yagmail is made for: a letter built, sent and forgotten at once."""
    letters, started = post_.letters[:FEWER], perf_counter()
    client = yagmail.SMTP(
        {LOGIN: post_.server.sender},
        PASSWORD,
        host=post_.server.host,
        port=post_.server.port,
        smtp_ssl=False,
        smtp_starttls={"context": post_.context},
        soft_email_validation=False,
        local_hostname="localhost",
    )
    for letter in letters:
        client.send(letter.recipient, LETTER.subject, LETTER.html)
    client.close()
    return (perf_counter() - started) / len(letters)


WAYS: dict[str, Callable[[Post], float]] = {
    "smtplib, no delay": lambda post_: smtplib_alone(post_, delayed=False),
    "courier, ledger and all": courier,
    "smtplib": lambda post_: smtplib_alone(post_, delayed=True),
    "yagmail, each letter": yagmail_each,
}


def serve(folder: Path, pipe: Connection, *, pipelining: bool) -> None:
    """Take letters until told to end."""
    logging.disable()
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with open_server(Security.STARTTLS, context) as server:
        server.pipelining = pipelining
        pipe.send(server.port)
        pipe.recv()


@contextmanager
def served(folder: Path, *, pipelining: bool = False) -> Iterator[MailServer]:
    """A server in a process of its own."""
    pipe, end = get_context("spawn").Pipe()
    ways = {"pipelining": pipelining}
    process = get_context("spawn").Process(target=serve, args=(folder, end), kwargs=ways)
    process.start()
    try:
        server = PostServer(Security.STARTTLS, port=pipe.recv())
        yield server.settings(login=LOGIN, certificates=str(folder / "ca.pem"), timeout=60)
    finally:
        pipe.send("end")
        process.join()


def letter(number: int) -> OutgoingLetter:
    """A real one of 40 measures."""
    empty = posted(number)
    raw = build_message(
        LETTER, replace(addressing(), recipient=empty.recipient, address=empty.address)
    )
    return replace(empty, raw=raw)


def measure(post_: Post) -> None:
    """All ways in any order, round by round, so that what else the machine does disturbs all."""
    rounds = [
        {name: WAYS[name](post_) for name in random.sample(list(WAYS), k=len(WAYS))}
        for _ in range(ROUNDS)
    ]
    print(f"{len(post_.letters)} letters of {len(post_.letters[0].raw) / 1024:.0f} KB")
    for name in WAYS:
        rate = statistics.median(1 / each[name] for each in rounds)
        ratio = statistics.median(each[name] / each["courier, ledger and all"] for each in rounds)
        print(f"{name:24} {rate:7.1f} a second   the courier does {ratio:6.2f} times as many")


if __name__ == "__main__":
    logging.disable()  # yagmail breaks the styles and says so
    day = tuple(map(letter, range(1, LETTERS + 1)))
    for offered in (False, True):
        # Postfix, Exim and the large providers do; smtplib never makes use of it.
        print("The server offers PIPELINING" if offered else "The server answers one by one")
        with TemporaryDirectory() as name, served(Path(name), pipelining=offered) as reached:
            measure(Post(reached, day, Path(name)))
