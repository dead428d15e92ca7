"""What the tests of the mail share."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from sheetsync.state.store import open_store
from tests.mail.composed import Composer, open_composer
from tests.mail.filed import StoredLedger, post, posted
from tests.mail.post_server import PostServer, open_server


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """Who signs the servers' certificates, and the file by which it is trusted."""
    authority, file = trustme.CA(), tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(file)
    return authority, file


@pytest.fixture(scope="session")
def certificate(authority: tuple[trustme.CA, Path]) -> ssl.SSLContext:
    """What a server shows that is on this computer."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority[0].issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(scope="session")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Composer]:
    """Lays digests out as the daily job does."""
    with open_composer(tmp_path_factory.mktemp("composed") / "plan") as composer:
        yield composer


@pytest.fixture(params=[False, True], ids=["step by step", "pipelining"])
def server(request: pytest.FixtureRequest) -> Iterator[PostServer]:
    """A server that speaks without encryption, and takes commands one by one or several at once."""
    with open_server() as server:
        server.pipelining = request.param
        yield server


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[StoredLedger]:
    """A ledger in which three letters wait."""
    with open_store(tmp_path / "sheetsync.db") as store:
        post(store, [posted(number) for number in (1, 2, 3)])
        yield StoredLedger(store)
