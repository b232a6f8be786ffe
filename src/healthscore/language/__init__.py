"""What words do: sentences, tokens, cues, sources and claims, worked out once per article."""

from healthscore.language.analyse import analyse
from healthscore.language.analysis import Analysis, Sentence

__all__ = ["Analysis", "Sentence", "analyse"]
