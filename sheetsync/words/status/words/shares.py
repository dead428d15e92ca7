"""Per cent, shares and counts in a statement: how much of the whole was done."""

import re

from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import MONTH

_PERCENT = pattern(
    r"(?<![\d.,])(\d{1,3})(?:[.,]\d+)?\s*(?:%|проц\b|процент\w*|percent)"
    r"|процент\w* (?:(?:вы|ис)полнени\w+\W+)?(?:на )?(\d{1,3})\b"
)
# «Из 3х», «из 5-ти» as well, «вместо 5» of what was to be.
_TOTAL = rf"(?:из|of|вместо)\s*(\d{{1,5}})(?:-?(?:[хи]|ти|ми)\b|\b)(?! {MONTH})"
# The other way round: «из 5 рейдов проведено 3».
_OUT_OF = pattern(rf"\b{_TOTAL}\D{{0,40}}?(?<![\d.])(\d{{1,5}})\b(?![.:]\d)")
_SHARE = pattern(rf"(?<![\d.])(\d{{1,5}})\s*(?:[а-я]+\.?\s+){{0,2}}{_TOTAL}")
# What was done beside what was to be: «212 чел. при плане 180», «860 вместо 700».
_TO_PLAN = pattern(
    r"(?<![\d.])(\d{1,6})(?! ?г(?:ода?|оду)?\b)\D{0,25}\b(?:(?:при|по|из) (?:план|норм|выборк"
    r"|квот)\w*(?: в)?"
    r"|вместо) (\d{1,6})\b(?! ?г)[\w.]*"
    r"(?: по плану\b)?"
)
# «Посеяно 420 га (план 420)».
_PLAN_BESIDE = pattern(
    r"(?<=[\w.]) ?\((?:при )?(?:план|заказ|тираж|норм|задани)\w* ?[-:]? ?(\d{1,3}(?: \d{3})+"
    r"|\d{1,6})"
    r"[\w. ]{0,8}\)"
)
_PLAN_AFTER = pattern(r"(\d[^,;()]{0,40}), план\w* ?[-:]? ?(\d{1,6})\W*$")
# «Из 5 – 2»
_OF_LABELLED = pattern(r"\bиз (\d{1,5}) ?(?:-|:) ?(\d{1,5})\b(?![.:]\d)")
# «План 10, факт 12», «по плану 4, проведено 4».
_UNIT = r"(?: ?(?!факт|при)[а-я]{2,6}\b\.?)?"
_DONE_OF = r"(?:факт\w*|(?:выполн|исполн|провед|сдела)\w+)"
_PLAN_FIRST = pattern(
    rf"(?:по )?план\w*\W+(\d{{1,6}}){_UNIT}\s*[,;/]?\s*(?:по )?{_DONE_OF}\W+(\d{{1,6}}){_UNIT}\W*"
)
_FACT_FIRST = pattern(
    rf"факт\w*\W+(\d{{1,6}}){_UNIT}\s*(?:при|[,;/]|из)?\s*план\w*\W+(\d{{1,6}}){_UNIT}\W*"
)
_OF_BESIDE = pattern(r" \((из \d{1,5}(?: [а-я.]+)?)\)")  # «2 камеры (из 6)»
# «1800 карточек (всего около 5000)»; with a word of its own it counts another thing: «5 бесед
# (всего 120 чел.)».
_WHOLE_BESIDE = pattern(
    rf"(?<![\d.,])(\d{{1,5}})\b(?! (?:{MONTH}|гг?|год[ау]?)\b)((?: [а-я]+)?)(\D{{0,40}}?)"
    r"(?: \(|[,.;] )(?:[а-я]+ )?"
    r"(?:всего|нужно|надо|требу[ею]тся|требовалось|планировалось|необходимо|подлеж\w+|должно быть"
    r"|общ\w+ (?:числ|колич|длин|площад|протяж)\w+"
    r"|записан\w*|положено|потребность|предусмотрен\w*|рассчитан\w* на"
    r"|в (?:штате|школе|классе|группе|пос[её]лке|селе|районе|цехе|отделе|доме|списке)"
    r"|на (?:балансе|уч[её]те|участке))\W+"
    r"(?:(?!еще)[а-я]+ ){0,2}(\d{1,5})(?:\2)?(?:\)|[ .]*$)"
)
# «Выявлено 12 нарушений, устранено 8».
_OF_FOUND = pattern(
    r"\b(?:выявл|обнаруж|найд|собра|поступ|заявл|запланир"
    r"|намеч)\w* (?:[а-я]+ - )?(\d{1,5})\b( [а-я]+)?, "
    r"([а-я]+[нт][оаы] \d{1,5})\b(?=\W*$|[,.;])"
)
_COUNTED = r"(?:позици|вопрос|пункт|заяв|задач|замечани|обращени|поручени|нарушени|item|issue|task)"
# «Закрыто 40 позиций, открыто 12»: these are left.
_SETTLED = pattern(
    r"\b(?:закры[тл]|решен|решил|устран|выполнен|исполнен|отработан|снят)\w* \d+\b(?![./]\d)"
    r"|\b\d+ (?:[а-я]+ )?(?:закрыт|решен|выполнен)\w*"
    rf"|\b\d+ (?:{_COUNTED}\w* )?(?:closed|resolved|done|completed)\b"
    r"|\b(?:closed|resolved|done|completed) \d+\b"
)
_OPEN = pattern(
    rf"\b(?:открыт[аоы]?|open) (?P<first>[1-9]\d*)\b(?![./]\d)(?! (?!{_COUNTED})[^\W\d_])"
    rf"|\b(?P<last>[1-9]\d*) (?:{_COUNTED}\w* )?(?:еще )?(?:still )?(?:открыт[аоы]?|open)\b"
)
# «Готовность – 0,7».
_READINESS = pattern(r"\b(готовност\w*(?: [а-я]+){0,2}\W{1,3})(0[.,]\d\d?|1[.,]00?)(?![.,]?\d)")
# «Выполнено 28/30»; beside nothing else it may be anything.
_FRACTION = pattern(
    r"(?<![\d./№])(?<!№ )(?<!приказ )(?<!договор )(?<!протокол )(?<!письмо )"
    r"(\d{1,5})\s*/\s*([1-9]\d{0,4})\b(?!/)"
)
# «Перевыполнен на 31 %»: no share of the work.
_CHANGED = pattern(
    r"\b(перевыполн[а-я]*"
    r"(?: (?!на )(?![а-я]+(?:[аеи]н[аоы]?|[аеиоуы]л[аои]?)\b)[а-я-]+){0,4}) на \d{1,3}(?:[.,]\d+)?"
    r" ?(?:%|процент\w*|проц\b)"
)
_DONE_AT = pattern(r"[\W\d_]*(?:(?:выполнени|исполнени)е\W*)?(?:(?:к|от) план[ау]\W*)?")


