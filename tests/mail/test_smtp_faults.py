"""What goes wrong between a real server and the courier, and what the ledger then says."""

import socket
import ssl
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from sheetsync.errors import DeliveryError, StateError
from sheetsync.mail.delivery import RETRIES, DeliveryReport, RetryPolicy, deliver
from sheetsync.mail.smtp import connect
from sheetsync.model import LetterState, MailServer, Security
from tests.mail.filed import StoredLedger, post, posted
from tests.mail.post_server import LOGIN, PASSWORD, SENDER, At, Fault, PostServer, open_server
from tests.state.rows import Once

PENDING, SENT = LetterState.PENDING, LetterState.SENT
DEFERRED, REJECTED = LetterState.DEFERRED, LetterState.REJECTED
UNKNOWN = LetterState.UNKNOWN
ANSWERS = [
    *((at, "451 try later", DEFERRED) for at in At if at is not At.TEXT),
    *((at, "550 not wanted", REJECTED) for at in At if at is not At.TEXT),
]
BREAKS = [
    (At.MAIL, Fault.GONE, DEFERRED),
    (At.RCPT, Fault.GONE, DEFERRED),
    (At.DATA, Fault.GONE, DEFERRED),
    (At.TEXT, Fault.GONE, UNKNOWN),
    (At.DOT, Fault.GONE, UNKNOWN),
    (At.DOT, Fault.TAKEN_GONE, UNKNOWN),
    (At.MAIL, Fault.SILENT, DEFERRED),
    (At.RCPT, Fault.SILENT, DEFERRED),
    (At.DATA, Fault.SILENT, DEFERRED),
    (At.TEXT, Fault.SILENT, UNKNOWN),
    (At.DOT, Fault.SILENT, UNKNOWN),
    (At.DOT, Fault.TAKEN_SILENT, UNKNOWN),
]


def delivery(
    ledger: StoredLedger,
    settings: MailServer,
    password: str = "",
    *,
    pauses: tuple[float, ...] = (),
    allowance: int | None = None,
) -> tuple[DeliveryReport, list[float]]:
    """A tour, and the pauses that it would have made."""
    slept: list[float] = []
    patience = RetryPolicy(sleep=slept.append, pauses=pauses, jitter=lambda: 1)
    done = deliver(
        ledger, lambda: connect(settings, password), patience=patience, allowance=allowance
    )
    return done, slept


def taken(server: PostServer) -> list[int]:
    """The numbers of the letters that reached mailboxes, in their order."""
    return [int(letter.to.removeprefix("org-").partition("@")[0]) for letter in server.taken]


def test_every_letter_arrives_as_it_was_filed_over_one_connection(
    server: PostServer, ledger: StoredLedger
) -> None:
    done, _ = delivery(ledger, server.settings())
    assert [letter.content for letter in server.taken] == [posted(n).raw for n in (1, 2, 3)]
    assert len({letter.peer for letter in server.taken}) == 1
    assert [result.reply for result in done.results] == [f"250 queued as {n}" for n in (1, 2, 3)]
    assert ledger.states() == [SENT, SENT, SENT]


@pytest.mark.parametrize(("at", "answer", "state"), ANSWERS)
def test_a_refused_letter_bears_the_answer_and_the_others_go_on_over_the_same_connection(
    server: PostServer, ledger: StoredLedger, at: At, answer: str, state: LetterState
) -> None:
    server.fails(at, "", answer)
    done, _ = delivery(ledger, server.settings())
    assert ledger.states() == [SENT, state, SENT]
    assert done.results[1].reply == answer
    assert taken(server) == [1, 3]
    assert len({letter.peer for letter in server.taken}) == 1


@pytest.mark.parametrize(("at", "fault", "state"), BREAKS)
def test_a_letter_is_in_doubt_only_where_the_server_may_have_its_text(
    server: PostServer, ledger: StoredLedger, at: At, fault: Fault, state: LetterState
) -> None:
    server.fails(at, fault)
    done, _ = delivery(ledger, server.settings(timeout=1, final_timeout=1))
    assert done.problem is None
    assert ("молчит" in done.results[0].reply) == fault.name.endswith("SILENT")
    assert ledger.states() == [state, SENT, SENT]
    assert taken(server) == ([1, 2, 3] if fault.name.startswith("TAKEN") else [2, 3])


