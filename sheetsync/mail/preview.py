"""Letters as files to look at: each as .html, .txt and .eml, and a page that lists them."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from sheetsync.errors import DeliveryError, UsageError, reason
from sheetsync.mail.mailbox import file_name
from sheetsync.mail.render import Rendered

_INDEX = """\
<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sheetsync">
<title>Письма: {{ letters | length }}</title>
<style>
body { margin: 32px auto; max-width: 720px; padding: 0 16px; font: 16px/1.5 sans-serif; }
li { margin-bottom: 16px; }
small { color: #3C4043; }
</style>
</head>
<body>
<h1>Письма: {{ letters | length }}</h1>
{% if note %}
<p>{{ note }}</p>
{% endif %}
{% if not letters %}
<p>Писем нет: в этот день никому не о чем писать.</p>
{% endif %}
<ol>
{% for letter in letters %}
<li><a href="{{ letter.name | urlencode }}.html">{{ letter.rendered.subject }}</a><br>
{{ letter.address }}<br>
<small><a href="{{ letter.name | urlencode }}.txt">текстом</a> ·
<a href="{{ letter.name | urlencode }}.eml">файлом почты</a></small></li>
{% endfor %}
</ol>
</body>
</html>
"""

# The second is how pages of ours began before they named their maker.
_OURS = re.compile(r'<meta name="generator" content="sheetsync">|<title>Письма: \d+</title>')
_LETTER = re.compile(r'<li><a href="([^"]+)\.html">')


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One letter as it would be sent."""

    address: str
    rendered: Rendered
    message: bytes

    @property
    def name(self) -> str:
        """What its files are called, without a suffix."""
        return file_name(self.address)


def write_preview(folder: Path, letters: list[Preview], *, note: str = "") -> Path:
    """Write the files into `folder`, in the place of an older preview; returns the page.

    The page begins with `note`. Raises DeliveryError, and UsageError where the page's place is
    taken by somebody else's.
    """
    from jinja2 import Environment

    page = Environment(autoescape=True).from_string(_INDEX).render(letters=letters, note=note)
    index = folder / "index.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_old(folder, index)
        for letter in letters:
            (folder / f"{letter.name}.html").write_text(letter.rendered.html, encoding="utf-8")
            (folder / f"{letter.name}.txt").write_text(letter.rendered.text, encoding="utf-8")
            (folder / f"{letter.name}.eml").write_bytes(letter.message)
        index.write_text(page, encoding="utf-8")
    except OSError as error:
        raise DeliveryError(
            f"Письма не записаны в {folder}: {reason(error)}. Проверьте место и права доступа."
        ) from error
    return index


def _remove_old(folder: Path, index: Path) -> None:
    """Remove the letters that an older page of ours lists, and nothing else."""
    if not index.exists():
        return
    page = index.read_text(encoding="utf-8", errors="replace")
    if not _OURS.search(page):
        raise UsageError(
            f"В папке {folder} лежит чужой файл index.html. Укажите для писем другую папку."
        )
    for link in _LETTER.findall(page):
        name = unquote(unescape(link))
        if Path(name).name == name:
            for suffix in ("html", "txt", "eml"):
                (folder / f"{name}.{suffix}").unlink(missing_ok=True)
    index.unlink()
