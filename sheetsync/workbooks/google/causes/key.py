"""The key file, and what Application Default Credentials find in its stead."""

from sheetsync.errors import ConfigError
from sheetsync.workbooks.google.causes.row import Cause

ROWS: tuple[Cause, ...] = (
    Cause(
        reasons=("file:none",),
        raises=ConfigError,
        tells="Не найдено, под кем обращаться к Google. Укажите файл ключа: google_key в разделе "
        "[plan] файла sheetsync.toml, или переменную GOOGLE_APPLICATION_CREDENTIALS.",
    ),
    Cause(
        reasons=("file:default",),
        raises=ConfigError,
        quotes=True,
        tells="Файл, по которому программа должна войти в Google, не годится. Проверьте переменную "
        "GOOGLE_APPLICATION_CREDENTIALS или войдите заново: «gcloud auth application-default "
        "login».",
    ),
    Cause(
        reasons=("file:missing",),
        raises=ConfigError,
        tells="Файла ключа «{key}» нет. Проверьте google_key.",
    ),
    Cause(
        reasons=("file:unreadable",),
        raises=ConfigError,
        tells="Файл ключа «{key}» не читается: {words}.",
    ),
    Cause(
        reasons=("file:open",),
        raises=ConfigError,
        tells="Файл ключа «{key}» может прочитать любой пользователь компьютера. Закройте его: "
        "chmod 600 «{key}».",
    ),
    Cause(
        reasons=("file:external_account",),
        raises=ConfigError,
        tells="Файл «{key}» – настройка федерации, а не ключ служебной учётной записи. Уберите "
        "строку google_key и назовите этот файл в переменной GOOGLE_APPLICATION_CREDENTIALS.",
    ),
    Cause(
        reasons=("file:authorized_user", "file:impersonated_service_account"),
        raises=ConfigError,
        tells="Файл «{key}» – вход человека, а не ключ служебной учётной записи. Уберите строку "
        "google_key, и программа возьмёт этот вход сама, или скачайте ключ вида JSON.",
    ),
    Cause(
        reasons=("file:incomplete",),
        raises=ConfigError,
        tells="Файл «{key}» – не ключ служебной учётной записи целиком: нет строк {words}. "
        "Скачайте новый ключ вида JSON на странице «IAM & Admin – Service Accounts – Keys».",
    ),
    Cause(
        source="file",
        raises=ConfigError,
        tells="Файл «{key}» – не ключ служебной учётной записи. Скачайте ключ вида JSON на "
        "странице «IAM & Admin – Service Accounts – Keys».",
    ),
)
