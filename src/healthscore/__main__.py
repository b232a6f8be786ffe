"""``python -m healthscore`` is the command."""

from healthscore.cli import main

if __name__ == "__main__":
    main()
