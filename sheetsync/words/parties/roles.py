"""Who of several leads: whoever answers comes first, who helps comes behind, who watches last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import fold
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.pieces import Piece, Separator, joiner_case
from sheetsync.words.parties.tokens import PartyToken, Words

_SPREADING = (Separator.COMMA, Separator.AND, Separator.LINE)
# Of what somebody watches: «контроль за исполнением»; whoever has «контроль качества» does it, as a
# «куратор группы» does.
_WATCHED = ("за", "исполн", "выполн", "реализ", "возл")
_LED_BY = ("руководством", "председательством")
_LEADERS = ("рук", "руководитель", "пред", "председатель", "старший")


class _Rank(IntEnum):
    ANSWERS = 0
    ACTS = 1
    HELPS = 2
    WATCHES = 3


# How the words begin that say each.
_STEMS = {
    "соисп": _Rank.HELPS,
    "помощ": _Rank.HELPS,
    "участник": _Rank.HELPS,
    "исп": _Rank.ACTS,
    "отв": _Rank.ANSWERS,
    "контр": _Rank.WATCHES,
    "курат": _Rank.WATCHES,
    "курир": _Rank.WATCHES,
    "согласующ": _Rank.WATCHES,
    "надзор": _Rank.WATCHES,
}


@frozen_positional
class _Role:
    """How a party takes part; in front of it, a role may be that of those behind it, too."""

    rank: _Rank
    spreads: bool = False
    case: str = ""  # in which alone it spreads: «при участии полиции, Отдел кадров»


def lead_first(drafts: list[PartyDraft]) -> list[PartyDraft]:
    """The parties by their roles: of «Контроль – директор; исп. – завуч» the second leads.

    Nobody where all of them only help: «при участии полиции» does not say whom. That one who
    watches, «контроль – директор», is all there is, is a doubt.
    """
    if all(map(_only_joins, drafts)):
        return []
    ranks = list(_ranks(drafts))
    led = [drafts[at] for at in sorted(range(len(drafts)), key=ranks.__getitem__)]
    if min(ranks, default=_Rank.ACTS) > _Rank.ACTS:
        led[0] = replace(led[0], doubt="responsible-watches")
    return led


def watches(words: Words) -> bool:
    """Whether the words say that somebody only watches: «контроль за исполнением»."""
    return _said(words) is _Rank.WATCHES


def _only_joins(draft: PartyDraft) -> bool:
    joint = draft.cluster.first.joint
    return joiner_case(joint) == "gent" and all(word.key not in _LED_BY for word in joint)


def _ranks(drafts: Sequence[PartyDraft]) -> Iterator[_Rank]:
    role: _Role | None = None
    for draft in drafts:
        role = _own_role(draft) or (role if role and _reaches(role, draft) else None)
        yield role.rank if role else _Rank.ACTS


def _reaches(role: _Role, draft: PartyDraft) -> bool:
    cases = draft.cluster.phrase.cases
    fits = not role.case or not cases or role.case in cases
    return role.spreads and fits and draft.cluster.first.link in _SPREADING


def _own_role(draft: PartyDraft) -> _Role | None:
    first = draft.cluster.first
    case = joiner_case(first.joint)
    if case:
        watched = any(_rank(word.key) is _Rank.WATCHES for word in first.joint)
        return _Role(_Rank.WATCHES if watched else _Rank.HELPS, spreads=True, case=case)
    for said in first.asides:
        rank = _said(said)
        if rank is not None:
            return _Role(rank, spreads=_is_in_front(said, first))
    brackets = (b for _, piece in draft.cluster.parts for b in piece.brackets)
    ranks = (_in_brackets(bracket) for bracket in brackets)
    rank = next((rank for rank in ranks if rank is not None), None)
    return None if rank is None else _Role(rank)


def _is_in_front(said: Words, piece: Piece) -> bool:
    return bool(piece.tokens) and said[-1].end <= piece.tokens[0].start


def _said(words: Words) -> _Rank | None:
    """«контроль за исполнением», «общий контроль», «ответственный за контроль»."""
    ranks = [_rank(word.key) for word in words]
    for at in (at for at, rank in enumerate(ranks[:3]) if rank is _Rank.WATCHES):
        of_what = next((word.key for word in words[at + 1 :] if word.key.isalpha()), "за")
        if of_what.startswith(_WATCHED):
            return _Rank.WATCHES
    return next((rank for rank in ranks[:2] if rank not in (None, _Rank.WATCHES)), None)


def _in_brackets(bracket: PartyToken) -> _Rank | None:
    """«(отв.)», «(рук.)», «(отв. исп.)», and no more."""
    words = fold(bracket.text[1:-1]).replace(".", " ").split()
    if len(words) == 1 and words[0] in _LEADERS:
        return _Rank.ANSWERS
    ranks = [_rank(word) for word in words]
    return ranks[0] if ranks and None not in ranks else None


def _rank(key: str) -> _Rank | None:
    if key.startswith("контрольн"):  # «контрольное управление»
        return None
    return next((rank for stem, rank in _STEMS.items() if key.startswith(stem)), None)