def test_a_letter_whose_end_was_never_given_is_in_no_doubt(
    server: PostServer, ledger: StoredLedger
) -> None:
    delivery(ledger, server.settings())
    more_than_sockets_hold = posted(4, lines=200_000)
    post(ledger.store, [more_than_sockets_hold])
    server.fails(At.TEXT, Fault.GONE)
    delivery(ledger, server.settings())
    assert ledger.states() == [SENT, SENT, SENT, DEFERRED]


def test_a_letter_in_doubt_is_not_sent_again(server: PostServer, ledger: StoredLedger) -> None:
    server.fails(At.DOT, Fault.TAKEN_GONE, Fault.GONE)
    delivery(ledger, server.settings(), pauses=RETRIES)
    done, _ = delivery(ledger, server.settings(), pauses=RETRIES)
    assert ledger.states() == [UNKNOWN, UNKNOWN, SENT]
    assert taken(server) == [1, 3]
    assert [result.letter.recipient for result in done.results] == ["org-3@example.org"]


def test_a_connection_that_breaks_twice_ends_the_tour(
    server: PostServer, ledger: StoredLedger
) -> None:
    server.fails(At.MAIL, Fault.GONE, Fault.GONE)
    done, slept = delivery(ledger, server.settings(), pauses=RETRIES)
    assert ledger.states() == [DEFERRED, DEFERRED, PENDING]
    assert "писем ждёт: 1" in str(done.problem)
    assert not slept


@pytest.mark.parametrize("at", [At.MAIL, At.RCPT, At.DATA, At.DOT])
def test_a_server_that_closes_ends_the_tour_and_the_rest_waits(
    server: PostServer, ledger: StoredLedger, at: At
) -> None:
    server.fails(at, "", "421 too many letters")
    done, slept = delivery(ledger, server.settings(), pauses=RETRIES)
    assert ledger.states() == [SENT, DEFERRED, PENDING]
    assert "421 too many letters" in str(done.problem)
    assert (taken(server), slept) == ([1], [])


def test_a_deferred_letter_is_tried_again_after_each_pause(
    server: PostServer, ledger: StoredLedger
) -> None:
    server.fails(At.RCPT, "451 greylisted", "", "", "451 greylisted")
    done, slept = delivery(ledger, server.settings(), pauses=RETRIES)
    assert slept == [60, 300]
    assert (ledger.states(), taken(server)) == ([SENT, SENT, SENT], [2, 3, 1])
    assert [letter.tries for letter in Once(ledger.store).filed("план")] == [3, 1, 1]
    assert done.results[0].state is SENT


def test_a_letter_that_stays_deferred_is_left_after_the_last_pause(
    server: PostServer, ledger: StoredLedger
) -> None:
    server.fails(At.MAIL, "", "", *["452 mailbox full"] * 4)
    done, slept = delivery(ledger, server.settings(), pauses=RETRIES)
    assert slept == list(RETRIES)
    assert ledger.states() == [SENT, SENT, DEFERRED]
    assert not server.script[At.MAIL]
    assert done.problem is None


def test_no_more_letters_go_than_the_day_allows(server: PostServer, ledger: StoredLedger) -> None:
    server.fails(At.RCPT, "550 no such mailbox")
    done, _ = delivery(ledger, server.settings(), allowance=1)
    assert ledger.states() == [REJECTED, SENT, PENDING]
    assert done.held == 1
    assert taken(server) == [2]


def test_a_refused_password_ends_the_tour_before_any_letter(
    server: PostServer, ledger: StoredLedger
) -> None:
    done, slept = delivery(ledger, server.settings(login=LOGIN), "wrong", pauses=RETRIES)
    assert ledger.states() == [PENDING, PENDING, PENDING]
    assert "535" in str(done.problem)
    assert "пароль приложения" in str(done.problem)
    assert "wrong" not in str(done.problem)
    assert not slept


