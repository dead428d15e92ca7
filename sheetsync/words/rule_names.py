"""The names of all rules that read words, as each language tells them."""

from functools import cache

from sheetsync.model.language import REMEMBERED, Language
from sheetsync.words.rule import Rule
from sheetsync.words.status.rules import PLAIN_ANSWERS
from sheetsync.words.status.statements import RULES as STATUS_RULES
from sheetsync.words.timing.rules import OWN_WORDS, UNSET
from sheetsync.words.timing.rules import RULES as DEADLINE_RULES


def rule_said(name: str, language: Language) -> str:
    """The rule's name for that reader; what a settled phrase means stays in the words given."""
    if language.code == REMEMBERED or not name:
        return name
    own, _, words = name.partition(": ")
    named = _by_name()[own].named(language)
    if not words:
        return named
    meant = words.strip("«»")
    meant = UNSET.named(language) if meant == UNSET.name else meant
    return f"{named}: {language.gettext('“{words}”').format(words=meant)}"


def all_rules() -> tuple[Rule, ...]:
    """Those for deadlines, for statuses, and for what a person has settled."""
    return (*DEADLINE_RULES, *STATUS_RULES, *PLAIN_ANSWERS, OWN_WORDS)


@cache
def _by_name() -> dict[str, Rule]:
    return {rule.name: rule for rule in all_rules()}
