"""What the API itself refuses: for the project that asks, and for the spreadsheet asked for."""

from sheetsync.errors import ConfigError, WorkbookError, WorkbookMissing
from sheetsync.workbooks.google.causes.row import Cause, Retry

PROJECT: tuple[Cause, ...] = (
    Cause(
        reasons=("USER_PROJECT_DENIED", "CONSUMER_INVALID"),
        raises=ConfigError,
        quotes=True,
        tells="Google не признаёт проект, за счёт которого идут запросы: его нет или прав на него "
        "нет. Проверьте переменную GOOGLE_CLOUD_QUOTA_PROJECT или назовите другой проект: «gcloud "
        "auth application-default set-quota-project ПРОЕКТ».",
    ),
    Cause(
        reasons=("SERVICE_DISABLED", "PERMISSION_DENIED", "accessNotConfigured"),
        text="quota project",
        raises=ConfigError,
        tells="Не указан проект Google Cloud, за счёт которого идут запросы. Назовите тот, где "
        "включён Google Sheets API: «gcloud auth application-default set-quota-project ПРОЕКТ».",
    ),
    Cause(
        reasons=("SERVICE_DISABLED", "SERVICE_NOT_VISIBLE", "accessNotConfigured"),
        raises=ConfigError,
        tells="В проекте Google Cloud не включён {api}. Включите его на странице «APIs & Services "
        "– Library» и подождите несколько минут.",
    ),
    Cause(
        reasons=("BILLING_DISABLED", "UREQ_PROJECT_BILLING_NOT_FOUND"),
        raises=ConfigError,
        tells="Google требует оплаты проекта Google Cloud. Для таблиц она не нужна: создайте "
        "отдельный проект без платных служб или включите оплату на странице «Billing».",
    ),
    Cause(
        reasons=("CONSUMER_SUSPENDED", "GCP_SUSPENDED"),
        raises=ConfigError,
        tells="Google приостановил проект Google Cloud. Причина названа на его главной странице в "
        "https://console.cloud.google.com; там же подают возражение.",
    ),
)

SHEET: tuple[Cause, ...] = (
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
