"""What takes a deed back that stands beside it: «да, позже», «готово при условии подписи»."""

import re

from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.rules import Sign
from sheetsync.words.status.verbs import HARMLESS

_BUT = pattern(r"\b(?:но|однако|хотя|правда|but|however|though|although)\b")
# Of a clause that says nothing else: when, once more, how badly, or what is still to do. The
# infinitives are told by their endings, «переделать», from nouns that have them too, «печать».
_BESIDE = pattern(
    r"""^что\b|\b(?:позже|позднее|попозже|потом|скоро|вскоре|завтра|послезавтра|днях|следующ\w+
    |затем|снова|заново|вновь|повторно|после|когда|пока|доработ\w+|передел\w+|исправ\w+|вернул\w*|возврат\w*
    |плохо|слабо|некачеств\w+|неверн\w+|неправильн\w+|ошибочн\w+|якобы|вроде
    |later|soon|tomorrow|next|again|once|when|after|until|redo|rework|badly|provided|subject\ to
    |(?!(?:печать|память|площадь|скатерть|кровать|пять|десять|двадцать|тридцать)\b)
    \w{2,}(?:ать|ять|ить|еть|уть|ести|йти|чься|ться))\b""",
    re.VERBOSE,
)
# Of the deed's own clause: on what condition, or until when.
_WITHIN = pattern(
    r"""\b(?:при\ (?:услови|налич)\w+|в\ случае|как\ только|с\ условием|on\ condition|provided
    |once)\b
    |закры\w+\ (?:до|с)\b(?!\ \d)
    |\b(?:done|completed?|finished|closed)\b.*\b(?:when|once|after|if|unless|until)\b
    |\b(?:да|ок|ok|готово)\ (?:после|когда|через|к|до|after|by)\b""",
    re.VERBOSE,
)
# The next or the rest of what was done in part: «1-й этаж сдан, 2-й красят».
_REST = pattern(r"^(?:втор|трет|четверт|остальн|друг|[2-9]-?(?:й|я|е|го)\b)\w*")
# Anywhere: what became of the deed since, that it was another year's, or that more is to come.
_SINCE = pattern(
    r"\b(?:отклон(?:ен|ил)|отозва|недейств|утерян|утрачен|расторг|возвращ|забракован|опроверг|назад\b"
    r"|впереди\b"
    r"|rejected|revoked|withdrawn|lost\b|ago\b|last year)"
)


def is_taken_back(case: Case) -> bool:
    """Whether words beside a deed say that it is yet to be, is bound to something or undone."""
    idle = case.saying(Sign.NOTHING)
    rest = (said for said in case.statements if said.sign not in (Sign.CLOSED, Sign.FACT))
    if any(_REST.search(said.label or said.words) for said in rest):
        return True
    if any(_BESIDE.search(said.words) for said in idle):
        return True
    if _SINCE.search(case.words) or any(
        _WITHIN.search(said.words) for said in case.saying(Sign.CLOSED)
    ):
        return True
    plain = HARMLESS.sub(lambda aside: " " * len(aside[0]), case.words)
    but = _BUT.search(plain)
    return but is not None and any(case.words.find(said.words) >= but.start() for said in idle)
