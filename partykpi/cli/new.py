"""Being written."""
import click


@click.command("new")
def command() -> None:
    """Being written."""
