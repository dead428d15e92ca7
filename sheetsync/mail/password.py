"""The password of the mail account: from the environment or a file, never from the settings."""

import os
import stat
import sys
from pathlib import Path

from sheetsync.errors import ConfigError, reason

VARIABLE = "SHEETSYNC_MAIL_PASSWORD"


def read_password(file: Path | None) -> str:
    """The password; the environment goes before the file.

    Raises ConfigError where there is none, or where others can read the file.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        return named
    if file is None:
        raise ConfigError(
            f"Нет пароля почты. Задайте переменную окружения {VARIABLE} или укажите файл с "
            "паролем приложения в [mail] password_file."
        )
    try:
        _refuse_an_open(file)
        password = file.read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise ConfigError(f"Файл с паролем почты «{file}» не прочитан: {reason(error)}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"Файл с паролем почты «{file}»: это не текст в UTF-8.") from error
    if not password:
        raise ConfigError(f"Файл с паролем почты «{file}» пуст. Впишите в него пароль приложения.")
    return password


def _refuse_an_open(file: Path) -> None:
    """Windows keeps the rights of a file elsewhere."""
    if sys.platform != "win32" and file.stat().st_mode & stat.S_IROTH:
        raise ConfigError(
            f"Файл с паролем почты «{file}» может прочитать кто угодно. Закройте его: "
            f"chmod 600 {file}."
        )
