"""The command `help`: the long pages."""

from collections.abc import Iterator

import click

from sheetsync.cli.terminal import tell
from sheetsync.languages import SOURCE, active, file_in

# The package data of `sheetsync.pages`.
_PAGES = "start", "rules", "policy", "google", "report", "security", "fleet", "architecture"


@click.command("help")
@click.argument("page", type=click.Choice([*_PAGES, "commands"]), metavar="[PAGE]", required=False)
@click.pass_context
def help_pages(ctx: click.Context, page: str | None) -> None:
    """Show a long page, or the list of commands and pages.

    `start` is how to begin, `rules` what the words of a plan may be, `policy` who is told what and
    when, `google` how a plan is kept in a Google Sheet, `report` how papers for a sitting
    and their template are made, `security` what is stored and who can read it, `fleet` how many
    plans are run together, `architecture` how the program is built, `commands` every command with
    its options.
    """
    if page in _PAGES:
        click.echo(_text(page), nl=False)
        return
    root = ctx.find_root()
    if page is None:
        click.echo(f"{root.get_help()}\n")
        tell(
            "More is told by “sheetsync help PAGE”: {pages}.",
            pages=", ".join((*_PAGES, "commands")),
            wrap=True,
        )
        return
    click.echo("\n".join(_command(leaf) for leaf in _leaves(root.command, root)), nl=False)


def _text(page: str) -> str:
    """The page in the reader's language where it is written in that, else in English."""
    from importlib.resources import files

    folder = files("sheetsync.pages")
    own, *others = (folder.joinpath(file_in(c, f"{page}.md")) for c in (active().code, SOURCE))
    only = folder.joinpath(f"{page}.md")  # for those who build it
    return next(each for each in (own, *others, only) if each.is_file()).read_text("utf-8")


def _leaves(command: click.Command, ctx: click.Context) -> Iterator[click.Context]:
    """The commands that do something, each with its full name, in the order of the list."""
    if not isinstance(command, click.Group):
        yield ctx
        return
    for name in command.list_commands(ctx):
        found = command.get_command(ctx, name)
        if found is not None and not found.hidden:
            yield from _leaves(found, click.Context(found, parent=ctx, info_name=name))


def _command(ctx: click.Context) -> str:
    """The usage of one command, what it does, and its options, in at most 80 columns."""
    formatter = click.HelpFormatter(width=80)
    command = ctx.command
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix="")
    with formatter.indentation():
        formatter.write_text(command.get_short_help_str(limit=200))
    options = [param for param in command.params if isinstance(param, click.Option)]
    records = [record for record in (each.get_help_record(ctx) for each in options) if record]
    if records:
        with formatter.indentation():
            formatter.write_dl(records)
    return formatter.getvalue()
