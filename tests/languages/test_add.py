"""The command that appends a sentence to a catalogue writes what a person would have written."""

import gettext
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from sheetsync.languages import DOMAIN, FOLDER, PLANS
from tests.languages.add import add

COUNTED = (
    "{n} swan counted",
    "{n} swans counted",
    "учтён {n} лебедь",
    "учтены {n} лебедя",
    "учтено {n} лебедей",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER / PLANS, tmp_path / PLANS)
    return tmp_path


def text(folder: Path) -> str:
    return (folder / PLANS / "LC_MESSAGES" / f"{DOMAIN}.po").read_text(encoding="utf-8")


def said(folder: Path) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, folder, languages=[PLANS])


def test_a_sentence_is_appended_and_compiled(folder: Path) -> None:
    before = text(folder)
    add(["Feed the “{bird}”.", "Покормите птицу «{bird}»."], folder)
    assert said(folder).gettext("Feed the “{bird}”.") == "Покормите птицу «{bird}»."
    assert text(folder) == (
        f"{before.rstrip()}\n\n#, python-brace-format\n"
        'msgid "Feed the “{bird}”."\nmsgstr "Покормите птицу «{bird}»."\n'
    )


def test_a_sentence_that_counts_has_all_its_forms(folder: Path) -> None:
    add(COUNTED, folder)
    for count, there in ((1, "учтён 1 лебедь"), (3, "учтены 3 лебедя"), (5, "учтено 5 лебедей")):
        assert said(folder).ngettext(*COUNTED[:2], count).format(n=count) == there


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["Feed the birds."], "all 3 of the Russian"),
        (COUNTED[:4], "all 3 of the Russian"),
        (["Columns of the plan", "Столбцы плана"], "already: Columns of the plan"),
        (["Feed the {bird}.", "Покормите: {птица}."], "names птица"),
    ],
)
def test_what_is_wrong_leaves_all_as_it_was(folder: Path, words: Sequence[str], why: str) -> None:
    before = text(folder)
    with pytest.raises(ValueError, match=why):
        add(words, folder)
    assert text(folder) == before
