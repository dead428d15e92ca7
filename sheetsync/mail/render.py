"""Lays a letter out by the templates of its kind: plain text, HTML with inlined styles."""

import re
from pathlib import Path
from textwrap import wrap

from sheetsync.languages import GLUE, numbers_kept, numbers_named
from sheetsync.model import Letter
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Language


@frozen
class Rendered:
    """A letter ready to be posted or looked at. `html` is a whole document."""

    subject: str
    text: str
    html: str


class Renderer:
    """The templates of one folder: `_base`, and a sub-folder a kind that looks different from it.

    Their own sentences are looked up in `language`, which should be the letters' own.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        from css_inline import CSSInliner
        from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        self._templates = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            # Plain text is not HTML: escaping there would show "&lt;" to the reader.
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,  # else each letter asks when its templates were last changed
        )
        self._templates.install_gettext_callables(  # type: ignore[attr-defined]
            language.gettext, language.ngettext, newstyle=True
        )
        self._templates.filters["wordwrap"] = _wrapped
        # The style element stays for what cannot be inlined: phones and dark mode (@media).
        self._inliner = CSSInliner(
            keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False
        )

    def render(self, letter: Letter) -> Rendered:
        """The letter by the templates of its kind; the same letter gives the same words."""
        text, html = (
            self._templates.select_template(
                [f"{letter.digest.kind}/body.{suffix}", f"_base/letter.{suffix}"]
            ).render(letter=letter)
            for suffix in ("txt", "html")
        )
        return Rendered(
            subject=" ".join(letter.subject.split()),
            text=_tidy(text),
            html=_unbroken(_charset_first(self._inliner.inline(html))),
        )


def _wrapped(text: str, width: int, *, break_long_words: bool = True) -> str:
    """Wrap as Jinja's filter does, but keep a number and its word, and a command, in one line."""
    lines = (
        wrap(_commands_kept(numbers_kept(line)), width, break_long_words=break_long_words)
        for line in text.splitlines()
    )
    return "\n".join("\n".join(line) for line in lines).replace(GLUE, " ")


# As people paste it: with its subcommands, options, numbers and names in quotes.
_COMMAND = re.compile(
    r"\bsheetsync(?: [a-z][a-z-]+){1,2}(?: (?:--?[a-z][\w-]*|\d+|\"[^\"]*\"|[\w./-]+/))*"
)


def _commands_kept(line: str) -> str:
    return _COMMAND.sub(lambda command: command[0].replace(" ", GLUE), line)


# What is not shown is left as it is: "margin: 0 auto" wants its space.
_NOT_SHOWN = r"(?s)(<style\b.*?</style>|<[^>]*>)"


def _unbroken(html: str) -> str:
    """The page with a no-break space in «2026 г.», «3 пункта», «№ 5» and «п. 5»."""
    pieces = re.split(_NOT_SHOWN, html)
    shown = (numbers_named(numbers_kept(piece)) for piece in pieces[::2])
    pieces[::2] = [piece.replace(GLUE, "\u00a0") for piece in shown]
    return "".join(pieces)


def _charset_first(html: str) -> str:
    """The inliner puts styles before it; it must stand within the first 1,024 bytes (HTML)."""
    charset = '<meta charset="utf-8">'
    return html.replace(charset, "", 1).replace("<head>", f"<head>{charset}", 1)


def _tidy(text: str) -> str:
    """No blanks at the ends of lines, never more than two empty lines."""
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return re.sub(r"\n{4,}", "\n\n\n", lines) + "\n"
