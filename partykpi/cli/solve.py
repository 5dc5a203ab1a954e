"""Being written."""
import click


@click.command("solve")
def command() -> None:
    """Being written."""