@pytest.mark.parametrize("security", Security)
def test_one_logs_in_by_another_name_than_the_sender(
    ledger: StoredLedger,
    authority: tuple[trustme.CA, Path],
    certificate: ssl.SSLContext,
    security: Security,
) -> None:
    shown = None if security is Security.PLAIN else certificate
    with open_server(security, shown) as server:
        delivery(ledger, server.settings(login=LOGIN, certificates=str(authority[1])), PASSWORD)
    assert ledger.states() == [SENT, SENT, SENT]
    assert {(letter.login, letter.sender) for letter in server.taken} == {(LOGIN, SENDER)}


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_of_an_unknown_authority_is_refused(
    ledger: StoredLedger, certificate: ssl.SSLContext, security: Security
) -> None:
    with open_server(security, certificate) as server:
        done, _ = delivery(ledger, server.settings(login=LOGIN), PASSWORD)
    assert "нельзя верить" in str(done.problem)
    assert (ledger.states(), server.taken) == ([PENDING, PENDING, PENDING], [])


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_of_another_server_is_refused(
    ledger: StoredLedger, authority: tuple[trustme.CA, Path], security: Security
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority[0].issue_cert("mail.example.org").configure_cert(context)
    with open_server(security, context) as server:
        done, _ = delivery(ledger, server.settings(certificates=str(authority[1])))
    assert "нельзя верить" in str(done.problem)
    assert (ledger.states(), server.taken) == ([PENDING, PENDING, PENDING], [])


def test_nothing_is_said_without_encryption_where_starttls_is_set(ledger: StoredLedger) -> None:
    with open_server(Security.STARTTLS) as server:
        done, _ = delivery(ledger, server.settings(login=LOGIN), PASSWORD)
    assert "не предлагает STARTTLS" in str(done.problem)
    assert (ledger.states(), server.taken) == ([PENDING, PENDING, PENDING], [])


@pytest.mark.parametrize("security", Security)
def test_a_server_that_says_nothing_at_all_is_not_waited_for_long(security: Security) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        server = PostServer(security, port=mute.getsockname()[1])
        with pytest.raises(DeliveryError, match="молчит дольше 1 с"):
            connect(server.settings(timeout=1), "")


def problem(ledger: StoredLedger, settings: MailServer, password: str = PASSWORD) -> str:
    """What is said where nobody could be connected to; every letter then waits as before."""
    done, _ = delivery(ledger, settings, password)
    assert ledger.states() == [PENDING, PENDING, PENDING]
    return str(done.problem)


def test_where_nobody_listens_is_said(ledger: StoredLedger) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        gone = PostServer(port=held.getsockname()[1])
    assert "недоступен" in problem(ledger, gone.settings())


def test_tls_where_there_is_none_is_said(ledger: StoredLedger, server: PostServer) -> None:
    words = problem(ledger, server.settings(security=Security.TLS))
    assert "не отвечает по TLS" in words


def test_certificates_that_are_not_there_are_a_setting(ledger: StoredLedger) -> None:
    server = PostServer(Security.TLS)
    assert "[mail] certificates" in problem(ledger, server.settings(certificates="/none.pem"))


def test_a_password_in_cyrillic_is_no_password(ledger: StoredLedger, server: PostServer) -> None:
    assert "буквы" in problem(ledger, server.settings(login=LOGIN), "пароль")


def test_a_server_that_takes_data_for_something_else_gets_no_text(
    server: PostServer, ledger: StoredLedger
) -> None:
    server.fails(At.DATA, "250 whatever")
    delivery(ledger, server.settings())
    assert ledger.states() == [DEFERRED, SENT, SENT]
    assert taken(server) == [2, 3]


def test_a_text_for_nobody_is_ended_and_the_connection_goes_on(ledger: StoredLedger) -> None:
    with open_server() as server:
        server.pipelining = True
        server.fails(At.RCPT, "550 not wanted")
        server.fails(At.DATA, "354 go on all the same")
        delivery(ledger, server.settings())
    assert ledger.states() == [REJECTED, SENT, SENT]
    assert len({letter.peer for letter in server.taken}) == 1


def test_nothing_arrives_where_the_run_ends_before_the_end_of_the_text(
    server: PostServer, ledger: StoredLedger
) -> None:
    def full() -> None:
        raise StateError("на диске нет места")

    (letter, *_) = ledger.waiting()
    with closing(connect(server.settings(), "")) as connection, pytest.raises(StateError):
        connection.send(letter, full)
    delivery(ledger, server.settings())
    assert taken(server) == [1, 2, 3]


def test_an_address_that_no_command_can_hold_is_refused(
    server: PostServer, ledger: StoredLedger
) -> None:
    (letter, *_) = ledger.waiting()
    with closing(connect(server.settings(), "")) as connection:
        answer = connection.send(replace(letter, recipient="отдел@example.org"))
        assert answer.state is REJECTED
        assert connection.send(letter).state is SENT
