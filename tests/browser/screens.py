"""What is shown in the browser, and how large it is."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
