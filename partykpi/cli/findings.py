"""Being written."""
import click


@click.command("findings")
def command() -> None:
    """Being written."""
