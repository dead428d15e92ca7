"""How a deed was done, by the adverb beside it: «успешно» takes nothing back.

The one closed list of adverbs: what any other makes of a deed, «фиктивно проведено», nobody knows.
"""

from sheetsync.words.cleaning import word_set
from sheetsync.words.pattern import pattern
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.verbs import VERDICT

_HARMLESS = word_set(
    """
    аккуратно активно анонимно безвозмездно бесперебойно бесплатно благополучно блестяще внепланово
    внимательно давно действительно дистанционно добровольно добросовестно дополнительно досрочно
    достойно душевно единогласно ежегодно ежедневно ежеквартально ежемесячно еженедельно
    заблаговременно заочно интересно исправно качественно коллективно комиссионно комплексно
    конкретно лично массово незаметно незамедлительно неоднократно непосредственно нормально
    обязательно одновременно окончательно оперативно организованно отдельно отлично официально
    очно параллельно персонально письменно планово повторно поздно полноценно правильно прекрасно
    просто публично профессионально результативно самостоятельно своевременно систематически
    слаженно совместно согласно соответственно срочно торжественно точно традиционно тщательно
    удаленно удачно успешно централизованно штатно экстренно электронно эффективно
    автоматически круглосуточно планомерно поименно последовательно поэтапно пофамильно поочередно
    регулярно постоянно
    actually annually carefully completely correctly daily directly duly early efficiently
    electronically entirely exactly externally finally freshly fully happily internally jointly
    lately locally monthly neatly newly officially only personally promptly properly publicly
    quarterly quickly recently remotely safely satisfactorily separately simultaneously smoothly
    successfully thoroughly timely totally unanimously weekly wholly yearly
    """
)
WHOLLY = frozenset(("полностью", "целиком", "fully"))
"""That a deed is done to all of its thing."""

# Other words that end as adverbs do; «только», «примерно 50» and the like are read elsewhere.
_NO_ADVERB = word_set(
    """
    окно полотно кино зерно бревно пятно сукно вино панно звено волокно судно казино пианино сено
    можно нужно одно ошибочно
    assembly emily family july rally reply supply apply fly italy
    """
)
_ADVERB = pattern(
    r"\b(?!\w+(?:[аяе]но|ино)\b)(?P<how>[а-я]{3,}(?:но|чески)|[a-z]{2,}ly)\b(?!-[а-я])"
    r"(?! (?:\d|(?!\w+[нт]ие\b)[а-я]+(?:[ыио][йе]|[ая]я|[ыи]х|[ое]го|[ыи]м|[ую]ю|[ое]му)\b))"
)
_SAID_OF_IT = pattern(
    rf"\b\w{{4,}}ed (?:as )?{VERDICT}|^(?!removed|taken"
    rf"|closed|signed|struck).*\bas {VERDICT}"
    r"|\bпока\b(?! да\b)|(?<=\s)(?:0|ноль|zero)(?: ?(?:шт|чел|ед|экз)\b\.?)?$"
)


def is_adverb(word: str) -> bool:
    """Whether a folded word beside a deed tells how it was done, by its ending."""
    ends = word not in _NO_ADVERB and word.endswith(("но", "чески")) and not is_deed(word)
    return ends or word in WHOLLY


def is_hedged(words: str) -> bool:
    """Whether folded `words` with a deed have what may take it back: an adverb, «пока», a 0."""
    told = (found["how"] for found in _ADVERB.finditer(words))
    strange = any(not (how in _HARMLESS or how in _NO_ADVERB or is_deed(how)) for how in told)
    return strange or _SAID_OF_IT.search(words) is not None
