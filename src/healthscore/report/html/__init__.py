"""The report as one HTML file that asks nothing of the network, and the index of a folder's reports."""

from healthscore.report.html.index import Entry, index
from healthscore.report.html.page import render

__all__ = ["Entry", "index", "render"]
