"""Who is named in «Ответственные»: the parties of a phrase, each in the nominative."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from sheetsync.model import Doubt, Party, Responsibles
from sheetsync.words.cleaning import fold, has_cyrillic, in_one_alphabet, tidy
from sheetsync.words.parties.abbreviations import spelled_out
from sheetsync.words.parties.asides import absence
from sheetsync.words.parties.brackets import (
    executor_in,
    inside,
    is_own_abbreviation,
    lists_fields,
    names_another,
    names_somebody,
    names_successor,
    takes_over,
)
from sheetsync.words.parties.english import Named, read_english
from sheetsync.words.parties.holders import holds, with_holders, with_role
from sheetsync.words.parties.lexicon import DEGREES, DITTO
from sheetsync.words.parties.lines import BARE_INITIALS, lines, with_whole_words
from sheetsync.words.parties.naming import PartyDraft, drafts, list_cases, with_holder
from sheetsync.words.parties.owners import with_owners, without_pronouns
from sheetsync.words.parties.persons import find_people
from sheetsync.words.parties.pieces import Cluster, Separator, pieces, without_deeds
from sheetsync.words.parties.places import is_place, with_places
from sheetsync.words.parties.remarks import hands_over, told_deadline, without_remarks
from sheetsync.words.parties.roles import lead_first
from sheetsync.words.parties.run_together import with_lost_borders
from sheetsync.words.parties.splitting import clusters
from sheetsync.words.parties.tokens import (
    TokenKind,
    Tokens,
    Words,
    is_person,
    masked,
    names_person,
    tokens,
)
from sheetsync.words.parties.told_apart import with_own_names
from sheetsync.words.vocabulary import Morphology, Vocabulary

# Commas inside brackets belong to the remark.
_BRACKET = re.compile(r"\(([^()]+)\)")
_OWN_SHORT = re.compile(r"\(([^\W\d_]+[А-ЯЁ][^\W\d_]*)\)\Z")
_TELLING = 4  # letters of a word that are alike in all of its forms
_BEHIND = re.compile(r" ?\((?P<what>[^\W\d_][^()]*)\)")
_BORDER = re.compile(r"[,;\n](?![^()]*\))")


@lru_cache(maxsize=4096)  # a plan says the same day after day
def read_responsibles(
    text: str, *, morphology: Morphology, known: tuple[str, ...] = (), column: str = ""
) -> Responsibles:
    """The parties that a cell names: the lead first, the others by how they take part.

    Never raises. Every letter of the text lies in the `text` of a party or in `unused`. Words
    that name nobody at all («те же») are a doubt; an empty text has neither parties nor doubts.
    Pass one `Vocabulary` for many phrases: it remembers the words. `known` are names of the roster
    that hold a comma or «и» and are never parted there, the longest first. `column` is the case
    that the cells around show (`parties.columns`): what may be of several is read in it.
    """
    vocabulary = Vocabulary.of(morphology)
    line = with_whole_words(lines(text), vocabulary)
    if fold(line).strip(" .,;") in DITTO or not any(c.isalnum() for c in line):
        return _nobody(text)
    plain = without_remarks(in_one_alphabet(line))
    if not any(c.isalnum() for c in plain):
        return _nobody(text)
    found = (
        _parties(plain, vocabulary, known, column)
        if has_cyrillic(plain)
        else read_english(plain, known)
    )
    found = _told_apart(_each_once(found), line)
    parties = tuple(Party(name=n.name, text=tidy(line[n.start : n.end])) for n in found)
    if not parties:
        return _nobody(text)
    doubts = tuple(
        Doubt(code=one.doubt, quote=party.text)
        for one, party in zip(found, parties, strict=True)
        if one.doubt
    )
    unused = _unused(line, found)
    deadline = told_deadline(unused)
    if len(parties) > 1 and hands_over(line, unused):
        doubts += (Doubt(code="responsible-hands-over", quote=parties[0].text),)
    elif deadline:
        doubts += (Doubt(code="responsible-deadline", quote=deadline),)
    return Responsibles(text=text, parties=parties, unused=unused, doubts=doubts)


def abbreviation_of(party: Party) -> str:
    """«УРиУ» of «Управление рынка и услуг (УРиУ)», "" where the cell gives none."""
    found = _OWN_SHORT.search(party.text)
    return found[1] if found else ""


def _each_once(found: Sequence[Named]) -> tuple[Named, ...]:
    """People are named again in the next line; bodies may differ by what is cut away."""
    first: dict[str, Named] = {}
    for at, one in enumerate(found):
        first.setdefault(one.name if BARE_INITIALS.search(one.name) else str(at), one)
    return tuple(first.values())


def _told_apart(found: Sequence[Named], line: str) -> tuple[Named, ...]:
    """«Инженер (ПТО), инженер (ОКС)»: what tells parties of one name apart belongs to it."""
    behind = [_BEHIND.match(line, one.end) for one in found]
    told: dict[str, set[str]] = {}
    for one, bracket in zip(found, behind, strict=True):
        told.setdefault(fold(one.name), set()).add(fold(bracket["what"]) if bracket else "")
    apart = {name for name, brackets in told.items() if len(brackets) > 1 and "" not in brackets}
    return tuple(
        replace(one, name=f"{one.name} ({bracket['what']})", end=bracket.end())
        if bracket and fold(one.name) in apart
        else one
        for one, bracket in zip(found, behind, strict=True)
    )


def _nobody(text: str) -> Responsibles:
    words = tidy(text)
    if not words:
        return Responsibles(text=text)
    doubt = Doubt(code="responsible-unknown", quote=words)
    return Responsibles(text=text, unused=(words,), doubts=(doubt,))


def _parties(
    line: str, vocabulary: Vocabulary, known: tuple[str, ...], column: str
) -> tuple[Named, ...]:
    if not line.isupper():
        parties = _drafts(line, vocabulary, known, column)
    else:
        # Few cells are all in capitals, and a run without any need not wait for this.
        from sheetsync.words.parties.capitals import calmed, shouted

        calm = calmed(line, vocabulary)
        parties = _drafts(calm, vocabulary, known, column)
        if calm != line:
            parties = [replace(draft, words=shouted(draft.words)) for draft in parties]
    return tuple(Named(draft.name(), draft.start, draft.end, draft.doubt) for draft in parties)


def _drafts(
    line: str, vocabulary: Vocabulary, known: tuple[str, ...], column: str
) -> list[PartyDraft]:
    listed = _listed(_with_known(line, known), vocabulary, column=column)
    held = with_holders(listed, vocabulary)
    return lead_first(without_pronouns(with_owners(held, vocabulary), vocabulary))


def _with_known(line: str, known: tuple[str, ...]) -> Tokens:
    """The tokens of the line, each name of the roster as one of them."""
    words, places = masked(line, known)
    return tuple(
        replace(token, text=line[token.start : token.end], kind=TokenKind.SHORT)
        if places.get(token.start) == token.end
        else token
        for token in tokens(words)
    )


def _listed(words: Words, vocabulary: Vocabulary, *, column: str = "") -> list[PartyDraft]:
    placed = with_places(words, vocabulary)
    people = find_people(spelled_out(placed, vocabulary), vocabulary)
    people = with_lost_borders(people, vocabulary)
    cut = with_own_names(without_deeds(pieces(people), vocabulary), vocabulary)
    groups = _without_details(clusters(cut, vocabulary))
    found: list[PartyDraft] = []
    for section in _sections(groups):
        cases = list_cases(section, column=column)
        unheld = False  # «Инженер, он же завхоз, Лось Н.Н.»: the name of both comes last
        for cluster in section:
            own = drafts(cluster, cases, vocabulary)
            named = _bracketed(own, cluster, cases, vocabulary)
            holder = unheld and is_person(cluster.words)
            unheld = cluster.first.link is Separator.ALSO and not any(
                each.names_person() for each in (*found[-1:], *named)
            )
            if found and (holder or cluster.first.link is Separator.ALSO):
                found[-1] = with_role(found[-1], named)
            else:
                found += named
    return found


def _without_details(found: Iterable[Cluster]) -> list[Cluster]:
    """Those with a word, without «д. Калинки» or «проф.» behind a name: it is that person's."""
    kept: list[Cluster] = []
    named = False
    for cluster in found:
        words = cluster.words
        by_comma = cluster.first.link is Separator.COMMA
        title = by_comma and len(words) == 1 and words[0].key in DEGREES
        if named and (title or all(map(is_place, words))):
            continue
        if any(c.isalpha() for word in words for c in word.text):
            named = names_person(words)
            kept.append(cluster)
    return kept


