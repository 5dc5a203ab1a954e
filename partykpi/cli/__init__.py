"""The command line: each command is a module of its own, loaded only when it is called."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, assert_never

import click

from partykpi.cli._language import help_language, say
from partykpi.cli._options import lang_of_all

if TYPE_CHECKING:
    from partykpi.problem import Finding

# In the order in which the help lists them, which is why they are not taken from the folder.
COMMANDS = (
    *("report", "check", "explain", "compare", "chart", "template", "record"),
    *("solve", "indicators", "findings", "new"),
)

FINE, FINDINGS, FAILURE = 0, 1, 2
"""Exit statuses: all is well; findings that fail; wrong usage, or a file or folder that cannot be read."""

UNKNOWN = ("unreadable-file", "unchecked-folder", "own-fault")
"""The codes of findings that leave something unknown: they are shown whatever is asked for, and fail."""


def exit_status(findings: Iterable[Finding], failing: Container[str] = ("error",)) -> int:
    """Return the exit status that findings mean, where those of some severities fail."""
    status = FINE
    for finding in findings:
        if finding.code in UNKNOWN:
            return FAILURE
        if finding.severity in failing:
            status = FINDINGS
    return status


_OPTIONS = say("[OPTIONS]", "[TÙY_CHỌN]")

match help_language():
    case "en":
        pass
    case "vi":
        from partykpi.cli._click import speak_vietnamese

        speak_vietnamese()
    case _ as never:
        assert_never(never)


class _Commands(click.Group):
    """A group whose commands are modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        command.options_metavar = _OPTIONS
        return command


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from partykpi import __version__

        click.echo(f"partykpi {__version__}")
        ctx.exit()


@click.group(
    cls=_Commands,
    options_metavar=_OPTIONS,
    subcommand_metavar=say("COMMAND [ARGS]...", "LỆNH [THAM_SỐ]..."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "How far each target of a term resolution is met, exactly and with reasons.",
        "Tính mức đạt từng chỉ tiêu của nghị quyết nhiệm kỳ, chính xác và có căn cứ.",
    ),
    epilog=say(
        "Begin with: partykpi report examples/agencies-enterprises-bloc-2020-2025.yaml",
        "Bắt đầu bằng: partykpi report examples/agencies-enterprises-bloc-2020-2025.yaml",
    ),
)
@lang_of_all
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help=say("Show the version and exit.", "Hiện phiên bản rồi thoát."),
)
def commands() -> None:
    pass


def run() -> int:
    """Run the command line and return its exit status; nothing but a message ever reaches the user."""
    try:
        status = _status()
        sys.stderr.flush()
    except OSError:  # nor can it be said, for the standard error cannot be written to
        return FAILURE
    return status


def _status() -> int:
    """Run the command line and return its exit status, with everything that it says written."""
    try:
        try:
            result = commands.main(prog_name="partykpi", standalone_mode=False)
        except SystemExit as end:  # how click ends when it has completed words for a shell
            result = end.code
        finally:
            sys.stdout.flush()
    except click.ClickException as error:
        from partykpi.cli._show import show_usage_error

        show_usage_error(error)
        return FAILURE
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("\nstopped", "\nđã dừng"), err=True)
        return 130
    except OSError as error:
        from partykpi.cli._files import reason

        why = reason(error)
        click.echo(say(f"cannot write: {why.en}", f"không ghi được: {why.vi}"), err=True)
        return FAILURE
    return result if isinstance(result, int) else FINE
