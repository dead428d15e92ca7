"""Shows what `init` finds in a new plan, so that a wrong tab or header is seen at once."""

from typing import TYPE_CHECKING

import click

from sheetsync.cli.findings import print_first
from sheetsync.cli.terminal import wrapped
from sheetsync.languages import _, between_quotes, ngettext

if TYPE_CHECKING:
    from sheetsync.first_look import FirstLook

_SHOWN = 5  # findings
_AUGUST = 8


def show(found: "FirstLook") -> None:
    """What stands in the plan, so that a wrong tab or header is seen at once."""
    from sheetsync.plan.other_year import settings_words

    plan, header = found.plan, found.table.header
    total = len(plan.measures)
    unread = sum(not m.deadline.rule for m in plan.measures)
    nobody = sum(not m.responsibles.parties for m in plan.measures)
    measures = ngettext("{n} measure", "{n} measures", total)
    click.echo(
        _(
            "\nTab “{tab}”, header in row {index}: {measures}.",
            tab=between_quotes(plan.tabs or (plan.tab,)),
            index=header.index + 1,
            measures=measures,
        )
    )
    _show_tabs(found)
    for field, name in found.accepted.items():
        click.echo(wrapped(_("“{header}” is taken for [{field}].", header=name, field=field)))
    columns = header.columns()
    for field, column in sorted(columns.letters.items(), key=lambda pair: pair[1]):
        click.echo(_("  column {column} “{texts}”", column=column, texts=columns.headers[field]))
    click.echo(
        _(
            "The deadline is understood of {total}, the responsible parties are named of {total2}.",
            total=total - unread,
            total2=total - nobody,
        )
    )
    if plan.period.schooling and plan.period.starts.month == _AUGUST:
        click.echo(
            wrapped(
                _(
                    "The plan's period begins in the August before the school year: {settings}.",
                    settings=settings_words(plan.period),
                )
            )
        )
    # Addresses are asked for next: that there are none yet is no news.
    findings = [each for each in plan.findings if each.code not in ("no-address", "no-lead")]
    rest = print_first(findings, _SHOWN)
    if rest:
        click.echo(_("  … and {count} more: “sheetsync validate” shows them.", count=rest))


def _show_tabs(found: "FirstLook") -> None:
    """What the other tabs are to the plan, where nobody has named its own."""
    tabs = found.tabs
    if tabs and len(tabs.parts) > 1:
        click.echo(
            wrapped(
                _(
                    "These tabs are read as one plan. If one of them is the plan, begin anew with "
                    '--tab "{title}".',
                    title=tabs.titles[0],
                )
            )
        )
    if tabs and tabs.beside:
        click.echo(
            wrapped(
                _(
                    "Other tabs hold a plan, too: “{listed}”. If they are one plan together, begin "
                    'anew with --tab "*".',
                    listed=between_quotes(tabs.beside),
                )
            )
        )
    if tabs and tabs.put_aside:
        click.echo(
            wrapped(
                _(
                    "Left out as drafts or plans of past years: “{listed}”.",
                    listed=between_quotes(tabs.put_aside),
                )
            )
        )
