"""What can go wrong with Google, its login server and the way there: what is told, how often tried.

Every row goes through real gspread and google-auth over loopback, once and for ever, at the token
endpoint, at the read and at the write.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth.credentials import Credentials
from google.auth.impersonated_credentials import Credentials as Acting
from google.oauth2.credentials import Credentials as Login
from google.oauth2.service_account import Credentials as ServiceAccount

from sheetsync.errors import ConfigError, SheetsyncError, WorkbookError, WorkbookMissing
from sheetsync.workbooks.google.access import SCOPES
from sheetsync.workbooks.google.client import OutcomeUnknown, Patience, SheetsClient
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from tests.sheets_emulator import running
from tests.sheets_emulator.request import Response
from tests.workbooks.books import tab_of
from tests.workbooks.keys import ACCOUNT, key_info
from tests.workbooks.sheets import shared_sheet
from tests.workbooks.wrong_answers import Faulty, Wrong, cut_gzip, drive, oauth, page, rpc

READ, WRITE, TOKEN = "GET /v4", ":batchUpdate", "POST /token"
ONCE, MANY, MINUTES = 1, 13, 5  # tries until the five minutes of a daily run are over
TAB = tab_of(["Просрочено", 2])


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Faulty, str]]:
    emulator = Faulty()
    with running(emulator) as base:
        yield emulator, base


@pytest.fixture
def google(served: tuple[Faulty, str]) -> Iterator[Faulty]:
    served[0].reset()
    yield served[0]
    served[0].wrong.clear()
    served[0].lines.clear()


@dataclass
class Way:
    """A workbook, reached by whoever `login` is."""

    google: Faulty
    book: GoogleWorkbook

    def fail(self, response: Response, match: str, times: int = 10_000) -> None:
        self.google.lines.clear()
        self.google.wrong.append(Wrong(response, match, times))


@pytest.fixture
def key(served: tuple[Faulty, str], private_key: rsa.RSAPrivateKey) -> dict[str, str]:
    return key_info(private_key, served[1])


@pytest.fixture
def way(google: Faulty, served: tuple[Faulty, str], key: dict[str, str]) -> Way:
    return opened(google, served[1], ServiceAccount.from_service_account_info(key, scopes=SCOPES))


@pytest.fixture
def login(google: Faulty, served: tuple[Faulty, str]) -> Way:
    """The same for a person who logged in with gcloud."""
    person = Login(
        None,
        refresh_token="1//refresh",
        token_uri=f"{served[1]}/token",
        client_id="gcloud",
        client_secret="secret",
        scopes=SCOPES,
    )
    return opened(google, served[1], person)


@pytest.fixture
def borrowed(google: Faulty, served: tuple[Faulty, str], key: dict[str, str]) -> Way:
    """The same for somebody who acts as a service account."""
    acting = Acting(
        source_credentials=ServiceAccount.from_service_account_info(key),
        target_principal=ACCOUNT,
        target_scopes=SCOPES,
        iam_endpoint_override=f"{served[1]}/{ACCOUNT}:generateAccessToken",
    )
    return opened(google, served[1], acting)


def opened(google: Faulty, base: str, who: Credentials) -> Way:
    """Sleeping only moves the emulator's clock."""
    sheet = shared_sheet(google, base, {"План": [["№", "Мероприятие"]]})
    patience = Patience(clock=google.clock, sleep=google.clock.sleep, chance=max)
    client = SheetsClient(who, base=base, patience=patience)
    return Way(google, GoogleWorkbook(sheet.id, client, places={}, account=ACCOUNT))


@dataclass(frozen=True)
class Row:
    """A wrong answer for ever: the error, a part of its sentence, and how often it was asked."""

    name: str
    answer: Response
    error: type[SheetsyncError]
    words: str
    tries: int = ONCE


QUOTA_PROJECT = (
    "Your application is authenticating by using local Application Default Credentials. The "
    "sheets.googleapis.com API requires a quota project, which is not set by default."
)
OFFICE = "This operation is not supported for this document"
DENIED = "The caller does not have permission"

