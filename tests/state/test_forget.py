"""An address leaves no trace in the file, and the rest stays."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from sheetsync.errors import UsageError
from sheetsync.model import Notification, OutgoingLetter
from sheetsync.state.store import Store, open_store
from tests.state.rows import PLAN, Once, row, snapshot

ADDRESS = "petrova@example.org"
Opened = Callable[[], Store]


def forgotten(opened: Opened, *notes: str, address: str = ADDRESS) -> list[str]:
    """The notes of a plan after the address was forgotten."""
    rows = [row(i, i, note=note) for i, note in enumerate(notes, 1)]
    with opened() as store:
        Once(store).remember(PLAN, snapshot(1, *rows))
        store.forget(address)
        left = Once(store).last(PLAN)
    assert left
    return [each.line.note for each in left.rows]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("petrova@example.org", "[адрес удалён]"),
        ("Писать на Petrova@Example.org.", "Писать на [адрес удалён]."),
        ("<petrova@example.org>, позвонить", "<[адрес удалён]>, позвонить"),
        ("mailto:petrova@example.org?subject=1", "mailto:[адрес удалён]?subject=1"),
        ("a.petrova@example.org", "a.petrova@example.org"),
        ("petrova@example.org.ru", "petrova@example.org.ru"),
        ("petrova@example-org", "petrova@example-org"),
    ],
)
def test_only_the_whole_address_goes(opened: Opened, note: str, left: str) -> None:
    assert forgotten(opened, note) == [left]


def test_texts_that_become_one_stay_with_their_rows(opened: Opened) -> None:
    notes = ("petrova@example.org", "PETROVA@example.org", "[адрес удалён]", "другое")
    assert forgotten(opened, *notes) == ["[адрес удалён]"] * 3 + ["другое"]


def test_no_byte_of_it_is_left_beside_the_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        for day in range(1, 5):
            note = f"{ADDRESS} " * 900 * (day % 2)
            Once(store).remember(PLAN, snapshot(day, row(1, note=note, section=ADDRESS)))
        store.forget(ADDRESS)
        files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert files
    assert [name for name, data in files.items() if b"petrova" in data] == []


def test_it_says_what_it_did_and_what_remains(opened: Opened) -> None:
    with opened() as store:
        Once(store).remember(
            PLAN, snapshot(1, row(1, note=ADDRESS), row(2, 5, status=f"От {ADDRESS}"))
        )
        Once(store).remember("второй", snapshot(1, row(1, measure=ADDRESS)))
        done = store.forget(ADDRESS)
    assert (done.texts, done.snapshots, done.measures) == (3, 2, 3)


def test_titles_lose_it_too(opened: Opened) -> None:
    with opened() as store:
        Once(store).remember(PLAN, replace(snapshot(1), title=f"План, {ADDRESS}", tab=ADDRESS))
        store.forget(ADDRESS)
        left = Once(store).last(PLAN)
    assert left
    assert (left.title, left.tab) == ("План, [адрес удалён]", "[адрес удалён]")


@pytest.mark.parametrize("address", ["", "@", "Петрова", " "])
def test_what_is_no_address_is_refused(opened: Opened, address: str) -> None:
    with opened() as store, pytest.raises(UsageError, match="не адрес"):
        store.forget(address)


def posted(address: str, raw: bytes, kind: str = "between") -> OutgoingLetter:
    return OutgoingLetter(
        day=date(2021, 1, 1),
        kind=kind,
        address=address,
        recipient=address,
        scope="",
        trigger="before-7",
        subject=f"План, {address}",
        message_id="<1@example.org>",
        raw=raw,
        notifications=(Notification(0, ADDRESS, "", None, "undelivered"),),
    )


def test_letters_lose_it_and_do_not_go_any_more(tmp_path: Path) -> None:
    said = MIMEText(f"Не дошло: {ADDRESS}", "plain", "utf-8").as_bytes()
    letters = (
        posted(ADDRESS, b"To: petrova@example.org\r\n\r\n"),
        posted(ADDRESS.upper(), b"\r\n"),
        posted("coordinator@example.org", said, "coordinator"),
        posted("hr@example.org", b"\r\n"),
    )
    with open_store(tmp_path / "s.db") as store:
        with store.writing() as transaction:
            transaction.file(PLAN, letters, snapshot=1, now=snapshot(1).taken)
        store.forget(ADDRESS)
        left = [Once(store).letter(PLAN, id_) for id_ in (1, 2, 3, 4)]
        files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert [str(each.state) for each in left if each] == ["expired"] * 3 + ["pending"]
    assert [each.raw for each in left if each] == [None, None, None, b"\r\n"]
    assert b"petrova" not in files.lower()
    assert b64encode(f"Не дошло: {ADDRESS}".encode())[:24] not in files
