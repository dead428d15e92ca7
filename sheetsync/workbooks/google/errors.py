"""What Google and the network refuse, told by cause and with what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

import requests
from google.auth.exceptions import GoogleAuthError, RefreshError
from gspread.exceptions import APIError

from sheetsync.errors import ConfigError, SheetsyncError, WorkbookError, WorkbookMissing
from sheetsync.workbooks.google.client import OutcomeUnknown

_DISABLED = ("SERVICE_DISABLED", "has not been used in project", "accessNotConfigured")
_SKEW = ("iat", "short-lived", "not valid yet", "Token used too early")


@contextmanager
def told(place: str, account: str) -> Iterator[None]:
    """Translate what is raised inside; `account` is the address a sheet is shared with."""
    try:
        yield
    except APIError as error:
        raise _refused(error.response, place, account) from error
    except RefreshError as error:
        raise _unsigned(error) from error
    except (requests.RequestException, GoogleAuthError) as error:
        raise WorkbookError(
            f"Таблица {place} не ответила: нет связи с Google или она слишком медленна. "
            "Проверьте интернет; следующий запуск попробует снова."
        ) from error


def _refused(response: requests.Response, place: str, account: str) -> SheetsyncError:
    status, text = response.status_code, response.text
    if status == 404:
        return WorkbookMissing(
            f"Таблицы {place} нет. Скопируйте её адрес из строки браузера целиком."
        )
    if status == 403 and any(sign in text for sign in _DISABLED):
        return ConfigError(
            "В проекте Google Cloud не включён Google Sheets API. Включите его на странице "
            "«APIs & Services – Library» и подождите несколько минут."
        )
    if status in (401, 403):
        return WorkbookError(
            f"Нет доступа к таблице {place}. Откройте в ней «Настройки доступа» и добавьте "
            f"редактором адрес {account or 'той учётной записи, под которой идёт работа'}."
        )
    if status == 400 and "not supported for this document" in text:
        return WorkbookError(
            f"{place} – файл Excel на Диске, а не таблица Google. Откройте его и выберите "
            "«Файл – Сохранить как таблицу Google», затем укажите новый адрес."
        )
    return _busy(status, place) or WorkbookError(
        f"Google не принял запрос к таблице {place}: {google_words(response)} (код {status})."
    )


def _busy(status: int, place: str) -> WorkbookError | None:
    if status == 429:
        return WorkbookError(
            "Исчерпана минутная квота запросов к Google Sheets. Запустите позже или разнесите "
            "запуски планов по времени."
        )
    if status >= 500:
        return WorkbookError(
            f"Google временно не отвечает (код {status}), таблица {place} не прочитана. "
            "Следующий запуск попробует снова."
        )
    return None


def google_words(response: requests.Response) -> str:
    """Why Google refused, in its own words; an HTML page has none worth showing."""
    try:
        return str(response.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return "без объяснений"


def _unsigned(error: RefreshError) -> SheetsyncError:
    if any(sign in str(error) for sign in _SKEW):
        return ConfigError(
            "Google не принял подпись: часы этого компьютера идут неверно. "
            "Включите установку времени по сети и запустите снова."
        )
    return ConfigError(
        "Google не принял ключ служебной учётной записи: он удалён или отозван. "
        "Создайте новый ключ в Google Cloud и замените файл."
    )


def undecided(place: str) -> OutcomeUnknown:
    """The error for a write whose outcome could not be learnt even by looking."""
    return OutcomeUnknown(
        f"Связь с таблицей {place} прерывалась во время записи. Вкладки могли обновиться; "
        "следующий запуск проверит это и допишет."
    )
