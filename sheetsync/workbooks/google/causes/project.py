"""The project in Google Cloud, of which the API and the login server speak alike."""

from sheetsync.errors import ConfigError
from sheetsync.workbooks.google.causes.row import Cause

ROWS: tuple[Cause, ...] = (
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
