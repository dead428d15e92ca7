"""Deeds that no list has, told by the measure's own verb: «Заблокировать», «заблокирован»."""

import re
from dataclasses import replace

from sheetsync.model import Progress
from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.readings.in_order import read_case
from sheetsync.words.status.rules import Sign
from sheetsync.words.status.words.stages import FACT
from sheetsync.words.status.words.verbs import INFINITIVE

_TO_DO = pattern(rf"\b{INFINITIVE}")
# Of «-ать» and «-нуть» the participle has the whole stem, of «-ить» all but its vowel.
_PARTICIPLE = {"ть": r"[нт][аоы]?", "ить": r"л?ен[аоы]?"}


def read_own_deed(case: Case, measure: str) -> Progress | None:
    """What a status comes to where its participle is that of the one thing that is to be done."""
    to_do = [found[0] for found in _TO_DO.finditer(fold(measure))]
    if len(to_do) != 1:
        return None
    statements = tuple(
        replace(said, sign=FACT.sign, rule=FACT.name)
        if said.sign is Sign.NOTHING and _tells_of(to_do[0], said.words)
        else said
        for said in case.statements
    )
    if statements == case.statements:
        return None
    return read_case(replace(case, statements=statements))


def _tells_of(verb: str, words: str) -> bool:
    forms = (
        rf"\b{re.escape(verb.removesuffix(ending))}{rest}\b"
        for ending, rest in _PARTICIPLE.items()
        if verb.endswith(ending)
    )
    return any(re.search(form, words) for form in forms)
