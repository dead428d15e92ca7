"""The command `completion`: the shell completes commands and options."""

import os

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

_VARIABLE = "_SHEETSYNC_COMPLETE"  # as click derives it from the program's name


@add_completion_class
class PowerShell(ShellComplete):
    """PowerShell, which click does not know: it hands over the words and what is being typed."""

    name = "powershell"
    source_template = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:COMP_WORDS = ($commandAst.CommandElements | ForEach-Object { "$_" }) -join "`n"
    $env:COMP_WORD = $wordToComplete
    $env:%(complete_var)s = "powershell_complete"
    %(prog_name)s | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        [Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $help)
    }
    $env:COMP_WORDS = $env:COMP_WORD = $env:%(complete_var)s = $null
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        words = os.environ.get("COMP_WORDS", "").split("\n")[1:]
        typed = os.environ.get("COMP_WORD", "")
        # CommandElements ends with the word that is being typed, once there is a letter of it.
        return (words[:-1] if typed and words and words[-1] == typed else words), typed

    def format_completion(self, item: CompletionItem) -> str:
        """The value and, behind a tab, what it does; a result must not be without."""
        return f"{item.value}\t{item.help or item.value}"


_SHELLS: dict[str, type[ShellComplete]] = {
    one.name: one for one in (BashComplete, ZshComplete, FishComplete, PowerShell)
}


@click.command()
@click.argument("shell", type=click.Choice([*_SHELLS]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a script that completes commands and options in SHELL.

    In bash: eval "$(sheetsync completion bash)".
    """
    script = _SHELLS[shell](ctx.find_root().command, {}, "sheetsync", _VARIABLE)
    click.echo(script.source())
