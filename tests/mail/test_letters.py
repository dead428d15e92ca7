"""Letters as they are read: rendered bodies compared with golden files, awkward ones included."""

import base64
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from sheetsync.config.schema import Settings
from sheetsync.digest.letter_kinds import LETTER_KINDS
from sheetsync.digest.letter_words import in_words
from sheetsync.languages import CODES, load_language
from sheetsync.model import CoordinatorAlert, Digest, Entry, Letter, Topic
from sheetsync.model.frozen import fields_of
from tests.builders import measure, plan
from tests.digest.digests import LETTERHEAD, digest_item, item, of_topic
from tests.mail.composed import Composer
from tests.mail.letters import (
    APRIL,
    COORDINATOR,
    GOLDEN,
    MEMBER_REQUEST,
    MONTHLY,
    MONTHLY_NEWS,
    NAMED_WITH_SIGNS,
    WHOLE_ENTRY,
)

FOLDER = Path(__file__).parents[1] / "golden"
UNSHARED = {
    "monthly/workbook",
    "monthly/whole-entry",
}  # what a plan in a file has no links for is said in words
CASES = [(name, code) for name in GOLDEN for code in CODES]


def letter(digest: Digest, code: str = "ru", *, shared: bool = True) -> Letter:
    unshared = replace(LETTERHEAD, cell_link=lambda *_, **__: "", table_url="")
    return in_words(digest, plan(), LETTERHEAD if shared else unshared, load_language(code))


@pytest.mark.parametrize(("name", "code"), CASES)
def test_the_letter_reads_as_it_was_approved(
    name: str, code: str, composed: Composer, request: pytest.FixtureRequest
) -> None:
    found = composed(GOLDEN[name], code, shared=name not in UNSHARED)
    for suffix, text in (("txt", f"{found.subject}\n\n{found.text}"), ("html", found.html)):
        path = FOLDER / f"{name}.{code}.{suffix}"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_a_kind_of_letter_has_all_that_it_needs(kind: str) -> None:
    section = getattr(LETTER_KINDS[kind].to, "section", "coordinator")
    assert section in fields_of(Settings), f"Add the section [{section}] to config/schema.py."
    shown = {digest.kind for digest in GOLDEN.values()}
    assert kind in shown, f"Add a letter of {kind} to `GOLDEN` in tests/mail/letters.py."


@pytest.mark.parametrize("kind", LETTER_KINDS)
@pytest.mark.parametrize("code", CODES)
def test_any_section_is_shown_in_a_letter_of_any_kind(
    kind: str, code: str, composed: Composer
) -> None:
    everything = replace(
        MONTHLY_NEWS,
        kind=kind,
        curator="Отдел организационной работы",
        topics={**MONTHLY.topics, **MEMBER_REQUEST.topics},
        alerts=COORDINATOR.alerts,
        standing={},
        introduces=True,
    )
    found = letter(everything, code)
    html = composed(everything, code).html
    for section in found.sections:
        assert f">{section.heading}</h2>" in html
    assert {*everything.topics, "news", "finding"} <= {section.topic for section in found.sections}


@pytest.mark.parametrize("code", CODES)
def test_both_halves_of_a_letter_show_all_of_an_entry(code: str, composed: Composer) -> None:
    whole = letter(WHOLE_ENTRY, code, shared=False).sections[0].entries[0]
    values = {name: getattr(whole, name) for name in fields_of(Entry)}
    empty = [name for name, value in values.items() if not value]
    assert not empty, f"Fill these in an entry of `WHOLE_ENTRY` in tests/mail/letters.py: {empty}"
    found = composed(WHOLE_ENTRY, code, shared=False)
    for half in (found.text, unescape(re.sub("<[^>]*>", " ", found.html))):
        said = " ".join(half.split())
        for name, value in values.items():
            words = value if isinstance(value, tuple) else (value,)
            shown = [each for each in words if isinstance(each, str)]
            assert all(each in said for each in shown), f"{name} in templates/email/_base/parts.*"
        assert load_language(code).gettext("new") in said
    assert f'href="{whole.links[0].url}"' in unescape(found.html)  # of links the text has none


