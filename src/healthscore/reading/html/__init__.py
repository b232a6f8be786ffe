"""HTML: saved pages and fragments. What a reader of the page sees of its article, and what the page says of itself.

One step a module: ``parsing`` makes a tree, ``hidden`` takes out what is not seen, ``titles`` finds the title,
``chrome`` takes out what is the site's, ``content`` finds the article in what is left, ``flow`` parts it into blocks,
``leftovers`` drops the site's lines among them, ``writing`` writes them out. ``declared``, ``jsonld`` and ``asides``
read who wrote it and when.
"""

from healthscore.reading.html.page import read

__all__ = ["read"]