def _of_whole(beside: re.Match[str]) -> str:
    """No more than the whole: of «8 окон, требуется 2» that is what remains."""
    done, thing, more, whole = beside.groups()
    return f"{done} из {whole}{thing}{more}" if int(done) <= int(whole) else beside[0]


def with_per_cent(words: str) -> str:
    """Folded words with a share of readiness in per cent: «готовность – 70 %»."""
    return _READINESS.sub(
        lambda told: f"{told[1]}{round(float(told[2].replace(',', '.')) * 100)} %", words
    )


def with_totals_beside(words: str) -> str:
    """Folded words with the whole beside its count, in one statement: «2 камеры из 6»."""
    words = _FACT_FIRST.sub(r"выполнено \1 из \2", _PLAN_FIRST.sub(r"выполнено \2 из \1", words))
    words = _OF_LABELLED.sub(r"\2 из \1", words)
    words = _WHOLE_BESIDE.sub(_of_whole, words)
    if _OPEN.search(words) and _SETTLED.search(words):
        words = _OPEN.sub(lambda left: f"осталось {left['first'] or left['last']}", words)
    words = _OF_FOUND.sub(r"\3 из \1\2", words)
    words = _PLAN_AFTER.sub(r"\1 при плане \2", words)
    return _OF_BESIDE.sub(r" \1", _PLAN_BESIDE.sub(r" при плане \1", words))


def without_plan_met(words: str) -> str:
    """Folded words without a plan that was met: «212 чел. при плане 180» says «212 чел.»."""
    met = _TO_PLAN.search(words)
    if met and 0 < int(met[2]) <= int(met[1]):
        return f"{words[: met.end(1)]} {words[met.end() :]}"
    return words


def without_changes(words: str) -> str:
    """Folded words without by how much a plan was exceeded."""
    return _CHANGED.sub(lambda told: told[1], words)


def per_cents_in(words: str) -> list[int]:
    """The per cents in folded words."""
    return [int(m[1] or m[2]) for m in _PERCENT.finditer(words)]


def shares_in(words: str) -> list[float]:
    """What folded words say was done of the whole, which is 1.0; «0 из 0» is no share."""
    shares = [percent / 100 for percent in per_cents_in(words)]
    shares += [int(m[1]) / int(m[2]) for m in _SHARE.finditer(words) if int(m[2])]
    if not shares:
        shares += [int(m[2]) / int(m[1]) for m in _OUT_OF.finditer(words) if int(m[1])]
    return shares


def fractions_in(words: str) -> list[float]:
    """As `shares_in`, of «28/30», which is a share only beside a deed."""
    return [int(m[1]) / int(m[2]) for m in _FRACTION.finditer(words) if int(m[2])]


def is_part_of(words: str) -> bool:
    """Whether they are no more than a fraction below the whole, «9/10»."""
    alone = _FRACTION.fullmatch(words.strip(" ."))
    return alone is not None and int(alone[1]) < int(alone[2])


def is_share_alone(words: str) -> bool:
    """Whether they say nothing beside their shares: «100 %», «выполнение – 5 из 5»."""
    others = _SHARE.sub(" ", _PERCENT.sub(" ", words))
    return _DONE_AT.fullmatch(others.strip(" .:-")) is not None
