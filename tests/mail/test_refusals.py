"""For whose sake a server refuses, by what the large ones say."""

import pytest

from sheetsync.mail.replies import Blame, Phase, Reply, blame
from sheetsync.model import LetterState

MAIL, RCPT, TEXT = Phase.SENDER, Phase.RECIPIENT, Phase.TEXT
REPLIES = [
    # Ours, whoever the addressee is.
    (MAIL, "553 5.7.1 <plan@example.org>: Sender address rejected: not owned by user", "SENDER"),
    (RCPT, "553 5.7.1 <plan@example.org>: Sender address rejected: not owned by user", "SENDER"),
    (TEXT, "550 5.7.1 Sender address rejected: not owned by auth user", "SENDER"),
    (MAIL, "550 5.7.1 not permitted", "SENDER"),
    (MAIL, "501 5.1.7 Bad sender address syntax", "SENDER"),
    (TEXT, "550 5.7.60 SMTP; Client does not have permissions to send as this sender", "SENDER"),
    (TEXT, "554 5.2.252 SendAsDenied; plan@example.org not allowed to send as", "SENDER"),
    (TEXT, "554 Message rejected: Email address is not verified.", "SENDER"),
    (RCPT, "550 Sender verify failed", "SENDER"),
    (RCPT, "550 5.1.8 Domain of sender address does not exist", "SENDER"),
    (TEXT, "550 From header does not match: mail from must match the login", "SENDER"),
    (MAIL, "530 5.5.1 Authentication Required. Learn more at", "ACCESS"),
    (MAIL, "530 5.7.0 Must issue a STARTTLS command first", "ACCESS"),
    (RCPT, "550 5.7.1 Relaying denied. Proper authentication required.", "ACCESS"),
    (RCPT, "554 5.7.1 <org@example.org>: Relay access denied", "ACCESS"),
    (RCPT, "554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org", "ACCESS"),
    (TEXT, "550 5.7.26 This mail has been blocked because the sender is unauthenticated", "ACCESS"),
    (TEXT, "550 5.4.5 Daily user sending limit exceeded. For more information", "LIMIT"),
    (MAIL, "550 5.4.5 Daily SMTP relay sending limit exceeded for this customer", "LIMIT"),
    (RCPT, "454 4.7.0 Message rejected: sending limit exceeded", "LIMIT"),
    (TEXT, "554 5.2.0 STOREDRV; SubmissionQuotaExceededException", "LIMIT"),
    (
        RCPT,
        "550 5.1.90 Your message can't be sent because you've reached your daily limit",
        "LIMIT",
    ),
    (MAIL, "452 4.3.1 Limit of messages per day exceeded", "LIMIT"),
    (RCPT, "451 Ratelimit exceeded for mailbox plan@example.org. Try again later.", "PACE"),
    (MAIL, "450 4.7.1 Hourly sending limit exceeded", "PACE"),
    (MAIL, "421 4.7.28 Our system has detected an unusual rate of mail", "PACE"),
    (RCPT, "450 4.7.1 Too many messages, slow down", "PACE"),
    # The addressee's.
    (RCPT, "550 no such mailbox", "ADDRESSEE"),
    (RCPT, "550 not wanted", "ADDRESSEE"),
    (RCPT, "550 5.1.1 User unknown in relay recipient table", "ADDRESSEE"),
    (RCPT, "550 5.1.1 The email account that you tried to reach does not exist", "ADDRESSEE"),
    (TEXT, "550 5.1.1 User unknown", "ADDRESSEE"),
    (RCPT, "550 5.2.1 The email account that you tried to reach is disabled", "ADDRESSEE"),
    (RCPT, "552 5.2.2 Mailbox quota exceeded, daily limit of the user", "ADDRESSEE"),
    (RCPT, "550 5.7.1 The sender is not allowed to send to this group", "ADDRESSEE"),
    (RCPT, "554 5.7.1 <org@example.org>: Recipient address rejected: Access denied", "ADDRESSEE"),
    (RCPT, "553 sorry, no mailbox here by that name", "ADDRESSEE"),
    # The letter's.
    (MAIL, "552 5.3.4 Message size exceeds fixed maximum message size", "LETTER"),
    (TEXT, "554 5.7.1 [2] Message rejected under suspicion of SPAM", "LETTER"),
    (TEXT, "552 5.7.0 This message was blocked because its content is unsafe", "LETTER"),
    # Nobody's.
    (RCPT, "450 4.2.0 Greylisted, please try again in 300 seconds", "LATER"),
    (RCPT, "451 4.7.1 Greylisting in action, too many of you", "LATER"),
    (RCPT, "450 4.2.1 The user is receiving mail at a rate that is too high", "LATER"),
    (RCPT, "452 4.2.2 The recipient's inbox is over its daily limit", "LATER"),
    (MAIL, "451 try later", "LATER"),
]


@pytest.mark.parametrize(("phase", "reply", "whose"), REPLIES)
def test_a_refusal_is_for_somebody_s_sake(phase: Phase, reply: str, whose: str) -> None:
    assert blame(reply, phase) is Blame[whose]


@pytest.mark.parametrize(("phase", "reply", "whose"), REPLIES)
def test_only_what_is_not_for_our_sake_is_refused_for_good(
    phase: Phase, reply: str, whose: str
) -> None:
    code, _, words = reply.partition(" ")
    answer = Reply(phase=phase, code=int(code), words=words)
    final = reply.startswith("5") and whose in {"ADDRESSEE", "LETTER"}
    assert answer.state is (LetterState.REJECTED if final else LetterState.DEFERRED)
    assert answer.blame is Blame[whose]


def test_what_was_taken_is_nobody_s_fault() -> None:
    assert Reply(phase=TEXT, code=250, words="queued").blame is None
    assert Reply(phase=TEXT, code=None, words="связь прервана").blame is None
