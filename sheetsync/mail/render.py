"""Lays a letter out by the templates of its kind: subject, plain text, HTML with inlined styles."""

from dataclasses import dataclass
from pathlib import Path

from sheetsync.model import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A letter ready to be posted or looked at. `html` is a whole document."""

    subject: str
    text: str
    html: str


class Renderer:
    """The templates of one folder: a sub-folder a kind of letter, and `_base` which all share."""

    def __init__(self, folder: Path) -> None:
        from css_inline import CSSInliner
        from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

        self._templates = Environment(
            loader=FileSystemLoader(folder),
            # Plain text is not HTML: escaping there would show "&lt;" to the reader.
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # The style element stays for what cannot be inlined: phones and dark mode (@media).
        self._inliner = CSSInliner(
            keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False
        )

    def render(self, letter: Letter, *, kind: str = "digest") -> Rendered:
        """The letter by the templates of `kind`; the same letter gives the same words."""
        subject, text, html = (
            self._templates.get_template(f"{kind}/{part}").render(letter=letter)
            for part in ("subject.txt", "body.txt", "body.html")
        )
        return Rendered(
            subject=" ".join(subject.split()),
            text=text.strip() + "\n",
            html=self._inliner.inline(html),
        )
