"""What installing does besides copying: lexicons and rubrics are compiled, for which a first score would have to wait."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface):
    """Puts the compiled lexicons beside the lexicons, and so with rubrics, for a wheel and an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them with the code that is being installed."""
        sys.path.insert(0, str(Path(self.root, "src")))
        from healthscore.language import lexicon
        from healthscore.rubric import shipped

        for built in (lexicon.build(), shipped.build()):
            build_data["artifacts"].append(built.relative_to(self.root).as_posix())
