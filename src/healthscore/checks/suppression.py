"""Comments in an article that suppress findings: what they say, and what can be wrong with them.

``<!-- healthscore: ignore[rule-id] reason -->`` stands for the block that it is in or above; ``ignore-start[...]`` and
``ignore-end`` enclose a range, and ``ignore-file[...]`` stands for the whole article. Within the brackets are rules,
dimensions or both; without brackets everything is meant. The rules here are put to comments, not to claims, so they
count for no rating and the registry does not run them with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from healthscore.article import Article, Block, Comment, Span
from healthscore.checks.base import Hit
from healthscore.checks.naming import close_to, named
from healthscore.regexes import when_needed

_SAID = when_needed(r"(?P<verb>ignore(?:-\w+)?)\s*(?:\[(?P<names>[^\]]*)\])?(?:\s+|:\s*|$)")
_VERBS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
_ACROSS = frozenset({"repetition/shared-template"})
"""Seen only where a folder is scored: on a file alone, a comment about it has nothing to suppress."""


class Suppression(Struct, frozen=True):
    """Findings of ``rules`` that quote something in ``[start, end)`` are suppressed; all of the article's if ``whole``."""

    comment: Comment
    rules: frozenset[str]
    start: int
    end: int
    whole: bool = False

    def covers(self, rule: str, places: Sequence[Span], *, absent: bool) -> bool:
        """Whether a finding of a rule that quotes these places is meant.

        One of them is enough, but for something ``absent``: that is missing in the whole article, and its places are
        only those where it would belong, so that all of them must be meant.
        """
        if rule not in self.rules:
            return False
        within = [start < self.end and end > self.start for start, end in places]
        return self.whole or (bool(within) and all(within) if absent else any(within))


def suppressions(article: Article) -> tuple[tuple[Suppression, ...], tuple[Hit, ...]]:
    """What the article's comments suppress, and what about them is not understood."""
    found: list[Suppression] = []
    faults: list[Hit] = []
    open_: list[Suppression] = []
    for comment in article.comments:
        match = _SAID().match(comment.said)
        verb = match["verb"] if match else ""
        if match is None or verb not in _VERBS:
            faults.append(_fault(comment, f"“{_short(comment.said)}” is no instruction.", _ALLOWED))
        elif verb == "ignore-end":
            if open_:
                found.append(_ended(open_.pop(), comment.start))
            else:
                faults.append(_fault(comment, "This ends a range that was never started.", _RANGE))
        else:
            rules, unknown = _rules(match["names"])
            faults += [_unknown(comment, name) for name in unknown]
            if rules and verb == "ignore-start":
                open_.append(Suppression(comment, rules, comment.end, len(article.text)))
            elif rules:
                found.append(_suppression(article, comment, rules, whole=verb == "ignore-file"))
    faults += [
        _fault(left.comment, "This range has no end, so it reaches to the end.", _RANGE) for left in open_
    ]
    return tuple(sorted([*found, *open_], key=lambda s: s.comment.start)), tuple(faults)


def unused(idle: Iterable[Suppression]) -> Iterator[Hit]:
    """A comment suppresses findings that are not there.

    Finds: a comment that asks for findings to be suppressed where no such finding is: the text was mended, or the
    comment stands in the wrong place.

    Why it matters: a comment that nobody needs hides the next fault in the same place.

    Example: <!-- healthscore: ignore[hedging/overclaim] quoted from the maker --> above a sentence that claims nothing.

    Instead: delete the comment, or move it directly above the block that is meant.

    Limits: rules that look across the articles of a folder find nothing in a file scored alone; comments about them
    are never called unused.

    References: rule RUF100 of Ruff does the same for suppressions in program code.
    """
    for suppression in idle:
        if suppression.rules <= _ACROSS:
            continue
        where = "in the article" if suppression.whole else "in what it stands for"
        yield _fault(
            suppression.comment,
            f"Nothing that this comment suppresses is found {where}.",
            "Delete the comment, or move it directly above the block that is meant.",
        )


def not_understood(faults: Iterable[Hit]) -> Iterator[Hit]:
    """A comment to healthscore cannot be followed.

    Finds: a comment that begins with "healthscore:" and names a rule that there is not, gives an instruction that
    there is not, or starts or ends a range without the other.

    Why it matters: its writer believes that something is suppressed, and it is not.

    Example: <!-- healthscore: ignore[hedging/overclaims] quoted from the maker -->

    Instead: <!-- healthscore: ignore[hedging/overclaim] quoted from the maker -->

    Limits: a comment that is not addressed to healthscore by that word is not read.

    References: none; the instructions are those of healthscore.
    """
    yield from faults


_ALLOWED = f"Write one of {', '.join(_VERBS)}, with rules in brackets and a reason after them."
_RANGE = "Put ignore-start[...] above the first block and ignore-end below the last."


def _rules(names: str | None) -> tuple[frozenset[str], list[str]]:
    """The rules meant, and the names that mean none."""
    if names is None:
        return named("all"), []
    asked = [name.strip() for name in names.split(",") if name.strip()]
    return frozenset().union(*map(named, asked)), [name for name in asked if not named(name)] or (
        [] if asked else ["[]"]
    )


def _suppression(article: Article, comment: Comment, rules: frozenset[str], *, whole: bool) -> Suppression:
    if whole:
        return Suppression(comment, rules, 0, len(article.text), whole=True)
    block = _block(article.blocks, comment)
    start, end = (block.start, block.end) if block else (comment.end, comment.end)
    return Suppression(comment, rules, start, end)


def _block(blocks: Sequence[Block], comment: Comment) -> Block | None:
    """The block that a comment is in, else the next one."""
    inside = (block for block in blocks if block.start < comment.start < block.end)
    after = (block for block in blocks if block.start >= comment.end)
    return next(inside, None) or next(after, None)


def _ended(suppression: Suppression, end: int) -> Suppression:
    return Suppression(suppression.comment, suppression.rules, suppression.start, end)


def _unknown(comment: Comment, name: str) -> Hit:
    near = close_to(name)
    hint = f"Did you mean {' or '.join(near)}?" if near else "'healthscore explain' lists the rules."
    return _fault(comment, f"There is no rule or dimension “{_short(name)}”.", hint)


def _fault(comment: Comment, message: str, suggestion: str) -> Hit:
    evidence = (Span(comment.start, comment.end),) if comment.start < comment.end else ()
    return Hit("note", message, suggestion, evidence, searched=f"comment: {_short(comment.said)}")


def _short(said: str) -> str:
    return said if len(said) <= 60 else f"{said[:57]}..."
