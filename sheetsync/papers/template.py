"""Fills the template of a Word document with what there is to say."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from sheetsync.archives import DOCX_DAMAGE, refuse_document_types, refuse_oversized
from sheetsync.errors import ConfigError, reason
from sheetsync.languages import _
from sheetsync.model import Papers
from sheetsync.model.language import marked

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateSyntaxError, UndefinedError
    from markupsafe import Markup

# XML 1.0, 2.2: all that a document may hold, but for tabs and ends of lines.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What a template's own expressions can raise, and what its parts make where they do not fit.
_MISFITS = (
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, SyntaxError),
    *(TypeError, ValueError),
)
_HELP = marked("Correct it in Word; “sheetsync help report” tells which names there are.")


def fill_template(template: Path, papers: Papers, target: Path, *, now: datetime) -> None:
    """Write the document to `target`; its author is left out, it was made at `now`.

    Raises ConfigError where the template cannot be read or filled, OSError for the target.
    """
    content = {field.name: getattr(papers, field.name) for field in fields(papers)}
    with _opening(template):
        document = _document(template)
    with _filling(template):
        document.render(content, _environment())
    sign_off(document.docx, title=papers.title, now=now)
    document.save(target)


def sign_off(document: Any, *, title: str, now: datetime) -> None:
    """Set the document's properties: no author, created at `now`, never changed since."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = printable(title)[:255], "", ""
    about.created = about.modified = now.astimezone(UTC).replace(tzinfo=None)
    about.revision = 1


def _document(template: Path) -> Any:
    """The template; unlike docxtpl's own, it refuses a result that would lose text."""
    from docx.oxml.parser import parse_xml
    from docxtpl import DocxTemplate

    class Template(DocxTemplate):  # type: ignore[misc]
        def build_xml(self, *arguments: Any, **named: Any) -> str:
            filled: str = super().build_xml(*arguments, **named)
            parse_xml(filled)
            return filled

    with ZipFile(template) as archive:
        refuse_oversized(archive, template, raises=ConfigError)
        refuse_document_types(archive, template, raises=ConfigError)
    document = Template(template)
    document.init_docx()
    return document


def _environment() -> "Environment":
    """A sandbox: a template may come by mail, and sees only what it is given."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=_finalize
    )


def _finalize(value: object) -> "object | Markup":
    """A cell's text as it stands, but for characters that no document can hold.

    docxtpl takes `{_{` for its own sign of `{{`, also in what the staff wrote.
    """
    from markupsafe import Markup, escape

    if not isinstance(value, str):
        return value
    text = value.unescape() if isinstance(value, Markup) else value  # after the filters e, safe
    return escape(printable(text)).replace("_", Markup("&#95;"))


def printable(text: str) -> str:
    """The text without characters that XML forbids."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n"))


@contextmanager
def _opening(template: Path) -> Iterator[None]:
    from docx.opc.exceptions import PackageNotFoundError

    try:
        yield
    except OSError as error:
        raise ConfigError(
            "The template “{template}” cannot be read: {reason}. Check the permissions.",
            template=template,
            reason=reason(error),
        ) from error
    except (PackageNotFoundError, *DOCX_DAMAGE) as error:
        raise ConfigError(
            "The template “{template}” does not open as a Word document (.docx). Save it "
            "in Word again, or take it away: then the usual one is used.",
            template=template,
        ) from error


@contextmanager
def _filling(template: Path) -> Iterator[None]:
    """Turn what the template's expressions raise into a ConfigError that explains it."""
    from jinja2 import TemplateError

    try:
        yield
    except (TemplateError, *_MISFITS) as error:
        raise ConfigError(_fault_words(template, error)) from error


def _fault_words(template: Path, error: Exception) -> str:
    from jinja2 import TemplateSyntaxError, UndefinedError

    if isinstance(error, TemplateSyntaxError):
        return _(
            "Template “{template}”: a mistake in the signs {{{{ }}}} and {{% %}}, or one "
            "lacks its pair, near the words “{words_near}”. {help}",
            template=template,
            words_near=_words_near(error),
            help=_(_HELP),
        )
    if isinstance(error, UndefinedError):
        return _(
            "Template “{template}”: there is no name “{unknown}” where it stands. {help}",
            template=template,
            unknown=_unknown_name(error),
            help=_(_HELP),
        )
    return _(
        "The template “{template}” makes no document ({error}). Check that the signs "
        "{{%tr %}} and {{%p %}} stand alone in their rows and paragraphs. {help}",
        template=template,
        error=error,
        help=_(_HELP),
    )


def _words_near(error: "TemplateSyntaxError") -> str:
    """The words of the template's line; docxtpl leaves up to seven, from three lines before it."""
    lines = list(getattr(error, "docx_context", ()))
    place = min(error.lineno - 1, 3)
    return lines[place].strip()[:60] if place < len(lines) else ""


def _unknown_name(error: "UndefinedError") -> str:
    """The last that jinja quotes: «'str object' has no attribute 'x'»."""
    quoted = re.findall("'([^']*)'", error.message or "")
    return quoted[-1] if quoted else ""
