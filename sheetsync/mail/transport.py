"""The way of letters to mailboxes: a server, or a folder of files where none is named."""

from pathlib import Path

from sheetsync.mail.delivery import Transport
from sheetsync.mail.letter_folder import LetterFolder
from sheetsync.mail.password import read_password
from sheetsync.model import MailServer


def transport(
    server: MailServer | None, outbox: Path, *, password_file: Path | None, plan: str
) -> Transport:
    """The server with a login, or else the folder `outbox`, where `plan` stands in files' names.

    Two plans may share a folder, so `plan` is what tells them apart. Raises DeliveryError and
    ConfigError as `connect` and `read_password` do.
    """
    if server is None:
        return LetterFolder(outbox, plan=plan)
    from sheetsync.mail.smtp import connect  # with smtplib and ssl: only where letters wait

    return connect(server, read_password(password_file) if server.login else "")
