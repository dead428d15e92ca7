"""Adjectives that tell things of one name apart: «весенний» and «осенний субботник»."""

from collections.abc import Iterable

from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import any_of

ADJECTIVE = pattern(
    r"[а-я-]{2,}(?:[иыо]й|[шщжн]ей|[ая]я|[ое]е|[ую]ю|ые|(?<![нт])ие|[ыи]х|[ое]го|[ое]му|[ыи]ми?|[ое]м)$"
)
"""A word that ends as one."""

_ENDING = pattern(r"(?:[иыое]й|[ая]я|[ое]е|[ую]ю|[ыи]е|[ыи]х|[ое]го|[ое]му|[ыи]ми?|[ое]м)$")
# Beginnings, a line of such as exclude each other.
_ROWS = tuple(
    tuple(row.split())
    for row in (
        "весенн осенн летн зимн",
        "ночн дневн утренн вечерн",
        "детск взросл",
        "мужск женск",
        "внеплан планов",
        "первичн повторн вводн",
        "финальн полуфинальн четвертьфинальн отборочн",
        "школьн городск районн областн краев региональн всероссийск муниципальн республиканск",
        "больш мал средн",
        "постоянн временн",
        "годов полугодов квартальн месячн",
        "верхн нижн",
        "прав лев",
        "четн нечетн",
        "главн запасн",
        "горяч холодн",
        "капитальн косметическ текущ",
        "старш младш средн подготовительн",
        "красн зелен син желт бел черн цветн",
        "перв втор трет четверт пят шест седьм восьм девят десят",
    )
)
# What any thing may be called besides: «весёлый», «итоговый», «выездной субботник».
_OF_ANY = pattern(
    any_of(
        """
        нов стар очередн итогов торжеств празднич весел общ совместн выездн открыт традицион
        масштабн отчетн необходим соответств так эт данн сам тематич интересн замечат красив ярк
        добр настоящ полн един электрон дополнит указан намечен заплан назван последн следующ прошл
        ежегодн ежекварт ежемесяч обязат расширен внеочеред дистанц заочн очн практич полезн
        крупн отличн хорош прекрасн трудов творческ литератур познават
        семейн дружеск благотвор вс кажд люб друг наш сво котор
        """
    )
)


def are_of_two_kinds(own: Iterable[str], said: Iterable[str]) -> bool:
    """Whether what a mark calls a thing excludes what its measure calls it.

    «Весенний» excludes «осенний», «кадровый» «финансовый», and «весёлый» nothing.
    """
    pairs = [(_stem(one), _stem(other)) for one in own for other in said]
    if any(one == other for one, other in pairs):
        return False
    if any(_exclude(*pair) for pair in pairs):
        return True
    # «Противопожарный» may stand for «пожарный».
    if any(one in other or other in one for one, other in pairs):
        return False
    return any(_tells(one) and _tells(other) for one, other in pairs)


def _stem(adjective: str) -> str:
    return _ENDING.sub("", adjective)


def _exclude(one: str, other: str) -> bool:
    members = ((_member(one, row), _member(other, row)) for row in _ROWS)
    return any(first and second and first != second for first, second in members)


def _member(stem: str, row: tuple[str, ...]) -> str | None:
    return next((each for each in row if stem.startswith(each)), None)


def _tells(stem: str) -> bool:
    """Whether it tells one thing of the name from the others, by no row."""
    return not _OF_ANY.match(stem) and not any(_member(stem, row) for row in _ROWS)
