"""The folder of letters: a letter is there whole, once."""

from pathlib import Path

import pytest

from sheetsync.errors import DeliveryError
from sheetsync.mail.letter_folder import LetterFolder
from sheetsync.model import LetterState
from tests.mail.test_delivery import filed

KEY = "2021-05-11.org@example.org"


def test_a_letter_is_a_file_that_mail_programs_open(tmp_path: Path) -> None:
    file = LetterFolder(tmp_path / "outbox").put(KEY, b"letter")
    assert file == tmp_path / "outbox" / "new" / f"{KEY}.eml"
    assert file.read_bytes() == b"letter"


def test_a_letter_that_was_read_is_not_put_again(tmp_path: Path) -> None:
    outbox = LetterFolder(tmp_path)
    file = outbox.put(KEY, b"letter")
    read = file.rename(tmp_path / "cur" / file.name)
    assert outbox.put(KEY, b"letter") == read
    assert not list((tmp_path / "new").iterdir())


def test_another_letter_of_the_same_key_overwrites_none(tmp_path: Path) -> None:
    outbox = LetterFolder(tmp_path)
    files = [outbox.put(KEY, text) for text in (b"one", b"two", b"three", b"two")]
    assert [file.name for file in files] == [f"{KEY}{n}.eml" for n in ("", ".2", ".3", ".2")]
    assert {file.read_bytes() for file in (tmp_path / "new").iterdir()} == {
        b"one",
        b"two",
        b"three",
    }


def test_two_plans_may_share_a_folder(tmp_path: Path) -> None:
    names = {LetterFolder(tmp_path, plan=plan).send(filed(1)).reply for plan in ("0a1b", "2c3d")}
    assert names == {f"2021-05-11.{p}.monthly.org-1@example.org.eml" for p in ("0a1b", "2c3d")}


def test_what_is_written_into_a_file_is_not_called_sent(tmp_path: Path) -> None:
    assert LetterFolder(tmp_path).send(filed(1)).state is LetterState.WRITTEN


def test_a_key_becomes_a_name_that_every_file_system_takes(tmp_path: Path) -> None:
    assert LetterFolder(tmp_path).put('a/b:"c"@example.org', b"").parent == tmp_path / "new"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "outbox"
    blocked.write_text("")
    with pytest.raises(DeliveryError, match="не записано"):
        LetterFolder(blocked).put(KEY, b"letter")
