"""What tests ask of an HTML page: that it is well formed, and what is in it."""

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

VOID = {"br", "input", "link", "meta"}
SELF_CLOSED = {"rect", "path"}
INLINE = {"a", "bdi", "mark", "span", "strong", "code"}
ALLOWED = {
    *(
        "html head meta title style link body script a header main section nav article footer p h1 h2 h3 h4 h5 h6"
    ).split(),
    *(
        "ul ol li dl dt dd div span bdi strong code br mark details summary figure figcaption blockquote"
    ).split(),
    *("table caption thead tbody tr th td fieldset legend label input button svg rect path text").split(),
}


class Page(HTMLParser):
    """A page taken apart. Anything that is not closed, or that we never write, is an ``AssertionError``."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.words = [], [], []
        self.feed(html)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag, attributes):
        assert tag in ALLOWED, tag
        assert len({name for name, _ in attributes}) == len(attributes), (tag, attributes)
        attributes = dict(attributes)
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        self.tags.append((tag, attributes))
        if tag not in INLINE:
            self.words.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        assert tag in SELF_CLOSED, tag
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def all(self, tag, **wanted):
        return [a for t, a in self.tags if t == tag and wanted.items() <= a.items()]

    @property
    def ids(self):
        found = Counter(a["id"] for _, a in self.tags if "id" in a)
        assert set(found.values()) <= {1}, [id_ for id_, count in found.items() if count > 1]
        return set(found)

    @property
    def links(self):
        return [unquote(a["href"]) for t, a in self.tags if t == "a"]

    def check_links(self):
        """Every link within the page leads somewhere."""
        lost = {link for link in self.links if link.startswith("#")} - {f"#{id_}" for id_ in self.ids}
        assert not lost, lost
