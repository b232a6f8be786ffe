"""The expected reports on the articles in examples/, and the one in the README; as a script, writes them anew."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "examples" / "expected"
ARTICLES = sorted(p for p in (ROOT / "examples").iterdir() if p.suffix in (".md", ".txt"))
README = ROOT / "README.md"
SHOWN = ROOT / "examples" / "self-contradicting.txt"
_SHOWN = re.compile(r"(?<=`make golden` -->\n```text\n).*?(?=```\n<!-- end of report -->)", re.DOTALL)


def report_on(article: Path, output_format: str = "json") -> bytes:
    """What the command prints on an example, run in the project's folder."""
    command = Path(sys.executable).with_name("healthscore")
    arguments = ["score", article.relative_to(ROOT).as_posix(), "--output-format", output_format]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(
        [command, *arguments], cwd=ROOT, env=environment, capture_output=True, check=True
    ).stdout


def expected_file(article: Path) -> Path:
    """Where the expected report on an example lies."""
    return EXPECTED / f"{article.stem}.json"


def readme_with_report() -> str:
    """The README with the report that the command prints today, down to its errors."""
    report, *_ = report_on(SHOWN, "text").decode().partition("\nwarnings (")
    plain = "\n".join(line.rstrip() for line in report.strip("\n").splitlines()) + "\n"
    return _SHOWN.sub(lambda _: plain, README.read_text(encoding="utf-8"))


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for path in ARTICLES:
        expected_file(path).write_bytes(report_on(path))
    README.write_text(readme_with_report(), encoding="utf-8")
