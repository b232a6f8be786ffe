"""Texts as dense and as long as may be read: what each takes, read, scored and written as JSON.

    python tests/hostile/at_the_limit.py              # all of them, two minutes on a quiet machine
    python tests/hostile/at_the_limit.py conflicts    # some

The exit code is 1 where one takes more than five seconds of processor time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "reading")]

from hostile_inputs import SOUND  # noqa: E402

from healthscore import score  # noqa: E402
from healthscore.reading import read_bytes  # noqa: E402

LENGTH = 199_000  # characters
LONGEST = 5.0  # seconds
DENSE = {
    "advice": "Do not take garlic in pregnancy. Garlic is safe in pregnancy. ",
    "amounts": "walking lowers pain by 5 mg and ",
    "anecdotes": "I tried garlic for 3 weeks and it cured me. ",
    "announcements": "In this guide we cover safety, dose and cost. ",
    "causes": "Garlic is the only cause of sleep. Honey is the only cause of sleep. ",
    "citations": "Rest helps [1-99]. ",
    "cited": "Garlic helps [1]. Garlic fails (Smith et al., 2019). ",
    "conflicts": "Garlic is safe. Garlic is not safe. ",
    "counts": "There are two types of garlic. There are three types of garlic. ",
    "denials": "not never walking does not lower pain and ",
    "directions": "Garlic raises cholesterol. Garlic lowers cholesterol. ",
    "doses": "Take 500 mg a day. Never more than 300 mg a day. ",
    "frequencies": "Headaches are rare. Headaches are common. ",
    "headings": "# Is garlic safe?\n\nGarlic.\n\n",
    "lost": "(Smith et al., 2019) ",
    "names": "Curcumin is strong. Curcumine is strong. ",
    "no-stop": "walking lowers pain and ",
    "numbers": "5 mg, ",
    "paragraphs": "Garlic helps the heart in adults.\n\n",
    "questions": "Is it safe? ",
    "references": "\n[1] Smith J. Garlic. J Plain Ex. 2019;1:1-9.\n",
    "rows": "| garlic | 5 mg | 20% |\n",
    "severities": "Side effects are mild. Side effects are severe. ",
    "shops": "Buy our garlic capsules now at http://shop.example/x. ",
    "studies": "A 2019 study in the Journal of Plain Examples showed that garlic lowers pressure by 5% in 20 adults. ",
}


def main() -> int:
    """Score each, and tell."""
    score(SOUND)  # what the first article of a process waits for is no part of what a dense one costs
    slow = 0
    for name in sys.argv[1:] or DENSE:
        body = DENSE[name]
        data = (SOUND + body * ((LENGTH - len(SOUND)) // len(body))).encode()
        began = time.process_time()
        score(read_bytes(data, name=f"{name}.txt")).to_json()
        took = time.process_time() - began
        slow += took > LONGEST
        print(f"{name:15} {len(data):,} characters  {took:.1f} s", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
