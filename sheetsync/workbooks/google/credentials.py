"""Who asks Google: a service account's key file, or what the machine itself is allowed to be."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import google.auth
from google.auth.credentials import Credentials
from google.auth.exceptions import DefaultCredentialsError, MalformedError
from google.oauth2.service_account import Credentials as ServiceAccount

from sheetsync.errors import ConfigError, reason

SCOPES = ("https://www.googleapis.com/auth/spreadsheets",)


def load_credentials(key: Path | None) -> Credentials:
    """From the key file, or where none is named by Application Default Credentials.

    These also follow GOOGLE_APPLICATION_CREDENTIALS, so keyless federation works. Raises
    `ConfigError`.
    """
    if key is not None:
        return _from_file(key)
    try:
        found, _ = google.auth.default(scopes=SCOPES)
    except (DefaultCredentialsError, OSError) as error:
        raise ConfigError(
            "Не найдено, под кем обращаться к Google. Укажите файл ключа: google_key в разделе "
            "[plan] файла sheetsync.toml, или переменную GOOGLE_APPLICATION_CREDENTIALS."
        ) from error
    return found


def account_of(credentials: Credentials) -> str:
    """The address to share a sheet with; "" where it cannot be told."""
    return str(getattr(credentials, "service_account_email", ""))


def _from_file(key: Path) -> Credentials:
    try:
        _refuse_open(key)
        # google-auth leaves this one function without types.
        load: Callable[..., Credentials] = ServiceAccount.from_service_account_file
        made = load(str(key), scopes=SCOPES)
    except FileNotFoundError as error:
        raise ConfigError(f"Файла ключа «{key}» нет. Проверьте google_key.") from error
    except OSError as error:
        raise ConfigError(f"Файл ключа «{key}» не читается: {reason(error)}.") from error
    except (ValueError, MalformedError) as error:
        raise ConfigError(
            f"Файл «{key}» – не ключ служебной учётной записи. Скачайте ключ вида JSON на "
            "странице «IAM & Admin – Service Accounts – Keys»."
        ) from error
    return made


def _refuse_open(key: Path) -> None:
    """A key that everybody on the machine can read is no secret; Windows has no such bits."""
    if os.name != "nt" and key.stat().st_mode & stat.S_IROTH:
        raise ConfigError(
            f"Файл ключа «{key}» может прочитать любой пользователь компьютера. "
            f"Закройте его: chmod 600 «{key}»."
        )