ANSWERS = [
    Row("429", rpc(429, "RESOURCE_EXHAUSTED"), WorkbookError, "минутная квота", MINUTES),
    Row(
        "403 rate",
        rpc(403, "PERMISSION_DENIED", "RATE_LIMIT_EXCEEDED"),
        WorkbookError,
        "минутная квота",
        MINUTES,
    ),
    Row("403 Drive", drive(403, "rateLimitExceeded"), WorkbookError, "минутная", MINUTES),
    Row("403 user", drive(403, "userRateLimitExceeded"), WorkbookError, "минутная", MINUTES),
    Row("403 daily", drive(403, "dailyLimitExceeded"), WorkbookError, "суточная"),
    Row(
        "scopes",
        rpc(403, "PERMISSION_DENIED", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
        ConfigError,
        "без права на таблицы",
    ),
    Row(
        "disabled",
        rpc(403, "PERMISSION_DENIED", "SERVICE_DISABLED", service="sheets.googleapis.com"),
        ConfigError,
        "не включён Google Sheets API",
    ),
    Row("not configured", drive(403, "accessNotConfigured"), ConfigError, "не включён Google Sh"),
    Row(
        "quota project",
        rpc(403, "PERMISSION_DENIED", "SERVICE_DISABLED", QUOTA_PROJECT),
        ConfigError,
        "Не указан проект Google Cloud",
    ),
    Row(
        "project denied",
        rpc(403, "PERMISSION_DENIED", "USER_PROJECT_DENIED"),
        ConfigError,
        "не признаёт проект",
    ),
    Row(
        "no project",
        rpc(403, "PERMISSION_DENIED", "CONSUMER_INVALID"),
        ConfigError,
        "не признаёт проект",
    ),
    Row("billing", rpc(403, "PERMISSION_DENIED", "BILLING_DISABLED"), ConfigError, "оплаты"),
    Row(
        "suspended",
        rpc(403, "PERMISSION_DENIED", "CONSUMER_SUSPENDED"),
        ConfigError,
        "приостановил проект",
    ),
    Row("401", rpc(401, "UNAUTHENTICATED"), WorkbookError, "не узнаёт", 3),
    Row("404", rpc(404, "NOT_FOUND"), WorkbookMissing, "нет. Скопируйте"),
    Row("office", rpc(400, "FAILED_PRECONDITION", "", OFFICE), WorkbookError, "файл Excel"),
    Row("407", page(407, "Login"), WorkbookError, "имени и пароля"),
    Row("413", page(413, "Too large"), WorkbookError, "слишком велик"),
    Row("proxy 403", page(403, "Blocked"), WorkbookError, "Ответ Google: «Blocked»"),
]
MAY_PASS = [
    Row("500", rpc(500, "INTERNAL"), WorkbookError, "код 500", MANY),
    Row("503", rpc(503, "UNAVAILABLE"), WorkbookError, "код 503", MANY),
    Row("502 page", page(502, "Bad Gateway"), WorkbookError, "код 502", MANY),
    Row("504", Response(504, ""), WorkbookError, "код 504", MANY),
    Row("200 page", page(200, "Вход"), WorkbookError, "кто-то другой", MANY),
    Row("cut gzip", cut_gzip({"sheets": []}), WorkbookError, "не разобрать", MANY),
    Row(
        "no gzip",
        Response(200, b"{}", headers={"Content-Encoding": "gzip"}),
        WorkbookError,
        "оборвалась",
        MANY,
    ),
    Row("no JSON", Response(200, "{"), WorkbookError, "не разобрать", MANY),
    Row("null", Response(200, "null"), WorkbookError, "не разобрать", MANY),
    Row("list", Response(200, []), WorkbookError, "не разобрать", MANY),
    Row("error at 200", Response(200, {"error": "x"}), WorkbookError, "не разобрать", MANY),
]
READS = [
    Row("403", rpc(403, "PERMISSION_DENIED", "", DENIED), WorkbookError, ACCOUNT),
    Row("403 text", Response(403, {"error": "x"}), WorkbookError, "Нет доступа"),
    Row("no tabs", Response(200, {}), WorkbookError, "не разобрать", MANY),
    Row("odd tabs", Response(200, {"sheets": [None]}), WorkbookError, "не разобрать", MANY),
]
# At 400 a write and the second read look again first: the spreadsheet may have changed.
REFUSED = [
    Row("400 text", Response(400, {"error": "x"}), WorkbookError, "Ответ Google: «x»"),
    Row("400 null", Response(400, "null"), WorkbookError, "(код 400)"),
    Row("400 list", Response(400, []), WorkbookError, "(код 400)"),
    Row("400 empty", Response(400, {"error": {}}), WorkbookError, "(код 400)"),
    Row("400", rpc(400, "INVALID_ARGUMENT", "", "Bad iat."), WorkbookError, "«Bad iat»"),
]
TOKENS = [
    Row("500", Response(500, ""), WorkbookError, "Сервер входа", MANY),
    Row("503", page(503, "!!1"), WorkbookError, "Сервер входа", MANY),
    Row("429", oauth(429, "rate_limit_exceeded"), WorkbookError, "код 429", MANY),
    Row("400 busy", oauth(400, "temporarily_unavailable"), WorkbookError, "Сервер входа", MANY),
    Row("page", page(200, "Вход"), WorkbookError, "кто-то другой", MANY),
    Row("null", Response(200, "null"), WorkbookError, "не разобрать", MANY),
    Row("list", Response(200, []), WorkbookError, "не разобрать", MANY),
    Row("no token", Response(200, {}), WorkbookError, "не разобрать", MANY),
    Row(
        "odd lifetime",
        Response(200, {"access_token": "x", "expires_in": "soon"}),
        WorkbookError,
        "не разобрать",
        MANY,
    ),
    Row("cut gzip", cut_gzip({"access_token": "x"}), WorkbookError, "не разобрать", MANY),
    Row("407", page(407, "Login"), WorkbookError, "имени и пароля"),
    Row(
        "deleted key", oauth(400, "invalid_grant", "Invalid JWT Signature."), ConfigError, "удалён"
    ),
    Row("iat", oauth(400, "invalid_grant", "iat of the associate"), ConfigError, "удалён"),
    Row(
        "clock",
        oauth(
            400,
            "invalid_grant",
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
            "timeframe. Check your iat and exp values in the JWT claim.",
        ),
        ConfigError,
        "часы",
    ),
    Row(
        "account gone",
        oauth(400, "invalid_grant", "Invalid grant: account not found"),
        ConfigError,
        "больше нет",
    ),
    Row("scope", oauth(400, "invalid_scope", "Bad scope"), ConfigError, "не дал права"),
    Row("disabled", oauth(401, "disabled_client", "Disabled"), ConfigError, "отключена"),
    Row("unknown", oauth(400, "invalid_request", "Odd"), ConfigError, "Ответ Google: «Odd»"),
    Row("text", Response(400, "no"), ConfigError, "не пустил"),
]
LOGINS = [
    Row(
        "expired",
        oauth(400, "invalid_grant", "Token has been expired or revoked."),
        ConfigError,
        "устарел",
    ),
    Row("bad request", oauth(400, "invalid_grant", "Bad Request"), ConfigError, "Войдите заново"),
    Row(
        "reauth",
        oauth(400, "invalid_grant", "reauth related error", error_subtype="invalid_rapt"),
        ConfigError,
        "требует организация",
    ),
    Row("client", oauth(401, "deleted_client", "Deleted"), ConfigError, "приложение"),
    Row("scope", oauth(400, "invalid_scope", "Bad scope"), ConfigError, "не дал права"),
]
BORROWED = [
    Row(
        "denied",
        rpc(403, "PERMISSION_DENIED", "IAM_PERMISSION_DENIED"),
        ConfigError,
        "Service Account Token Creator",
    ),
    Row("nobody", rpc(404, "NOT_FOUND"), ConfigError, "от имени которой надо работать, нет"),
    Row(
        "disabled",
        rpc(403, "PERMISSION_DENIED", "SERVICE_DISABLED", service="iamcredentials.googleapis.com"),
        ConfigError,
        "не включён IAM Service Account Credentials API",
    ),
    Row("503", rpc(503, "UNAVAILABLE"), WorkbookError, "Сервер входа", MANY),
    Row("no date", Response(200, {"accessToken": "x"}), ConfigError, "не пустил"),
]


def rows(*lists: list[Row]) -> pytest.MarkDecorator:
    every = [row for some in lists for row in some]
    return pytest.mark.parametrize("row", every, ids=lambda row: row.name)


def assert_told(row: Row, error: SheetsyncError) -> None:
    assert row.words in str(error)
    assert type(error) is row.error
    assert error.exit_code == (3 if row.error is ConfigError else 4)


@rows(ANSWERS, MAY_PASS, READS, REFUSED)
def test_read_that_always_fails_is_told_by_cause(way: Way, row: Row) -> None:
    way.fail(row.answer, READ)
    with pytest.raises(SheetsyncError) as caught:
        way.book.read("План")
    assert_told(row, caught.value)
    assert way.google.tries(READ) == row.tries


@rows(ANSWERS, MAY_PASS, READS)
def test_read_that_fails_once_is_repeated_where_that_may_help(way: Way, row: Row) -> None:
    way.fail(row.answer, READ, times=1)
    if row.tries == ONCE:
        with pytest.raises(row.error):
            way.book.read("План")
    else:
        assert way.book.read("План").title == "План"


@rows(ANSWERS)
def test_write_that_is_always_refused_is_told_by_cause(way: Way, row: Row) -> None:
    way.book.read("План")
    way.fail(row.answer, WRITE)
    with pytest.raises(SheetsyncError) as caught:
        way.book.write([TAB], plan_tab="План")
    assert_told(row, caught.value)


@rows(REFUSED)
def test_write_that_is_no_good_is_refused_in_googles_words(way: Way, row: Row) -> None:
    way.book.read("План")
    way.fail(row.answer, WRITE)
    with pytest.raises(SheetsyncError) as caught:
        way.book.write([TAB], plan_tab="План")
    assert_told(row, caught.value)


@rows(MAY_PASS)
def test_write_with_an_answer_that_tells_nothing_is_looked_after(way: Way, row: Row) -> None:
    way.book.read("План")
    way.fail(row.answer, WRITE, times=1)
    assert way.book.write([TAB], plan_tab="План").changed
    assert (way.google.tries(WRITE), way.google.tries(READ)) == (2, 1)


@rows(MAY_PASS)
def test_write_that_never_gets_through_is_sent_twice_at_most(way: Way, row: Row) -> None:
    way.book.read("План")
    way.fail(row.answer, WRITE)
    with pytest.raises(OutcomeUnknown, match="Вкладки могли обновиться"):
        way.book.write([TAB], plan_tab="План")
    assert way.google.tries(WRITE) == 2


def test_write_whose_outcome_cannot_be_looked_up_is_told_as_such(way: Way) -> None:
    way.book.read("План")
    way.fail(rpc(503, "UNAVAILABLE"), "/v4/spreadsheets")
    with pytest.raises(OutcomeUnknown, match="Вкладки могли обновиться"):
        way.book.write([TAB], plan_tab="План")


def test_sheet_that_is_shared_for_reading_only_asks_for_more(way: Way) -> None:
    way.book.read("План")
    way.fail(rpc(403, "PERMISSION_DENIED", "", DENIED), WRITE)
    with pytest.raises(WorkbookError, match="читать, но не менять"):
        way.book.write([TAB], plan_tab="План")


@rows(TOKENS)
def test_token_that_is_never_given_is_told_by_cause(way: Way, row: Row) -> None:
    way.fail(row.answer, TOKEN)
    with pytest.raises(SheetsyncError) as caught:
        way.book.read("План")
    assert_told(row, caught.value)
    assert (way.google.tries(TOKEN), way.google.tries(READ)) == (row.tries, 0)


@rows([row for row in TOKENS if row.tries == MANY])
def test_token_that_is_refused_once_is_asked_for_again(way: Way, row: Row) -> None:
    way.fail(row.answer, TOKEN, times=1)
    assert way.book.read("План").title == "План"


@rows([row for row in TOKENS if row.tries == MANY])
def test_write_waits_for_its_token_and_is_sent_once(way: Way, row: Row) -> None:
    way.google.tokens.strict = True
    way.book.read("План")
    way.google.tokens.valid.clear()
    way.fail(row.answer, TOKEN, times=1)
    assert way.book.write([TAB], plan_tab="План").changed
    assert way.google.tries(WRITE) == 3  # refused twice for want of a token, then applied


@rows(LOGINS)
def test_login_that_is_no_good_any_more_is_told_by_cause(login: Way, row: Row) -> None:
    login.fail(row.answer, TOKEN)
    with pytest.raises(SheetsyncError) as caught:
        login.book.read("План")
    assert_told(row, caught.value)
    assert login.google.tries(TOKEN) == row.tries


@rows(BORROWED)
def test_service_account_that_may_not_be_acted_as_is_told(borrowed: Way, row: Row) -> None:
    borrowed.fail(row.answer, ":generateAccessToken")
    with pytest.raises(SheetsyncError) as caught:
        borrowed.book.read("План")
    assert_told(row, caught.value)
    assert borrowed.google.tries(":generateAccessToken") == row.tries


def test_sentences_hold_english_only_in_quotes(way: Way) -> None:
    way.fail(rpc(400, "INVALID_ARGUMENT", "", "Something new."), READ)
    with pytest.raises(WorkbookError) as caught:
        way.book.read("План")
    assert str(caught.value).endswith("Ответ Google: «Something new».")
