"""Deeds that are all of one measure and only lead to another: «договор заключён», «приказ издан».

Which of them it is, its own words tell; where nobody knows these, the deed is taken as it stands.
"""

from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.nouns import EVENT

_CONTRACT = r"\b(?:договор|контракт|соглашени)\w*"
_ORDER = r"\b(?:приказ|распоряжени|постановлени)\w*"
_NOTICE = r"\b(?:объявлени|листовк|плакат|баннер|анонс)\w*"
_THINGS = pattern(rf"{_CONTRACT}|{_ORDER}|{_NOTICE}")
_CONCLUDED = pattern(rf"(?=.*{_CONTRACT}).*\b(?:заключ|подпис)")
_ISSUED = pattern(rf"(?=.*{_ORDER}).*\b(?:издан|подпис|утвержд|выпущ|выш(?:ел|ло)\b)")
_POSTED = pattern(rf"(?=.*{_NOTICE}).*\b(?:развеш|расклее|вывеш|размещ|повеш|опублик|дан[оаы]?\b)")
# Of these a contract is all, unless work is only done by one.
_BY_CONTRACT = pattern(r"\b(?:по|согласно|в рамках|исполнени[ея]|контроль) (?:договор|контракт)\w*")
_OF_CONTRACTS = pattern(
    rf"{_CONTRACT}|\b(?:(?:за|пере)ключ|подпис|продл|пролонг|страхов|застрах|аренд|найм|наня)\w*"
)
# What a measure may begin with before it says what it is.
_HEAD = (
    r"\W*(?:подготов\w+ и )?(?:(?:провести|проведени[ея]|организаци[яи]|организовать) (?:и )?)*"
    r"(?:[а-я-]+(?:ый|ий|ой|ая|яя|ое|ее|ую|юю|ого|его|ые|ие|ых|их) ){0,2}"
)
# To these alone a contract only leads.
_BOUGHT = pattern(
    rf"{_HEAD}(?:ремонт|отремонт|капремонт|строит|постро|реконстр|поставк"
    r"|(?:закуп|приобре)\w+\b(?! услуг)|вывоз|вывезти|обучени|обучить|поездк|экскурси|медосмотр)"
)
# To these alone an order does, unless they are such a decision themselves.
_WORKS = pattern(
    rf"\W*(?:подготов\w+ и )?(?:провед|провест|проводи)"
    rf"|{_HEAD}(?:{EVENT}|поход|ремонт|отремонт|капремонт|строит|постро|монтаж|смонт|установк|покра|закуп"
    r"|приобре|поставк|уборк|убрать|благоустр|замен|озелен|посад|очист|чистк|вывоз|инвентариз"
    r"|обследован|осмотр|проверк|провер[ия]т|обход)"
)
_DECIDES = pattern(
    rf"{_ORDER}|\b(?:изда|назнач|утверд|утвержд|созда|сформир|формир|образов|введ|ввест|закреп"
    r"|возлож|определ|прем[ир]|поощр|награ|принят)\w*"
)
_INFORMS = pattern(
    rf"{_NOTICE}|\b(?:информ|оповещ|оповест|уведом|разъясн|агит|пропаган|реклам|объяв)\w*"
)
# So does paying for what is to be bought, and announcing what is to be held.
_PAID = pattern(r".*\b(?:оплачен|оплатил)[аоиы]?\b")
_BUYS = pattern(r"\b(?:закуп|приобре|купить\b|поставк|поставить\b|обеспеч|оснащ|оснаст)\w*")
_PAYS = pattern(r"\b(?:оплат|расч[её]т|долг|задолж|погаш|погас|плат[её]ж)\w*")
_ANNOUNCED = pattern(r"объявлен[аоы]?(?:\W+\d[\d.]*)?\W*$")
_IS_EVENT = pattern(rf"\b(?:{EVENT}|провед|провест|проводи)\w*")


def names_a_stage(words: str) -> bool:
    """A quick look, whether folded words of a mark have a thing that may only lead on."""
    return any(one.search(words) for one in (_THINGS, _PAID, _ANNOUNCED))


def leads_on(words: str, measure: str) -> bool:
    """Whether a deed, in folded words, only leads to what a `measure` in folded words is."""
    if not measure:
        return False
    if _CONCLUDED.match(words):
        bought = _BOUGHT.match(measure)
        return bool(bought) and _OF_CONTRACTS.search(_BY_CONTRACT.sub("", measure)) is None
    if _ISSUED.match(words):
        return bool(_WORKS.match(measure)) and _DECIDES.search(measure) is None
    if _PAID.match(words):
        return bool(_BUYS.search(measure)) and _PAYS.search(measure) is None
    told = (_POSTED.match(words) or _ANNOUNCED.match(words)) and _IS_EVENT.search(measure)
    return bool(told) and _INFORMS.search(measure) is None