def _sections(groups: Sequence[Cluster]) -> list[list[Cluster]]:
    """The clusters between two joiners («совместно с»): each such list has a case of its own."""
    sections: list[list[Cluster]] = []
    for cluster in groups:
        if cluster.first.case or not sections:
            sections.append([])
        sections[-1].append(cluster)
    return sections


def _bracketed(
    own: list[PartyDraft], cluster: Cluster, cases: Sequence[str], vocabulary: Vocabulary
) -> list[PartyDraft]:
    """The parties of a cluster, changed by what stands in brackets after them."""
    for bracket in (b for _, piece in cluster.parts for b in piece.brackets):
        content = find_people(inside(bracket), vocabulary)
        acts = executor_in(content, vocabulary) or content[absence(content) :]
        if len(acts) < len(content) or names_another(content, vocabulary):
            own += _listed(acts, vocabulary)
            continue
        last = own[-1]
        if is_own_abbreviation(last.words, bracket.text[1:-1]):
            own[-1] = replace(last, end=max(last.end, bracket.end))
            continue
        if lists_fields(last, content, vocabulary):
            colon = replace(last.words[-1], text=":", key=":", kind=TokenKind.MARK)
            own[-1:] = _listed((*last.words, colon, *content), vocabulary)
        if names_successor(last, content):
            own[-1:] = _listed(content, vocabulary)
        if not names_somebody(content, vocabulary):
            continue
        if holds(content, last.words, vocabulary):
            held = with_holder(last, content[0], cases, vocabulary)
            own[-1] = replace(held, end=max(held.end, bracket.end))
        elif takes_over(last, content, vocabulary):
            own[-1:] = _listed(content, vocabulary) or [last]
    return own


def _unused(line: str, named: Sequence[Named]) -> tuple[str, ...]:
    """The words in no party's place, cut at commas."""
    gaps, at = [], 0
    for party in sorted(named, key=lambda party: party.start):
        gaps.append(line[at : party.start])
        at = max(at, party.end)
    cut = (words for gap in (*gaps, line[at:]) for words in _BORDER.split(gap))
    said = (*cut, *_left_inside(line, named))
    return tuple(_trimmed(words) for words in said if any(c.isalnum() for c in words))


def _left_inside(line: str, named: Sequence[Named]) -> Iterator[str]:
    """Brackets amid a party's place that its name does not have."""
    for bracket in _BRACKET.finditer(line):
        around = (n for n in named if n.start < bracket.start() and bracket.end() < n.end)
        party = next(around, None)
        if party and fold(bracket[1])[:_TELLING] not in fold(party.name):
            yield bracket[0]


def _trimmed(words: str) -> str:
    """Without commas around it, nor a bracket that ends in a party's place."""
    lone = words.count("(") > words.count(")")
    return tidy(words).strip(" ,;(" if lone else " ,;")
