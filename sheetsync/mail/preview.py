"""Letters as files to look at: each as .html, .txt and .eml, and a page that lists them."""

from dataclasses import dataclass
from pathlib import Path

from sheetsync.errors import DeliveryError, reason
from sheetsync.mail.mailbox import file_name
from sheetsync.mail.render import Rendered

_INDEX = """\
<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Письма: {{ letters | length }}</title>
<style>
body { margin: 32px auto; max-width: 720px; padding: 0 16px; font: 16px/1.5 sans-serif; }
li { margin-bottom: 16px; }
small { color: #3C4043; }
</style>
</head>
<body>
<h1>Письма: {{ letters | length }}</h1>
{% if not letters %}
<p>Писем нет: у тех, у кого есть почта, ничего не просрочено и сроки не подходят.</p>
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


def write_preview(folder: Path, letters: list[Preview]) -> Path:
    """Write the files into `folder`; returns the page. Raises DeliveryError."""
    from jinja2 import Environment

    page = Environment(autoescape=True).from_string(_INDEX).render(letters=letters)
    index = folder / "index.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
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