def test_words_of_the_sheet_are_never_markup(composed: Composer) -> None:
    html = composed(NAMED_WITH_SIGNS).html
    assert "<b>списки" not in html
    assert "&lt;b&gt;списки&lt;/b&gt; &amp; «акты»" in html


@pytest.mark.parametrize(("name", "code"), CASES)
def test_the_text_part_holds_no_markup_and_no_long_line(
    name: str, code: str, composed: Composer
) -> None:
    text = composed(GOLDEN[name], code).text
    lines = [line for line in text.splitlines() if "://" not in line]
    assert max(map(len, lines)) <= 72
    assert not re.search(r"</?(?:p|a|td|tr|li|h2)\b|&\w+;", text)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_subject_has_at_most_60_characters(name: str, code: str) -> None:
    found = letter(GOLDEN[name], code)
    assert len(found.subject) <= 60
    assert found.preheader


@pytest.mark.parametrize("name", GOLDEN)
def test_a_russian_letter_has_no_english_words(name: str, composed: Composer) -> None:
    foreign = r"\S+@\S+|https?:\S+|\S+\.toml|550 5.1.1 User unknown|</?b>"
    assert re.findall(r"[A-Za-z]{2,}", re.sub(foreign, "", composed(GOLDEN[name]).text)) == []


@pytest.mark.parametrize(("name", "code"), CASES)
def test_looks_are_a_matter_of_css_alone(name: str, code: str, composed: Composer) -> None:
    """What HTML calls obsolete is an error to validators; Word has the one comment of its own."""
    html = re.sub("<!--.*?-->", "", composed(GOLDEN[name], code).html)
    tags = "".join(re.findall("<[a-z][^>]*>", html))
    assert not re.search(r" (?:align|valign|width|height|bgcolor|border|cell[a-z]+)=", tags)


def test_a_number_and_its_word_stay_in_one_line(composed: Composer) -> None:
    late = digest_item(item(due=APRIL, of=measure("4", text="Смета № 5, 30 чел.")), "late-10")
    found = composed(replace(MONTHLY, topics=dict([of_topic(Topic.OVERDUE, late)])))
    kept = ("2021\u00a0г.", "№\u00a05", "30\u00a0чел.", "п.\u00a04", "30\u00a0апреля")
    assert [words for words in kept if words not in found.html] == []
    assert "\u00a0" not in found.text
    hidden = "".join(re.findall("<style.*?</style>|<[^>]*>", found.html, re.DOTALL))
    assert "\u00a0" not in hidden


def test_a_subject_names_the_worst_first() -> None:
    assert letter(MONTHLY).subject == "План 2021: просрочено 2, скоро срок у 1, нужен ответ по 2"


@pytest.mark.parametrize("alerts", [(), COORDINATOR.alerts * 20], ids=["items", "notices too"])
def test_a_letter_full_of_everything_stays_under_100_kb(
    alerts: tuple[CoordinatorAlert, ...], composed: Composer
) -> None:
    """Gmail cuts what is longer; the encoded size is the one to be safe by."""
    late = [
        digest_item(item(due=APRIL, of=measure(str(n), text="Слово " * 100)), "late-10", new=True)
        for n in range(1, 41)
    ]
    topics = [Topic.OVERDUE, Topic.DUE_SOON, Topic.UNREAD, Topic.ASK, Topic.WAITING, Topic.UPCOMING]
    many = replace(MONTHLY_NEWS, topics=dict(of_topic(topic, *late) for topic in topics))
    html = composed(replace(many, alerts=alerts)).html
    assert ">п.\u00a01–40</" in html  # of a section without a word
    assert len(base64.encodebytes(html.encode())) < 100_000


def test_links_lead_to_the_row_and_to_a_prefilled_answer() -> None:
    (first, *_) = letter(MONTHLY).sections[0].entries
    assert first.links[0].url == "https://example.org/plan#E5"
    assert first.links[1].url.startswith("mailto:coordinator@example.org?subject=%D0%9F")
    assert "\n" not in "".join(link.url for link in first.links)
