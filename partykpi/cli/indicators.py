"""Being written."""
import click


@click.command("indicators")
def command() -> None:
    """Being written."""
