"""Whether two words tell of the same, as far as their beginnings show: «заявки» and «заявок»."""

from functools import lru_cache

from sheetsync.words.cleaning import common_start
from sheetsync.words.pattern import pattern

_SOUNDS = str.maketrans("шщчжз", "сттдд")  # «посадить», «посажен»
_PREFIX = pattern(
    r"^(?:подо|ото|разо|изо|пере|пред|про|при|под|пре|рас|раз|роз|вос|воз|из|ис|за|на|по|до|от|об|вы"
    r"|со|вз|с|у|о|в)"
    r"(?=[а-я]{3})"
)
_FLEETING = pattern(r"(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[бвгджзклмнпрстфхцчшщ]ь?$)")
_DAYS = frozenset(("дня", "дню", "днем", "дни", "дней"))
# What is before these tells the deed: «закрыт» and «открыт», «отбор» and «собран».
_TURNED = ("кры", "клют", "вод", "вед", "вез", "бра")
# «Снос» and «снесён», «вывоз» and «вывезен», «набор» and «набран», with the sounds of `_SOUNDS`.
_VOWELS = (
    *(("нос", "нес"), ("воз", "вез"), ("вод", "вед"), ("бор", "бра"), ("дата", "дан")),
    *(
        ("ыгрыс", "ыгра"),
        ("сив", "сит"),
        ("граддение", "городен"),
        ("ъемка", "нят"),
        ("мыть", "мыли"),
    ),
)


def have_one_root(one: str, other: str) -> bool:
    """As far as their beginnings tell: «куплен», «закупка»."""
    a, b = _root(one), _root(other)
    if a.startswith(_TURNED) and b.startswith(_TURNED) and one[:2] != other[:2]:
        return False
    bare = common_start(a, b) >= (3 if min(len(a), len(b)) <= 5 else 4)
    one, other = (each.removeprefix("пере").translate(_SOUNDS) for each in (one, other))
    # «Страхование», «застрахован»: only one of them has a prefix.
    alike = any(common_start(*pair) >= 5 for pair in ((one, other), (one, b), (a, other)))
    return bare or alike or _is_done_to(one, other) or _is_done_to(other, one)


def _is_done_to(participle: str, verb: str) -> bool:
    """«Подана» of «подать», «выявлены» of «выявить», «снят» of «снять»."""
    stem = verb.removesuffix("ть")
    if stem == verb:
        return False
    if stem.endswith("и") and participle.startswith((f"{stem[:-1]}ен", f"{stem[:-1]}лен")):
        return True
    return participle.startswith(stem if len(stem) >= 4 else f"{stem}т")


@lru_cache(maxsize=4096)
def _root(word: str) -> str:
    bare = word.removesuffix("ся").removesuffix("сь").removeprefix("пере")
    root = _PREFIX.sub("", bare, count=1).translate(_SOUNDS)
    return next((verbal for noun, verbal in _VOWELS if root == noun), root)


def is_same_noun(one: str, other: str) -> bool:
    """Whether two words are forms of one noun, as far as their beginnings tell."""
    one, other = ("день" if word in _DAYS else word for word in (one, other))
    letters = max(_needed(min(len(one), len(other))), 1)
    # «Уголь» and «угля»: the vowel of the last syllable comes and goes.
    forms = ((one, other), (_FLEETING.sub("", one), other), (one, _FLEETING.sub("", other)))
    return any(common_start(*pair) >= letters for pair in forms)


def _needed(letters: int) -> int:
    """How many letters two forms of a noun share, of which the shorter has so many."""
    return letters if letters < 4 else max(letters - 3, 4) if letters > 4 else 3
