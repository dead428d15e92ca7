"""The network and what stands between this computer and Google."""

from sheetsync.errors import ConfigError, WorkbookError
from sheetsync.workbooks.google.causes.row import BUSY, Cause, Retry

ROWS: tuple[Cause, ...] = (
    Cause(
        reasons=("wire:certificate",),
        raises=WorkbookError,
        tells="Сертификату, который пришёл вместо сертификата Google, нельзя верить. Чаще всего "
        "его подставляет антивирус или прокси организации: возьмите у администратора файл его "
        "корневого сертификата и назовите файл в переменной REQUESTS_CA_BUNDLE. Проверьте и дату "
        "на этом компьютере.",
    ),
    Cause(
        reasons=("wire:bundle",),
        raises=ConfigError,
        tells="Переменная REQUESTS_CA_BUNDLE или CURL_CA_BUNDLE называет файл сертификатов, "
        "которого нет. Исправьте её или уберите.",
    ),
    Cause(
        reasons=("wire:proxy address",),
        raises=ConfigError,
        tells="Адрес прокси записан с ошибкой. Проверьте переменные HTTPS_PROXY и ALL_PROXY: "
        "нужен вид http://прокси:порт.",
    ),
    Cause(
        reasons=("wire:proxy login",),
        statuses=(407,),
        raises=WorkbookError,
        tells="Прокси не пускает к Google без имени и пароля (код 407). Впишите их в переменную "
        "HTTPS_PROXY: http://имя:пароль@прокси:порт.",
    ),
    Cause(
        reasons=("wire:proxy",),
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Прокси не соединяет с Google. Проверьте переменную HTTPS_PROXY и спросите "
        "администратора сети, открыт ли адрес googleapis.com.",
    ),
    Cause(
        reasons=("wire:unconnected",),
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Нет связи с Google, таблица {place} не открыта. Проверьте интернет и прокси, "
        "затем запустите снова.",
    ),
    Cause(
        reasons=("wire:silence",),
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Google не ответил вовремя, таблица {place} не прочитана. Проверьте интернет и "
        "запустите снова через несколько минут.",
    ),
    Cause(
        reasons=("wire:broken",),
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Связь с Google оборвалась, таблица {place} не прочитана. Проверьте интернет и "
        "запустите снова.",
    ),
    Cause(
        statuses=(413,),
        raises=WorkbookError,
        tells="Запрос к таблице {place} слишком велик (код 413). Если между вами и Google стоит "
        "прокси, попросите поднять его предел до 10 МБ; иначе сообщите разработчикам.",
    ),
    Cause(
        source="token",
        reasons=("internal_failure", "server_error", "temporarily_unavailable"),
        statuses=BUSY,
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Сервер входа Google временно не отвечает{code}. Ключ и вход менять не надо; "
        "запустите снова через несколько минут.",
    ),
    Cause(
        statuses=BUSY,
        raises=WorkbookError,
        retry=Retry.SOON,
        tells="Google временно не отвечает{code}, таблица {place} не прочитана. "
        "Запустите снова через несколько минут.",
    ),
    Cause(
        reasons=("body:foreign page",),
        raises=WorkbookError,
        quotes=True,
        tells="К Google не пустил прокси: вместо ответа пришла его страница{code}. "
        "Спросите администратора сети, открыт ли адрес googleapis.com.",
    ),
    Cause(
        reasons=("body:page",),
        raises=WorkbookError,
        retry=Retry.SOON,
        quotes=True,
        tells="Вместо Google ответил кто-то другой: пришла веб-страница{code}. Обычно "
        "это прокси или вход в сеть. Откройте в браузере любой сайт, войдите в сеть и запустите "
        "снова; если не поможет, спросите администратора сети, открыт ли адрес googleapis.com.",
    ),
    Cause(
        reasons=("body:nonsense",),
        raises=WorkbookError,
        retry=Retry.SOON,
        quotes=True,
        tells="Ответ Google не разобрать: он оборван или подменён по дороге. Запустите снова; если "
        "повторится, спросите администратора сети, не меняет ли ответы прокси.",
    ),
)
