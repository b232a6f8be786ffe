"""What is seen only across articles: sentences that they share, and the templates that they were made from."""

from healthscore.across.folder import CommonSentence, Folder
from healthscore.across.sketch import Sketch, sketch_of

__all__ = ["CommonSentence", "Folder", "Sketch", "sketch_of"]
