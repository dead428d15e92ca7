"""The API: its quotas, and the one spreadsheet."""

from sheetsync.errors import ConfigError, WorkbookError, WorkbookMissing
from sheetsync.workbooks.google.causes.row import Cause, Retry

ROWS: tuple[Cause, ...] = (
    Cause(
        reasons=("dailyLimitExceeded",),
        raises=WorkbookError,
        tells="Исчерпана суточная квота запросов к Google. Запустите завтра или попросите "
        "увеличить её на странице «APIs & Services – Quotas».",
    ),
    Cause(
        reasons=(
            "RATE_LIMIT_EXCEEDED",
            "RESOURCE_QUOTA_EXCEEDED",
            "RESOURCE_EXHAUSTED",
            "rateLimitExceeded",
            "userRateLimitExceeded",
            "sharingRateLimitExceeded",
            "quotaExceeded",
        ),
        statuses=(429,),
        source="api",
        raises=WorkbookError,
        retry=Retry.NEXT_MINUTE,
        tells="Исчерпана минутная квота запросов к Google Sheets. Запустите через минуту или "
        "разнесите запуски планов по времени.",
    ),
    Cause(
        reasons=("ORG_RESTRICTION_VIOLATION", "SECURITY_POLICY_VIOLATED", "domainPolicy"),
        raises=WorkbookError,
        quotes=True,
        tells="Правила организации не пускают к таблице {place}. Попросите администратора Google "
        "Workspace разрешить доступ адресу {account}.",
    ),
    Cause(
        reasons=("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"),
        raises=ConfigError,
        tells="Вход выполнен без права на таблицы. Войдите заново: «gcloud auth "
        "application-default login --scopes=https://www.googleapis.com/auth/cloud-platform,"
        "https://www.googleapis.com/auth/spreadsheets»; машине в Google Cloud разрешите вторую "
        "из этих областей.",
    ),
    Cause(
        statuses=(404, 410),
        raises=WorkbookMissing,
        tells="Таблицы {place} нет. Скопируйте её адрес из строки браузера целиком; если её "
        "удалили, верните из корзины Диска.",
    ),
    Cause(
        statuses=(401,),
        raises=WorkbookError,
        quotes=True,
        tells="Google не узнаёт того, кто обращается к таблице {place}, хотя вход выполнен (код "
        "401). Проверьте, что учётная запись {account} не отключена и что прокси не вырезает "
        "заголовок Authorization.",
    ),
    Cause(
        statuses=(403,),
        writing=True,
        raises=WorkbookError,
        tells="Таблицу {place} можно читать, но не менять. Откройте в ней «Настройки доступа» и "
        "дайте право «Редактор» адресу {account}.",
    ),
    Cause(
        statuses=(403,),
        raises=WorkbookError,
        tells="Нет доступа к таблице {place}. Откройте в ней «Настройки доступа» и добавьте "
        "редактором адрес {account}.",
    ),
    Cause(
        statuses=(400,),
        text="not supported for this document",
        raises=WorkbookError,
        tells="{place} – файл Excel на Диске, а не таблица Google. Откройте его и выберите "
        "«Файл – Сохранить как таблицу Google», затем укажите новый адрес.",
    ),
)
