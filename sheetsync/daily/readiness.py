"""Whether what letters will need is there: asked on every day, not only when some go."""

from collections.abc import Iterator

from sheetsync.daily.job import Job
from sheetsync.errors import ConfigError
from sheetsync.mail.password import read_password


def lacking(job: Job) -> tuple[ConfigError, ...]:
    """What keeps letters from being sent: the password, the certificates.

    The key of a shared sheet is not among it: nothing at all is read without it.
    """
    return tuple(_lacking(job))


def _lacking(job: Job) -> Iterator[ConfigError]:
    server = job.config.mail_server
    if server and server.login:
        try:
            read_password(job.config.password_file)
        except ConfigError as error:
            yield error
    if server and server.certificates:
        from sheetsync.mail.smtp import check_certificates

        try:
            check_certificates(server)
        except ConfigError as error:
            yield error
