"""What `explain` has found out, as text."""

from typing import Any

from sheetsync.cli.terminal import wrapped
from sheetsync.languages import _, active, quoted
from sheetsync.model import DeadlineKind, Doubt
from sheetsync.model.language import capital


def in_words(reply: dict[str, Any], *, as_findings: bool) -> str:
    """The reply as text, its doubts as questions or, `as_findings`, as `validate` words them."""
    lines = [quoted(reply["text"]), f"    {reply['explanation']}"]
    lines += [
        _("    not used: “{part}”", part=part)
        for part in reply.get("unused", ())
        if quoted(part) not in reply["explanation"]
    ]
    if as_findings:
        lines += map(_finding_words, reply["doubts"])
    else:
        lines += filter(None, (_question_words(doubt, reply) for doubt in reply["doubts"]))
        advice = (doubt["advice"] for doubt in reply["doubts"])
        lines += [f"    {words}" for words in advice if words and words not in reply["explanation"]]
    phrase, *told = lines
    return "\n".join((wrapped(phrase), *(wrapped(line, indent=" " * 8) for line in told)))


def _finding_words(doubt: dict[str, str]) -> str:
    """The finding as `validate` words it, without repeating that the words are not understood."""
    from sheetsync.plan.findings import CATALOGUE, doubt_message

    if doubt["code"] == "progress-unclear":
        said = doubt["advice"] or _(CATALOGUE[doubt["code"]].suggestion)
    else:
        said = capital(doubt_message(Doubt(**doubt)).said(active()))
    return f"    {said}"


def _question_words(doubt: dict[str, str], reply: dict[str, Any]) -> str:
    """The question that a doubt asks; "" where the explanation answers it."""
    if reply.get("lead"):  # who is named is clear, not how they take part
        return _finding_words(doubt)
    if doubt["hint"]:
        asked = _("    question: “{doubt}” {doubt2}", doubt=doubt["quote"], doubt2=doubt["hint"])
        return "" if doubt["hint"] in reply["explanation"] else asked
    unread = reply.get("kind") == DeadlineKind.UNREADABLE
    return "" if unread else _("    question: what does “{quote}” mean?", quote=doubt["quote"])
