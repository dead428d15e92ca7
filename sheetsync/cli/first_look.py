"""Shows what `init` finds in a new plan, so that a wrong tab or header is seen at once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sheetsync.cli.findings import called, left_as_they_are, print_first
from sheetsync.cli.import_ import not_carried_over
from sheetsync.cli.terminal import tell, wrapped
from sheetsync.daily.readiness import marks_words
from sheetsync.languages import _, active, between_quotes, ngettext
from sheetsync.model.language import capital

if TYPE_CHECKING:
    from sheetsync.first_look import FirstLook
    from sheetsync.plan.plan_tabs import PlanTabs

_SHOWN = 5  # findings
_AUGUST = 8


def show(found: "FirstLook") -> None:
    """What stands in the plan, so that a wrong tab or header is seen at once."""
    plan, header = found.plan, found.table.header
    measures = ngettext("{n} measure", "{n} measures", len(plan.measures))
    tabs = plan.tabs or (plan.tab,)
    said = ngettext(
        "Tab “{tab}”, header in row {index}: {measures}.",
        "Tabs “{tab}”, header in row {index}: {measures}.",
        min(len(tabs), 2),
        tab=between_quotes(tabs),
        index=header.index + 1,
        measures=measures,
    )
    click.echo(f"\n{said}")
    told = [f"{capital(s)}." for s in not_carried_over(found.document)] if found.document else []
    for words in (*_tab_words(found.tabs), *told):
        click.echo(wrapped(words))
    for field, name in found.accepted.items():
        tell("“{header}” is read as: {field}.", header=name, field=called(field), wrap=True)
    columns = header.columns()
    for field, column in sorted(columns.letters.items(), key=lambda pair: pair[1]):
        texts = columns.headers[field]
        tell("  column {column} “{texts}”", column=column, texts=texts, wrap=True)
    if columns.others:
        click.echo(wrapped(f"  {left_as_they_are(columns)}."))
    if words := marks_words(plan):
        click.echo(wrapped(f"{words}."))
    tell(
        "Deadlines understood: {total}; responsible parties named: {total2}.",
        total=sum(bool(m.deadline.rule) for m in plan.measures),
        total2=sum(bool(m.responsibles.parties) for m in plan.measures),
    )
    _show_period(found)
    _show_assumed(found)
    # Addresses are asked for next: that there are none yet is no news.
    findings = [each for each in plan.findings if each.code not in ("no-address", "no-lead")]
    rest = print_first(findings, _SHOWN)
    if rest:
        tell("  … and {count} more: “sheetsync validate” shows them.", count=rest, wrap=True)


def _show_period(found: "FirstLook") -> None:
    """From when to when the plan goes, and that it begins before its school year where it does."""
    period = found.plan.period
    if not (period.calendar or found.assumed):
        first, last = map(active().day, (period.starts, period.ends))
        tell("The plan goes from {first} to {last}.", first=first, last=last)
    if period.schooling and period.starts.month == _AUGUST:
        tell(
            "The plan begins in the August before the school year. If it should not, correct "
            "starts and ends in sheetsync.toml.",
            wrap=True,
        )


def _show_assumed(found: "FirstLook") -> None:
    """In which year the days are read, where nothing in the plan says so."""
    from sheetsync.plan.own_period import year_above

    period = found.plan.period
    above = year_above(found.document or found.table) if found.assumed == "today" else ""
    if above:
        tell(
            "Above the table only “{words}” names a year, which need not be the plan's: it is read "
            "as that of {year}. If it is another one's, begin anew with --year.",
            words=above,
            year=period.label,
            wrap=True,
        )
    elif found.assumed == "today":
        tell(
            "Nothing in the plan names its year, so it is read as that of {year}. If it is another "
            "one's, begin anew with --year.",
            year=period.label,
            wrap=True,
        )
    elif found.assumed == "title":
        tell(
            "The title names several years, and the plan is read as that of {year}. If it is "
            "another one's, begin anew with --year.",
            year=period.label,
            wrap=True,
        )
    elif found.assumed:
        tell(
            "The title names two years and no days: by its deadlines the plan goes from {starts} "
            "to {ends} inclusive. If it does not, begin anew with --year and its first..last day.",
            starts=active().day(period.starts),
            ends=active().day(period.ends),
            wrap=True,
        )


def _tab_words(tabs: "PlanTabs | None") -> Iterator[str]:
    """What the other tabs are to the plan, where nobody has named its own."""
    if tabs and len(tabs.parts) > 1:
        yield _(
            "These tabs are read as one plan. If one of them is the plan, begin anew with "
            '--tab "{title}".',
            title=tabs.titles[0],
        )
    if tabs and tabs.beside:
        yield _(
            "Other tabs hold a plan, too: “{listed}”. If they are one plan together, begin "
            'anew in another folder with --tab "*".',
            listed=between_quotes(tabs.beside),
        )
    if tabs and tabs.put_aside:
        listed = between_quotes(tabs.put_aside)
        yield _("Left out as drafts or plans of past years: “{listed}”.", listed=listed)
