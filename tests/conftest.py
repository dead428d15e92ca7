"""What all tests share."""

import compileall
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import settings

from tests.office import Office
from tests.postgres import Server, server
from tests.sheets_emulator import Emulator, running

# What commands say is asserted in Russian, wherever the tests run; theirs is the environment's.
os.environ["SHEETSYNC_LANG"] = "ru"
# How long an example takes says nothing: the first one may import a library.
settings.register_profile("sheetsync", deadline=None)
settings.load_profile("sheetsync")
# Where Linux keeps files in memory a commit waits for no disk: a sixth of what writes them.
_MEMORY = Path("/dev/shm")
_ROOM = 2 * 2**30  # bytes; all tests write a fifth of that
if _MEMORY.is_dir() and "TMPDIR" not in os.environ and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ["TMPDIR"] = str(_MEMORY)
    tempfile.tempdir = None  # it is asked for anew


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once for the hundreds of processes that tests start.

    Where PYTHONDONTWRITEBYTECODE is set each of them would do it anew, in a third of a second.
    """
    sys.dont_write_bytecode = False  # pytest keeps the tests themselves, too
    # A tenth of what it does otherwise, for 10,000 tests and all their modules are there to stay.
    gc.set_threshold(100_000, 50, 100)
    if not hasattr(config, "workerinput"):  # one process of those that run the tests is enough
        compileall.compile_dir(Path(__file__).parents[1] / "sheetsync", quiet=2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need the labelled material, so that they can be run alone.

    The long ones come first: at the end one process would run such a test while the other is done.
    """
    for item in items:
        if isinstance(item, pytest.Function) and "shared" in item.fixturenames:
            item.add_marker("shared")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Spare the collector 7,000 tests and all their modules: a fifth of the suite's time.

    The program itself runs without one, but not where a test calls a command in its own process.
    """
    gc.freeze()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The labelled material beside the checkout; skips where there is none."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no labelled material beside the checkout")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update-golden writes what the letters are now; read them before you believe them."""
    parser.addoption("--update-golden", action="store_true")


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Emulator, str]]:
    """A Russian account's emulator and its address; whoever takes it makes it new."""
    emulator = Emulator(locale="ru_RU")
    with running(emulator) as base:
        yield emulator, base


@pytest.fixture(scope="session")
def private_key() -> rsa.RSAPrivateKey:
    """A service account's key."""
    # Half as long as Google's: to check one takes each command 40 ms, this one 5.
    return rsa.generate_private_key(65537, 1024)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A LibreOffice that is open already."""
    office = Office(tmp_path_factory.mktemp("office") / "profile")
    with office.open():
        yield office


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A PostgreSQL of the tests' own; without one they skip."""
    with server() as found:
        yield found


@pytest.fixture
def postgres(postgres_server: Server) -> Iterator[Server]:
    """The server for one test, whose databases the next ones get."""
    yield postgres_server
    postgres_server.take_back()
