"""What people see of a Google that refuses: one sentence, the exit code, and no long wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.workbooks.google.access import open_client
from sheetsync.workbooks.google.patience import ATTENDED, UNATTENDED, Patience
from tests.cli.conftest import Call
from tests.sheets_emulator import running
from tests.sheets_emulator.request import Response
from tests.workbooks.keys import write_key
from tests.workbooks.wrong_answers import Faulty, Wrong, oauth, page, rpc

BOOK = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"
QUOTA = rpc(429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED")


@pytest.fixture(scope="module")
def emulator() -> Iterator[tuple[Faulty, str]]:
    emulator = Faulty()
    with running(emulator) as base:
        yield emulator, base


@pytest.fixture
def google(
    emulator: tuple[Faulty, str],
    private_key: rsa.RSAPrivateKey,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Faulty:
    """Google on this machine; the folder's plan is a spreadsheet of it."""
    google, base = emulator
    google.reset()
    google.wrong.clear()
    google.lines.clear()
    google.seed("План", file_id=BOOK)
    monkeypatch.setenv("SHEETSYNC_GOOGLE_API", base)
    write_key(folder / "key.json", private_key, base)
    settings = folder / "sheetsync.toml"
    text = settings.read_text(encoding="utf-8").replace(
        '# spreadsheet = ""', f'spreadsheet = "{BOOK}"'
    )
    settings.write_text(text.replace('# google_key = ""', 'google_key = "key.json"'), "utf-8")
    return google


@pytest.mark.parametrize(
    ("match", "answer", "code", "words"),
    [
        ("/token", oauth(400, "invalid_grant", "Invalid JWT Signature."), 3, "удалён или отозван"),
        ("/token", oauth(400, "invalid_scope"), 3, "не дал права на таблицы"),
        ("/token", page(407, "Login"), 4, "имени и пароля"),
        ("/v4", rpc(403, "PERMISSION_DENIED", "SERVICE_DISABLED"), 3, "не включён"),
        ("/v4", rpc(403, "PERMISSION_DENIED"), 4, "добавьте редактором адрес robot@"),
        ("/v4", rpc(404, "NOT_FOUND"), 4, "нет. Скопируйте"),
        ("/v4", rpc(401, "UNAUTHENTICATED"), 4, "не узнаёт"),
        ("/v4", Response(400, {"error": "odd"}), 4, "Ответ Google: «odd»"),
        ("/v4", page(403, "Blocked"), 4, "прокси"),
    ],
)
def test_refusal_is_one_sentence_and_an_exit_code(
    google: Faulty, folder: Path, call: Call, match: str, answer: Response, code: int, words: str
) -> None:
    google.wrong.append(Wrong(answer, match, 1000))
    result = call("validate", "-C", folder)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("sheetsync: ")
    assert result.stderr.count("\n") == 1
    assert words in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        "validate",
        "overdue",
        "digest",
        "summary",
        "sync",
        "setup-sheet",
        "setup-sheet --dry-run",
        "setup-sheet --undo",
        "run --dry-run --today 2021-05-11",
        "simulate --from 2021-05-11 --to 2021-05-12",
        f"doctor --probe {BOOK} --yes",
    ],
)
def test_nobody_who_sits_and_waits_waits_for_the_next_minute(
    google: Faulty, folder: Path, call: Call, command: str
) -> None:
    google.wrong.append(Wrong(QUOTA, "/v4", 1000))
    name, *options = command.split()
    result = call(name, "-C", folder, *options)
    assert (result.exit_code, google.tries("/v4")) == (4, 1)
    assert "квота" in result.stderr


@pytest.mark.parametrize(("attended", "patience"), [(True, ATTENDED), (False, UNATTENDED)])
def test_patience_is_for_those_whom_nobody_waits_for(
    google: Faulty, folder: Path, attended: bool, patience: Patience
) -> None:
    client, _ = open_client(folder / "key.json", attended=attended)
    assert client.patience is patience
