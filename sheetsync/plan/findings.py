"""Every finding by its code: how much it matters, what it says, what to write instead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sheetsync.model import Columns, Doubt, Finding, Severity
from sheetsync.model.grouping import grouped
from sheetsync.model.language import (
    Language,
    Message,
    Words,
    all_quoted,
    gettext_lazy,
    joined,
    say,
)
from sheetsync.plan.finding_texts import FindingText
from sheetsync.plan.finding_texts.cells import ABOUT_CELLS
from sheetsync.plan.finding_texts.columns import ABOUT_COLUMNS
from sheetsync.plan.finding_texts.tables import ABOUT_TABLES
from sheetsync.words.cleaning import tidy
from sheetsync.words.clipping import clip, cut


class Remark(NamedTuple):
    """A doubt about a row of a table; `field` is set where it stands in another than its column."""

    row: int
    doubt: Doubt
    field: str = ""


CATALOGUE: dict[str, FindingText] = ABOUT_TABLES | ABOUT_COLUMNS | ABOUT_CELLS
_QUOTED, _HINT, _NUMBER, _KEY, _LISTED = 200, 400, 20, 120, 120  # characters


def finding(doubt: Doubt, *, row: int, number: str, columns: Columns, field: str = "") -> Finding:
    """The doubt about a cell of this row, with its place in the sheet.

    `field` is the column where its words stand, if not in the one that the code is about.
    """
    text = CATALOGUE[doubt.code]
    field = field or text.field
    unmarked = "" if columns.takes_marks else text.unmarked
    # A cell may hold 32,767 characters; who reads a finding needs to recognise it, not more.
    return Finding(
        code=doubt.code,
        severity=text.severity,
        row=row,
        column=columns.letters.get(field, ""),
        header=columns.headers.get(field, ""),
        number=clip(number, _NUMBER),
        sentence=text.sentence,
        suggestion=unmarked or text.suggestion,
        quote=clip(doubt.quote, _QUOTED),
        hint=doubt.hint,
        advice=doubt.advice,
        tab=columns.tab,
    )


def sentence_of(finding: Finding, language: Language) -> str:
    """What is wrong, on one line whatever breaks the cell has."""
    return tidy(_filled(finding.sentence, finding, language))


def suggestion_of(finding: Finding, language: Language, *, coordinator: bool = False) -> str:
    """What to write instead, or what to do where the `coordinator` reads it."""
    # What is wrong in a registry of plans has words of its own.
    known = CATALOGUE.get(finding.code) if coordinator else None
    own = known.own if known else ""
    said = own or finding.suggestion
    return say(finding.advice, language) or _filled(said, finding, language)


def finding_words(finding: Finding, language: Language, *, coordinator: bool = False) -> str:
    """What is wrong, and what to write instead."""
    suggestion = suggestion_of(finding, language, coordinator=coordinator)
    return f"{sentence_of(finding, language)} {suggestion}".strip()


def words_of_alike(alike: Sequence[Finding], language: Language) -> str:
    """What findings of one sort say to the coordinator, in one sentence where there is one."""
    names = list(dict.fromkeys(finding.quote for finding in alike))
    sentence = _of_several(alike[0])
    if not sentence or len(names) == 1:
        return finding_words(alike[0], language, coordinator=True)
    names = [clip(name, _LISTED) for name in names]
    return say(gettext_lazy(sentence, names=all_quoted(", ", names)), language)


def _of_several(finding: Finding) -> str:
    text = CATALOGUE.get(finding.code)  # a remembered one may be of another version
    return text.several if text else ""


def alike_findings(findings: Iterable[Finding], language: Language) -> list[list[Finding]]:
    """Findings that say the same of the same column together, each group where its first stands."""

    def alike(finding: Finding) -> tuple[str, ...]:
        said = finding_words(finding, language, coordinator=True)
        sort = finding.code if _of_several(finding) else said
        return finding.severity, finding.tab, finding.column, sort

    return list(grouped(findings, alike).values())


def doubt_message(doubt: Doubt) -> Message:
    """What a doubt says and advises, where it is about no row."""
    text = CATALOGUE[doubt.code]
    named = (("quote", clip(tidy(doubt.quote), _QUOTED)), ("hint", doubt.hint))
    advice = doubt.advice or Message(sentence=text.suggestion, values=named)
    return joined(" ", (Message(sentence=text.sentence, values=named), advice))


def finding_key(finding: Finding) -> str:
    """What tells it from others of its code and row, whatever language it was told in."""
    fields: dict[str, Words] = {"quote": finding.quote, "hint": finding.hint}
    # Not our own words, which are said in a language, nor a field that the sentence leaves out: it
    # would make old remarks news.
    said = (
        words
        for name, words in fields.items()
        if words and isinstance(words, str) and f"{{{name}}}" in finding.sentence
    )
    return cut(" | ".join(said), _KEY)


def key_of_old(finding: Finding, russian: Language) -> str:
    """The `finding_key` of versions up to 0.1.0: by the Russian sentence."""
    return cut(_filled(finding.sentence, finding, russian), _KEY)


def _filled(message: str, finding: Finding, language: Language) -> str:
    # Words of a cell, too: it may hold 32,767 characters.
    hint = clip(say(finding.hint, language), _HINT)
    text = language.gettext(message).format(quote=finding.quote, hint=hint)
    # A day in words ends with a full stop of its own: «19 марта 2026 г.»
    return text[:-1] if text.endswith("..") and not text.endswith("...") else text


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by severity, then in the sheet's order."""
    worst = list(Severity)
    return tuple(sorted(findings, key=lambda f: (worst.index(f.severity), f.row, f.column)))


def put_right(
    before: Iterable[Finding], now: Iterable[Finding], moved: Mapping[int, int]
) -> tuple[Finding, ...]:
    """The findings of before that are none any more, in the rows where their measures are now.

    `moved` says by the row of then where a measure is now, 0 where it is gone: it has none.
    """
    still = {_sign(finding) for finding in now}
    here = (replace(finding, row=moved.get(finding.row, 0)) for finding in before)
    return tuple(finding for finding in here if finding.row and _sign(finding) not in still)


def _sign(finding: Finding) -> tuple[str, int, str]:
    # Not by hint or sentence: they may name another row, which moves as the plan is edited.
    return finding.code, finding.row, finding.quote
