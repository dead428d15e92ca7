"""Who is to ask Google: every file that is no key, and what stands in for a key."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from sheetsync.errors import ConfigError
from sheetsync.workbooks.google.access import load_credentials, open_client
from tests.sheets_emulator import running
from tests.workbooks.keys import key_info
from tests.workbooks.wrong_answers import Faulty, Wrong, oauth

BASE = "http://127.0.0.1:1"
Info = dict[str, Any]


@pytest.fixture
def key(tmp_path: Path) -> Callable[[bytes], Path]:
    """A file that only its owner reads."""

    def write(data: bytes) -> Path:
        path = tmp_path / "key.json"
        path.write_bytes(data)
        path.chmod(0o600)
        return path

    return write


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "не ключ служебной"),
        (b"\xff\xfe\x00", "не ключ служебной"),
        (b"[" * 100_000, "не ключ служебной"),
        (b"null", "не ключ служебной"),
        (b"[]", "не ключ служебной"),
        (b'"key"', "не ключ служебной"),
        (b"{}", "не ключ служебной"),
        (b'{"type": ["service_account"]}', "не ключ служебной"),
        (b'{"installed": {"client_id": "x"}}', "не ключ служебной"),
        (b'{"type": "service_account"}', "нет строк client_email, private_key, token_uri"),
        (b'{"type": "external_account"}', "настройка федерации"),
        (b'{"type": "authorized_user"}', "вход человека"),
        (b'{"type": "impersonated_service_account"}', "вход человека"),
    ],
)
def test_file_that_is_no_key_is_told(key: Callable[[bytes], Path], data: bytes, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        load_credentials(key(data))


@pytest.mark.parametrize(
    "change",
    [
        {"private_key": "no PEM"},
        {"private_key": ""},
        {"private_key": 5},
        {"client_email": None},
        {"token_uri": ["https://oauth2.googleapis.com/token"]},
    ],
    ids=str,
)
def test_key_with_a_wrong_part_is_told(
    key: Callable[[bytes], Path], private_key: rsa.RSAPrivateKey, change: Info
) -> None:
    path = key(json.dumps({**key_info(private_key, BASE), **change}).encode())
    with pytest.raises(ConfigError, match="не ключ служебной"):
        open_client(path)


def test_folder_is_no_key(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    with pytest.raises(ConfigError, match="не читается: это папка"):
        load_credentials(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"type": "service_account"}',
        '{"type": "authorized_user"}',
        '{"type": "external_account"}',
        '{"type": "external_account", "audience": 5, "credential_source": []}',
        '{"type": "impersonated_service_account"}',
        '{"type": "gdch_service_account"}',
        '{"type": 5}',
    ],
)
def test_file_of_the_environment_that_is_no_good_is_told(
    key: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(key(text.encode())))
    with pytest.raises(ConfigError):
        open_client(None)


def test_file_of_the_environment_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere.json")
    with pytest.raises(ConfigError, match="GOOGLE_APPLICATION_CREDENTIALS"):
        open_client(None)


def test_nobody_to_ask_as_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    with pytest.raises(ConfigError, match="под кем обращаться"):
        open_client(None)


def test_federation_that_google_refuses_is_told(
    key: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text("subject", encoding="utf-8")
    emulator = Faulty()
    refused = oauth(400, "invalid_grant", "The given credential is rejected.")
    emulator.wrong.append(Wrong(refused, "POST /token", 1))
    with running(emulator) as base:
        info = {
            "type": "external_account",
            "audience": "//iam.googleapis.com/projects/1/locations/global/x",
            "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
            "token_url": f"{base}/token",
            "credential_source": {"file": str(tmp_path / "token")},
        }
        path = key(json.dumps(info).encode())
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(path))
        with pytest.raises(ConfigError, match=r"федерацию .* «The given credential is rejected»"):
            open_client(None)
