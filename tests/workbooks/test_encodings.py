"""Text of an encoding that nobody told is read as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetsync.workbooks.text_tables import decoded

PLAN = (
    "N;Мероприятие;Сроки;Ответственные\r\n"
    "1;Провести слёт «Молодёжь»;апрель, май;Отдел организационной работы\r\n"
    "2;ЗАСЕДАНИЕ ПРЕЗИДИУМА;в течение года;Председатель\r\n"
)
BARE = PLAN.replace("«", '"').replace("»", '"')
ONE_BYTE = ["cp1251", "koi8-r", "cp866", "mac_cyrillic", "iso8859-5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_known_by_its_form(encoding: str) -> None:
    assert decoded(PLAN.encode(encoding)).text == PLAN


@pytest.mark.parametrize("encoding", ONE_BYTE)
def test_an_alphabet_is_known_by_how_russian_it_reads(encoding: str) -> None:
    found = decoded(BARE.encode(encoding))
    assert (found.text, found.encoding, found.broken) == (BARE, encoding, ())


@pytest.mark.parametrize("encoding", ONE_BYTE)
@given(lines=st.permutations(BARE.splitlines()))
def test_the_order_of_lines_does_not_matter(encoding: str, lines: list[str]) -> None:
    assert decoded("\n".join(lines).encode(encoding)).encoding == encoding


@pytest.mark.parametrize("place", [20, 60, 100])
def test_a_broken_byte_does_not_make_it_another_encoding(place: int) -> None:
    data = PLAN.encode()
    while data[place] < 0x80 or data[place] >= 0xC0:  # the second byte of a letter
        place += 1
    found = decoded(data[:place] + b"\xff" + data[place + 1 :])
    assert found.encoding == "utf-8"
    assert found.broken == (data[:place].count(b"\n") + 1,)


def test_text_of_one_alphabet_alone_is_plain() -> None:
    assert decoded(b"No,Measure,Due\n1,Seminar,May\n").encoding == "utf-8"
