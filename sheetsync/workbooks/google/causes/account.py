"""What can be wrong with a key file, with the token that it gets, and with who gets it."""

from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.workbooks.google.causes.row import Cause, Retry

TOKEN: tuple[Cause, ...] = (
    Cause(
        source="token",
        statuses=(429,),
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Сервер входа Google просит подождать: запросов слишком много (код 429). С ключом "
        "всё в порядке; запустите снова через несколько минут.",
    ),
    Cause(
        grants=("impersonation",),
        statuses=(403,),
        raises=ConfigError,
        quotes=True,
        tells="Google не разрешил работать от имени служебной учётной записи. Дайте тому, кто "
        "вошёл, роль «Service Account Token Creator» на неё и подождите несколько минут.",
    ),
    Cause(
        grants=("impersonation",),
        statuses=(404,),
        raises=ConfigError,
        tells="Служебной учётной записи, от имени которой надо работать, нет. Проверьте адрес в "
        "команде «gcloud auth application-default login --impersonate-service-account=АДРЕС».",
    ),
    Cause(
        reasons=("invalid_rapt", "rapt_required"),
        raises=ConfigError,
        tells="Google просит войти заново: так требует организация. Выполните «gcloud auth "
        "application-default login». Для работы без человека нужна служебная учётная запись.",
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("key",),
        text="Invalid JWT: Token must be a short-lived token",
        raises=ConfigError,
        tells="Google не принял подпись: часы этого компьютера идут неверно. Включите установку "
        "времени по сети и запустите снова.",
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("key",),
        text="account not found",
        raises=ConfigError,
        tells="Служебной учётной записи, чей это ключ, больше нет. Создайте новую, скачайте её "
        "ключ и откройте таблицу её адресу.",
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("key",),
        raises=ConfigError,
        quotes=True,
        tells="Google не принял ключ служебной учётной записи: он удалён или отозван. Создайте "
        "новый ключ в Google Cloud и замените файл.",
    ),
    Cause(
        reasons=("invalid_grant",),
        grants=("login",),
        raises=ConfigError,
        quotes=True,
        tells="Вход в Google устарел или отозван. Войдите заново: «gcloud auth "
        "application-default login».",
    ),
    Cause(
        reasons=("invalid_client", "deleted_client", "disabled_client", "unauthorized_client"),
        grants=("login",),
        raises=ConfigError,
        quotes=True,
        tells="Google больше не признаёт приложение, через которое вы вошли. Войдите заново: "
        "«gcloud auth application-default login».",
    ),
    Cause(
        reasons=("disabled_client", "deleted_client", "unauthorized_client", "access_denied"),
        grants=("key",),
        raises=ConfigError,
        quotes=True,
        tells="Служебной учётной записи запрещён вход: она отключена или её не пускает "
        "организация. Включите её на странице «IAM & Admin – Service Accounts».",
    ),
    Cause(
        reasons=("invalid_scope", "admin_policy_enforced"),
        raises=ConfigError,
        quotes=True,
        tells="Google не дал права на таблицы тому, под кем идёт работа. Войдите заново, разрешив "
        "область https://www.googleapis.com/auth/spreadsheets, или возьмите ключ служебной "
        "учётной записи.",
    ),
    Cause(
        grants=("federation",),
        raises=ConfigError,
        quotes=True,
        tells="Google не принял вход через федерацию (Workload Identity Federation). Проверьте в "
        "её настройке пул, поставщика и условия, и не устарел ли исходный пропуск.",
    ),
    Cause(
        source="token",
        raises=ConfigError,
        quotes=True,
        tells="Google не пустил того, под кем идёт работа{code}. Проверьте ключ или "
        "вход: «sheetsync help google», раздел «Ключ».",
    ),
)

KEY: tuple[Cause, ...] = (
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
