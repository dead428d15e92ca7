"""The local mailbox: a letter is there whole, once."""

from pathlib import Path

import pytest

from sheetsync.errors import DeliveryError
from sheetsync.mail.mailbox import Mailbox

KEY = "2021-05-11.org@example.org"


def test_a_letter_is_a_file_that_mail_programs_open(tmp_path: Path) -> None:
    file = Mailbox(tmp_path / "outbox").put(KEY, b"letter")
    assert file == tmp_path / "outbox" / "new" / f"{KEY}.eml"
    assert file.read_bytes() == b"letter"


def test_a_letter_that_was_read_is_still_known(tmp_path: Path) -> None:
    mailbox = Mailbox(tmp_path)
    file = mailbox.put(KEY, b"letter")
    file.rename(tmp_path / "cur" / file.name)
    assert mailbox.holds(KEY)


def test_a_letter_that_was_never_put_is_not_held(tmp_path: Path) -> None:
    assert not Mailbox(tmp_path).holds(KEY)


def test_a_key_becomes_a_name_that_every_file_system_takes(tmp_path: Path) -> None:
    assert Mailbox(tmp_path).put('a/b:"c"@example.org', b"").parent == tmp_path / "new"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "outbox"
    blocked.write_text("")
    with pytest.raises(DeliveryError, match="не записано"):
        Mailbox(blocked).put(KEY, b"letter")
