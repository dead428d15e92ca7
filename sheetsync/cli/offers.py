"""Commands that messages offer, as a reader can copy them: with the plan's folder, in one piece.

A message names them as they are typed in that folder, "sheetsync validate". Whatever the terminal
shows goes through `pointed`; letters, tabs and JSON keep what the message says.
"""

import re
import sys
from pathlib import Path

import click

from sheetsync.languages import GLUE, numbers_kept, numbers_named

_NAMED = "sheetsync.folder"  # in the `meta` that a command's contexts share
# Those that take -C; compiled where a message is shown, which a quiet run does without.
_OF_PLAN = (
    r"\bsheetsync (?:departments alias|history|outbox (?:list|show|resolve|retry)"
    r"|wordings (?:add|list|remove)|digest|doctor|explain|forget|overdue|report|rollover|run"
    r"|schedule|setup-sheet|simulate|status|summary|sync|validate)(?![-\w]| -C)"
)
_OF_FLEET = r"\bsheetsync fleet [a-z]+(?![-\w]| -C)"
_ARGUMENT = r"""(?: (?:--?[a-zA-Z][\w-]*|"[^"]*"|'[^']*'|link\b|\d[\w.-]*|(?<=-C )\S*[\w/"']))"""
_WHOLE = rf"\bsheetsync [a-z][a-z-]+(?: (?:add|alias|list|remove|resolve|retry|show))?{_ARGUMENT}*"


def named(folder: Path, context: click.Context | None = None) -> None:
    """Remember the folder that the reader has named, for commands that are offered later."""
    (context or click.get_current_context()).meta[_NAMED] = folder


def pointed(text: str, folder: Path | None = None) -> str:
    """The text with -C in each command that takes it: `folder`, or the one that was named.

    A fleet's folder is given to commands of `fleet` only, a plan's to all others.
    """
    if folder:
        return _with_folder(_OF_PLAN, text, folder)
    context = click.get_current_context(silent=True)
    if context is None or _NAMED not in context.meta:
        return text
    fleet = context.command_path.split()[1:2] == ["fleet"]
    return _with_folder(_OF_FLEET if fleet else _OF_PLAN, text, context.meta[_NAMED])


def glued(text: str) -> str:
    """The text with commands and days in one piece for breaking lines; `unglued` undoes it."""
    whole = re.sub(_WHOLE, lambda found: found[0].replace(" ", GLUE), text)
    return numbers_named(numbers_kept(whole))


def unglued(text: str) -> str:
    """The text without what `glued` put into it."""
    return text.replace(GLUE, " ")


def typed(path: Path) -> str:
    """A path as people type it into a shell: in quotes where a sign of it means something there."""
    told = str(path)
    if sys.platform == "win32":
        return f'"{told}"' if re.search(r"[\s&|;<>()^%!,=']", told) else told
    if re.search(r'["$`\\!]', told):
        return "'" + told.replace("'", "'\"'\"'") + "'"
    return f'"{told}"' if re.search(r"[\s'&|;<>()*?#~\[\]{}]", told) else told


def _with_folder(commands: str, text: str, folder: Path) -> str:
    where = f" -C {typed(folder)}"
    return re.sub(commands, lambda found: found[0] + where, text)
