"""Who asks Google, and what is told where that goes wrong."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.errors import ConfigError
from sheetsync.workbooks.google.access import SCOPES, account_of, load_credentials
from sheetsync.workbooks.google.client import SheetsClient, api_base
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from tests.sheets_emulator import Emulator
from tests.workbooks.keys import ACCOUNT, write_key
from tests.workbooks.sheets import shared_sheet


@pytest.fixture
def key_file(tmp_path: Path, private_key: rsa.RSAPrivateKey, google: tuple[Emulator, str]) -> Path:
    return write_key(tmp_path / "service-account.json", private_key, google[1])


def test_service_account_reads_with_one_narrow_scope(
    key_file: Path, private_key: rsa.RSAPrivateKey, google: tuple[Emulator, str]
) -> None:
    emulator, base = google
    numbers = private_key.public_key().public_numbers()
    emulator.tokens.strict = True
    emulator.tokens.keys[ACCOUNT] = (numbers.n, numbers.e)
    sheet = shared_sheet(emulator, base, {"План": [["№"]]})
    client = SheetsClient(load_credentials(key_file), base=base)
    assert GoogleWorkbook(sheet.id, client, places={}).read("План").rows == (("№",),)
    assert emulator.tokens.claims[0]["scope"] == " ".join(SCOPES)


def test_revoked_token_is_renewed_without_a_word(
    key_file: Path, google: tuple[Emulator, str]
) -> None:
    emulator, base = google
    emulator.tokens.strict = True
    sheet = shared_sheet(emulator, base, {"План": [["№"]]})
    workbook = GoogleWorkbook(
        sheet.id, SheetsClient(load_credentials(key_file), base=base), places={}
    )
    workbook.read("План")
    emulator.tokens.valid.clear()
    assert workbook.read("План").title == "План"


def test_account_is_the_address_to_share_with(key_file: Path) -> None:
    assert account_of(load_credentials(key_file)) == ACCOUNT


def test_key_that_anybody_can_read_is_refused(key_file: Path) -> None:
    key_file.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        load_credentials(key_file)


def test_missing_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="нет"):
        load_credentials(tmp_path / "key.json")


@pytest.mark.parametrize("text", ["", "{}", "не ключ", '{"installed": {}}'])
def test_other_file_than_a_key_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(ConfigError, match="не ключ служебной"):
        load_credentials(path)


def test_emulator_may_stand_on_this_machine() -> None:
    assert api_base("http://127.0.0.1:8123") == "http://127.0.0.1:8123"
    assert api_base("") == "https://sheets.googleapis.com"


@pytest.mark.parametrize("told", ["http://example.org", "https://127.0.0.1.example.org", "ftp:"])
def test_plan_is_sent_to_no_other_address(told: str) -> None:
    with pytest.raises(ConfigError, match="SHEETSYNC_GOOGLE_API"):
        api_base(told)
