"""`python -m partykpi` is `partykpi`."""

from partykpi.cli import main

if __name__ == "__main__":
    main()
