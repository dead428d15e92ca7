"""One letter to try the mail account with; the ledger knows nothing of it."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from sheetsync.errors import DeliveryError
from sheetsync.languages import _
from sheetsync.mail.smtp import connect
from sheetsync.model import LetterKind, LetterState, MailServer, StoredLetter


def send_trial(server: MailServer, password: str, to: str, *, sender: str, now: datetime) -> str:
    """Send it from `sender`, "Name <address>"; returns the server's reply.

    Raises DeliveryError where the server cannot be reached, refuses or falls silent.
    """
    message = EmailMessage()
    message["Subject"] = _("A test letter of sheetsync")
    message["From"], message["To"] = sender, to
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday answers it
    message.set_content(_("Mail works: letters of the plan come from this address."))
    letter = _filed(message, to, now=now)
    connection = connect(server, password)
    try:
        answer = connection.send(letter)
    finally:
        connection.close()
    if not answer.good:
        raise DeliveryError(
            _("The test letter to {to} did not go: {reply}.", to=to, reply=answer.reply)
        )
    return answer.reply


def _filed(message: EmailMessage, to: str, *, now: datetime) -> StoredLetter:
    """As a connection takes it: of all the fields it looks at the mailbox and the bytes."""
    return StoredLetter(
        id=0,
        day=now.date(),
        kind=LetterKind.COORDINATOR,
        address=to,
        to=to,
        state=LetterState.SENDING,
        changed=now,
        raw=message.as_bytes(policy=message.policy.clone(linesep="\r\n")),
    )
