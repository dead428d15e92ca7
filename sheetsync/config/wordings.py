"""wordings.toml: what an organisation has decided that its own words mean, read and changed."""

from datetime import date
from pathlib import Path

from sheetsync.config.comments import as_comment
from sheetsync.config.schema import Settings, WordingsFile
from sheetsync.languages import _
from sheetsync.model import Term, Wordings
from sheetsync.model.language import marked

WORDINGS_FILE = "wordings.toml"
_HEAD = marked("What words of this plan mean, settled by `sheetsync wordings add`.")


def wordings_of(settings: Settings | None, file: WordingsFile) -> Wordings:
    """The phrases of the file with the terms and the fiscal year of the settings."""
    return Wordings(
        deadlines=tuple(file.deadlines.items()),
        statuses=tuple(file.statuses.items()),
        terms=tuple(_term(*term) for term in settings.calendar.terms.items()) if settings else (),
        fiscal_month=settings.plan.fiscal_year_begins if settings else 0,
    )


def _term(name: str, days: tuple[date, ...]) -> Term:
    return Term(name=name, starts=days[0], ends=days[-1])


def write_wording(path: Path, kind: str, phrase: str, *, meaning: str) -> None:
    """Write into the file at `path` what a phrase of that kind means; "" forgets it.

    `kind` is the name of a table, "deadlines" or "statuses". Raises ConfigError where the file
    cannot be read or written.
    """
    from sheetsync.config.roster_edit import edit  # tomlkit is 7 ms that no run needs

    if not path.exists():
        path.write_text(as_comment(_(_HEAD)), encoding="utf-8")
    edit(path, lambda text: _with(text, kind, phrase, meaning))


def _with(text: str, kind: str, phrase: str, meaning: str) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    table = document.setdefault(kind, tomlkit.table())
    if meaning:
        table[phrase] = meaning
    else:
        # Forgotten already is no mistake.
        table.pop(phrase, None)
    return tomlkit.dumps(document)
