"""What makes a deed one that is only told of or guessed, a line each: a part of the doubts."""

from sheetsync.words.status.words.nouns import any_of
from sheetsync.words.status.words.verbs import VERDICT

_SOURCE = any_of(
    r"""
    данным информации сведениям сообщени\w+ мнению словам слухам ощущени\w+ впечатлени\w+ памяти
    умолчанию документам бумагам отчет(?:у|ам) версии уверени\w+ заверени\w+ утверждени\w+ рассказам
    оценк\w+ расчетам прогноз\w+ логике
    """
)
_TOLD = r"(?:сказа|сообщ|долож|доклад|говор|пиш|уверя|утвержда|заяв|клян|обеща)"
_BOOK = r"(?:отчет|систем|таблиц|журнал|протокол|программ|сводк)"
_BEFORE_A_DEED = r"(?:to get|about|when|until|unless|before|after|is it|quasi|semi|little|few)"
_EARLIER = r"(?:ранее|раньше|прежде|когда-то|в прошлом \w+)"
_NO_STATUS = (
    r"(?:образец|пример|шаблон|черновик|проект|критерий|требовани[ея]|норматив|цел[ьи]|example|template|sample|target"
    r"|goal)"
)
HEARSAY = rf"""по (?:[а-я]+(?:ым|им|ой|ей) ){{,2}}{_SOURCE}\b
    как (?:\w+ )?{_TOLD}\w*
    (?:сказал|сообщил|доложил|пишут)[аи]?\b(?:\W*$|.*\b(?:готов|\w+(?:[аея]н[оаы]?|т[оаы]|л[аои]?)\b))
    по-моему\b|авось\b|как (?:\w+ )?(?:пон|слыш|зна|помн|виде|виж)\w+
    ^(?:[\w-]+ ){{,2}}(?:слышал|писал|обещал|звонил|спрашивал|спросил|узнал|клянемся|клянусь)[аи]?$
    в том году|стар\w+ (?:запис|отметк|данн)\w*
    отчита\w+ об? (?:выполнени|исполнени|готовност|проведени)\w*
    (?:записан|написан|сказан|указан|спрашивал|звонил|обещал|клян)\w* ?[:-]
    похоже\b|как будто\b|словно\b
    будто\b|надо (?:думать|полагать)|в теории\b
    ^{_EARLIER}\W*$|{_EARLIER} ?:|(?:раньше|когда-то) (?!срок|план|граф|на\b|чем\b)\w+
    ^в {_BOOK}\w* (?:(?:отмечен|указан|стоит)\w* )?(?:{VERDICT}|(?:установл|направл)\w+)$
    год(?:ом|ами)? (?:ранее|раньше)|(?:после того|прежде|до того),? (?:как|чем)\b|вместо этого\b
    {_BEFORE_A_DEED}[ -]{VERDICT}|(?:pretend|fake)\b
    (?:допустим|предположим|неужели|разве|например|напр)\b
    ^{_NO_STATUS}\W*$|{_NO_STATUS} ?:|e\.g\.
    (?:says?|said|told|heard|rumou?red|thinks?|believes?|assum\w+|presum\w+)\b
    according to (?!(?:the )?(?:plan|schedule|programme))|(?:in|on) theory\b
    claim(?:s|ed)?\b(?! (?:form|paid|process|settle|submit|fil|handl))
    report(?:s|ed) (?:that|it|to be|by|as|done|complete|finish|closed)"""
"""Told by others or by papers: «по нашим сведениям», «как нам сообщили»."""

GUESSED = rf"""(?:hope|seems?|appears?|guess|understand|suspect|reckon|afaik|iirc|imo|lol)\b
    looks? (?:like\b|{VERDICT})|as (?:though|far as)\b|to (?:my|our) knowledge
    in (?:my|our) (?:view|opinion)
    ^per (?!cent|plan|schedule|the (?:plan|schedule))\w+
    (?:permitting|all going well|depending on)\b
    (?:up)?on approval|(?:may|to) have been\b|in (?:spirit|name|a way)$|of sorts\b|after a fashion\b
    at first\b|premature|status (?:removed|was|reset)
    (?:^(?:write|enter|put)|(?:set|changed?) (?:to|from)) {VERDICT}"""
"""In English: "seems done", "weather permitting"."""

OF_A_MARK = (
    r"(?:статус|отметк|пометк|запис)\w*\b(?! об? (?:вы|ис)полнени\w+ (?:снят|удал|отозв|сбро)).*"
    r"\b(?:снят|удал|отозва|преждевремен|сброш|ошиб|неверн|поставлен)"
)
"""A mark that is only spoken of: «статус снят»."""
