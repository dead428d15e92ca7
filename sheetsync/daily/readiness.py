"""Whether what letters will need is there: asked on every day, not only when some go."""

from collections.abc import Iterator

from sheetsync.daily.job import Job
from sheetsync.errors import ConfigError
from sheetsync.mail.password import read_password
from sheetsync.model import MailServer


def lacking(job: Job) -> tuple[ConfigError, ...]:
    """What keeps letters from being sent: the password, the certificates.

    The key of a shared sheet is not among it: nothing at all is read without it.
    """
    server = job.config.mail_server
    return tuple(_lacking(job, server)) if server else ()


def _lacking(job: Job, server: MailServer) -> Iterator[ConfigError]:
    if server.login:
        try:
            read_password(job.config.password_file)
        except ConfigError as error:
            yield error
    if server.certificates:
        from sheetsync.mail.smtp import check_certificates

        try:
            check_certificates(server)
        except ConfigError as error:
            yield error
