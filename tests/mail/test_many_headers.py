"""A thousand headers of every sort: what is read is what was written, and no line is too long."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr
from functools import cache
from random import Random

from sheetsync.mail.message import build_message
from sheetsync.mail.render import Rendered
from tests.mail.test_message import addressing

MANY = 1_000
SENTENCES = (
    "план мероприятий Профобъединения просрочено нужен ответ «Товарищ» и в по № 4 2 – срок",
    "«круглый стол» Ёлкин, подъём съезд: II-е полугодие! ФНПР 50% digest plan@example.org",
)
WORDS = [word for sentence in SENTENCES for word in sentence.split()]
# What cells hold besides single spaces, and what would begin a header of its own.
GAPS = (" ", " ", " ", "  ", "\t", "\n", "\r\n", "\x0b", "\x0c", "\x00", "\x85", "\u2028", "\u2029")
ATTACKS = ("", "", "", "\nBcc: a@example.org", "\r\n\r\nТело", "\u2028Bcc: a@example.org", "\n x")
ENCODED_WORD = re.compile(rb"=\?[^?]+\?[bq]\?[^?]*\?=")


def phrase(chance: Random) -> str:
    """One to some thirty words, now and then a very long one, with any gaps between them."""
    words = chance.choices(WORDS, k=chance.choice((1, 3, 8, 30)))
    if chance.random() < 0.05:
        words.append("профсоюз" * 30)
    return "".join(word + chance.choice(GAPS) for word in words) + chance.choice(ATTACKS)


def cleaned(text: str) -> str:
    """What a reader should see of it: the words, one space between them."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


def named(name: str) -> str:
    """As the settings hold it: a name whose quotes and commas are in quotes, and an address."""
    escaped = name.replace("\\", "").replace('"', "")
    return f'"{escaped}" <plan@example.org>'


def decoded(value: str) -> str:
    return str(make_header(decode_header(value)))


def wire(subject: str, sender: str, name: str) -> bytes:
    """The headers as a server gets them."""
    rendered = Rendered(subject=subject, text="", html="")
    message = build_message(rendered, replace(addressing(sender=named(sender)), name=name))
    return message.partition(b"\r\n\r\n")[0]


@cache
def letters() -> list[tuple[str, str, str, bytes]]:
    """Subject, sender and addressee of each, and its headers on the wire."""
    chance = Random(20210511)
    texts = [(phrase(chance), phrase(chance), phrase(chance)) for _ in range(MANY)]
    return [(*three, wire(*three)) for three in texts]


def test_headers_of_every_sort_are_read_as_they_were_written() -> None:
    for subject, sender, name, raw in letters():
        read = message_from_bytes(raw)
        assert decoded(read["Subject"]) == cleaned(subject)
        assert decoded(read["To"]) == f"{cleaned(name)} <org@example.org>"
        assert decoded(read["From"]) == f"{cleaned(sender)} <plan@example.org>"
        assert parseaddr(read["From"])[1] == "plan@example.org"


def test_no_text_begins_a_header_or_the_body() -> None:
    usual = message_from_bytes(wire("План", "План", "Отдел")).keys()
    for *_, raw in letters():
        assert message_from_bytes(raw).keys() == usual
    assert "Bcc" not in usual


def test_no_line_and_no_encoded_word_is_longer_than_mail_allows() -> None:
    """RFC 5322, 2.1.1 and RFC 2047, 2."""
    for *_, raw in letters():
        assert raw.isascii()
        assert b"\n" not in raw.replace(b"\r\n", b"")
        assert max(map(len, raw.split(b"\r\n"))) <= 78
        assert max(map(len, ENCODED_WORD.findall(raw))) <= 75
