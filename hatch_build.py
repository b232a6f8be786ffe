"""What installing does besides copying: the lexicons are compiled, which a first score would have to wait for."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLexicons(BuildHookInterface):
    """Puts the compiled lexicons beside the lexicons, for a wheel and for an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them with the code that is being installed."""
        sys.path.insert(0, str(Path(self.root, "src")))
        from healthscore.language.lexicon import build

        build_data["artifacts"].append(build().relative_to(self.root).as_posix())
