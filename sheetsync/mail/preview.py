"""Letters as files to look at: each as .html, .txt and .eml, and a page that lists them."""

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from sheetsync.errors import DeliveryError, UsageError, system_words
from sheetsync.languages import _, active
from sheetsync.mail.letter_folder import file_name
from sheetsync.mail.render import Rendered
from sheetsync.model import OutgoingLetter
from sheetsync.model.frozen import frozen
from sheetsync.model.language import marked

_INDEX = """\
<!DOCTYPE html>
<html lang="{{ code }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sheetsync">
<title>{{ title }}</title>
<style>
body { margin: 32px auto; max-width: 720px; padding: 0 16px; font: 16px/1.5 sans-serif; }
li { margin-bottom: 16px; }
small { color: #3C4043; }
</style>
</head>
<body>
<h1>{{ title }}</h1>
{% if note %}
<p>{{ note }}</p>
{% endif %}
{% if not letters %}
<p>{{ nothing }}</p>
{% endif %}
<ol>
{% for letter in letters %}
<li><a href="{{ letter.name | urlencode }}.html">{{ letter.rendered.subject }}</a><br>
{{ letter.address }}<br>
<small><a href="{{ letter.name | urlencode }}.txt">{{ as_text }}</a> ·
<a href="{{ letter.name | urlencode }}.eml">{{ as_mail }}</a></small></li>
{% endfor %}
</ol>
</body>
</html>
"""

# The second is how pages of ours began before they named their maker.
_OURS = re.compile(r'<meta name="generator" content="sheetsync">|<title>Письма: \d+</title>')
_LETTER = re.compile(r'<li><a href="([^"]+)\.html">')


@frozen
class ComposedLetter:
    """One letter as its reader sees it, and as it goes out."""

    rendered: Rendered
    outgoing: OutgoingLetter

    @property
    def address(self) -> str:
        """Whom it is for."""
        return self.outgoing.address

    @property
    def name(self) -> str:
        """What its files are called, without a suffix."""
        return file_name(self.address)


def write_preview(folder: Path, letters: Sequence[ComposedLetter], *, note: str) -> Path:
    """Write the files into `folder`, in the place of an older preview; returns the page.

    The page begins with `note`. Raises DeliveryError, and UsageError where the page's place is
    taken by somebody else's.
    """
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    page = ImmutableSandboxedEnvironment(autoescape=True).from_string(_INDEX)
    shown = page.render(letters=letters, note=note, **_page_words(len(letters)))
    index = folder / "index.html"
    sentence = marked(
        "The letters were not written to {folder}: {reason}. Check the room and the permissions."
    )
    with system_words(DeliveryError, sentence, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)
        _remove_old(folder, index)
        for letter in letters:
            (folder / f"{letter.name}.html").write_text(letter.rendered.html, encoding="utf-8")
            (folder / f"{letter.name}.txt").write_text(letter.rendered.text, encoding="utf-8")
            (folder / f"{letter.name}.eml").write_bytes(letter.outgoing.raw)
        index.write_text(shown, encoding="utf-8")
    return index


def _page_words(count: int) -> dict[str, str]:
    return {
        "code": active().code,
        "title": _("Letters: {count}", count=count),
        "nothing": _("No letters: there is nothing to write about on that day."),
        "as_text": _("as text"),
        "as_mail": _("as a mail file"),
    }


def _remove_old(folder: Path, index: Path) -> None:
    """Remove the letters that an older page of ours lists, and nothing else."""
    if not index.exists():
        return
    page = index.read_text(encoding="utf-8", errors="replace")
    if not _OURS.search(page):
        raise UsageError(
            "The folder {folder} holds an index.html of somebody else. Name another "
            "folder for the letters.",
            folder=folder,
        )
    for link in _LETTER.findall(page):
        name = unquote(unescape(link))
        if Path(name).name == name:
            for suffix in ("html", "txt", "eml"):
                (folder / f"{name}.{suffix}").unlink(missing_ok=True)
    index.unlink()
