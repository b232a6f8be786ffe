"""Fit the weights of ``language/likely_faults.py`` to sentences that their writers have labelled, and write them.

usage: fit_likely_faults.py STORIES [--check]

STORIES is the corpus of news stories: those of its second part that a panel found good count as sound. All else lies in
the repository: ``benchmarks/likely_faults`` (articles with every sentence labelled, and pairs of a fault and a sound
sentence like it, each file by another writer), ``tests/faults`` but for what is held back, and the sound articles of
``tests/contradictions``. A feature has a weight where four writers or more have used it, and not where half of the
articles with it have one thing in their titles: that would be a topic's own word.

First the articles are read by folds: the sentences of a quarter of the writers with weights that have not seen them. From
that come the chances, the least chance that is told, and what is printed: the share of faults that are found, how many
of the sentences told were faults, those told in sound articles, and how often kind and dimension are right; then the same by
kind and by writer, and how many of the sentences of each chance were faults. ``--check`` prints and writes nothing. Exit 2: the data cannot be used.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import to_builtins
from msgspec.structs import replace

from articles import DataError, json_rows
from healthscore import HealthscoreError, read
from healthscore.checks.wording import DIMENSION_OF
from healthscore.language import Analysis, analyse
from healthscore.language import likely_faults as shipped
from healthscore.language.analysis import Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.likely_faults import Around, KindWeights, Weights, features_of
from healthscore.reading import read_text
from labelled_articles import SOUND, labelled_articles
from tasks.base import share, share_of
from tasks.readers import touches

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent / "tests"
_WRITERS = 4  # that must have used a feature, and sentences that must have it
_WRITERS_OF_KINDS = 8  # the same, where it is to tell kinds apart
_ALIKE = 3  # articles on one thing, at the least, that make a feature a word of it
_LIGHTEST = 50  # hundredths; what weighs less is left out, and nothing is found less for it
_FOLDS = 4
_ROUNDS = 500  # of fitting, at most
_UNKNOWN = Around(0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0)
_INVERSE_PENALTY = 30.0
_PRECISION = 0.87  # of the sentences that are told, by folds
_LIKELY = 0.5  # the least chance that may be told
_GOOD = 6  # of ten criteria that a panel found satisfied
_SECOND_PART = 400  # the stories before are left to measure on


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence: who wrote it, the article it stands in, what is known of it, and its kind (None: a fault of any).

    ``topic`` are the stems and concepts of the article's title; none where there is no title.
    """

    writer: str
    article: str
    features: Collection[str]
    kind: str | None
    topic: frozenset[str] = frozenset()

    @property
    def faulty(self) -> bool:
        """Whether it was labelled as a fault."""
        return self.kind != SOUND


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with the score and the kind that weights give which have not seen its writer."""

    sentence: Labelled
    score: float
    kind: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit by folds and print; fit to everything and write."""
    parser = argparse.ArgumentParser(usage="fit_likely_faults.py STORIES [--check]")
    parser.add_argument("stories", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    try:
        articles = list(_articles())
        beside = [*_pairs(), *_planted(), *_sound_articles(), *_stories(given.stories)]
    except (DataError, HealthscoreError, OSError) as error:
        print(f"fit_likely_faults.py: {error}", file=sys.stderr)
        return 2
    by_article = _by_folds(articles, beside)
    around = _around(by_article)
    _print(by_article, around)
    if not given.check:
        weights = _weights([*articles, *beside])
        _write(shipped.FILE, replace(weights, around=around))
        _write(shipped.KINDS_FILE, _kinds([*articles, *beside]))
    return 0


def _articles() -> Iterator[Labelled]:
    """The sentences of the articles that are labelled throughout."""
    for one in labelled_articles(HERE / "likely_faults" / "articles"):
        analysis = analyse(one.article)
        title = analysis.title
        topic = content(analysis, title.first, title.last) if title is not None else frozenset()
        for sentence, features in _sentences(analysis):
            kind = one.kind_at(sentence.start, sentence.end)
            yield Labelled(f"articles/{one.writer}", one.name, features, kind, topic)


def _sentences(analysis: Analysis) -> Iterator[tuple[Sentence, Collection[str]]]:
    return zip(analysis.prose_sentences, features_of(analysis), strict=True)


def _pairs() -> Iterator[Labelled]:
    """Faults, and sound sentences like them, each a text of its own."""
    for path in sorted((HERE / "likely_faults" / "pairs").glob("*.jsonl")):
        for number, row in json_rows(path):
            for kind, text in ((row["kind"], row["fault"]), (SOUND, row["sound"])):
                analysis = analyse(read_text(text, format="plain"))
                known = set().union(*features_of(analysis))
                yield Labelled(f"pairs/{path.stem}", f"{path.stem}-{number}-{kind}", known, kind)


def _planted() -> Iterator[Labelled]:
    """The articles with planted faults that have been read; of flawed ones only what was labelled."""
    for folder in ("first", "second", "sound"):
        entries = tomllib.loads((TESTS / "faults" / folder / "faults.toml").read_text("utf-8"))["article"]
        for entry in entries:
            analysis = analyse(read(TESTS / "faults" / folder / entry["file"]))
            for sentence, features in _sentences(analysis):
                quote = analysis.quote(sentence.start, sentence.end)
                faulty = any(touches(fault["quote"], quote) for fault in entry["faults"])
                if faulty or not entry["flawed"] or any(touches(sound, quote) for sound in entry["sound"]):
                    kind = None if faulty else SOUND
                    yield Labelled(folder, f"{folder}-{entry['file']}", features, kind)


def _sound_articles() -> Iterator[Labelled]:
    for path in sorted((TESTS / "contradictions" / "sound").glob("*.toml")):
        for number, passage in enumerate(tomllib.loads(path.read_text("utf-8"))["passage"]):
            analysis = analyse(read_text(passage["text"], format="markdown"))
            yield from _all_sound(path.stem, f"{path.stem}-{number}", analysis)


def _stories(path: Path) -> Iterator[Labelled]:
    """Good stories; each counts as a writer."""
    for number, row in json_rows(path):
        if number > _SECOND_PART and ((row.get("labels") or {}).get("n_satisfactory_0_10") or 0) >= _GOOD:
            analysis = analyse(read_text(row["text"], format="plain"))
            yield from _all_sound(f"story {number}", f"story {number}", analysis)


def _all_sound(writer: str, article: str, analysis: Analysis) -> Iterator[Labelled]:
    for features in features_of(analysis):
        yield Labelled(writer, article, features, SOUND)


def _by_folds(articles: Sequence[Labelled], beside: Sequence[Labelled]) -> list[list[Scored]]:
    """The sentences of each labelled article, scored."""
    writers = sorted({sentence.writer for sentence in articles})
    found = []
    for fold in range(_FOLDS):
        left_out = set(writers[fold::_FOLDS])
        seen = [*(s for s in articles if s.writer not in left_out), *beside]
        weights, kinds = _weights(seen), _kinds(seen)
        rest = (s for s in articles if s.writer in left_out)
        for _, group in groupby(rest, key=lambda s: s.article):
            found.append(
                [Scored(s, weights.score(s.features), kinds.likeliest(s.features)[0]) for s in group]
            )
    return found


def _weights(sentences: Sequence[Labelled]) -> Weights:
    from sklearn.linear_model import LogisticRegression

    names, matrix = _matrix(sentences, _WRITERS)
    model = LogisticRegression(
        C=_INVERSE_PENALTY, class_weight="balanced", solver="liblinear", max_iter=_ROUNDS
    ).fit(matrix, [s.faulty for s in sentences])
    in_hundredths = np.rint(100 * model.coef_[0]).astype(int).tolist()
    features = {n: weight for n, weight in zip(names, in_hundredths, strict=True) if abs(weight) >= _LIGHTEST}
    return Weights(round(100 * model.intercept_[0]), _UNKNOWN, features)


def _kinds(sentences: Sequence[Labelled]) -> KindWeights:
    from sklearn.linear_model import LogisticRegression

    faulty = [s for s in sentences if s.kind not in (SOUND, None)]
    names, matrix = _matrix(faulty, _WRITERS_OF_KINDS)
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=_ROUNDS).fit(matrix, [s.kind for s in faulty])
    columns = np.rint(100 * model.coef_.T).astype(int).tolist()
    return KindWeights(
        tuple(map(str, model.classes_)),
        tuple(np.rint(100 * model.intercept_).astype(int).tolist()),
        {name: tuple(column) for name, column in zip(names, columns, strict=True) if any(column)},
    )


def _matrix(sentences: Sequence[Labelled], least: int) -> tuple[list[str], Any]:
    """The features that enough writers have used, and how much of each a sentence has: sparse, sentences by features."""
    from scipy.sparse import csr_matrix

    users: defaultdict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update(sentence.features)
        for feature in sentence.features:
            users[feature].add(sentence.writer)
    often = [f for f in counts if counts[f] >= least and len(users[f]) >= least]
    names = sorted(set(often) - _of_one_topic(sentences))
    place = {name: i for i, name in enumerate(names)}
    columns = [[place[f] for f in sentence.features if f in place] for sentence in sentences]
    ends = np.cumsum([0, *map(len, columns)])
    values = np.repeat([1 / sqrt(len(s.features) or 1) for s in sentences], np.diff(ends))
    return names, csr_matrix((values, np.concatenate(columns), ends), shape=(len(sentences), len(names)))


def _of_one_topic(sentences: Sequence[Labelled]) -> set[str]:
    """The features of which half of the titled articles that have them name one thing in their titles."""
    articles: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for sentence in sentences:
        if sentence.topic:
            for feature in sentence.features:
                articles[feature][sentence.article] = sentence.topic
    found = set()
    for feature, topics in articles.items():
        named = Counter(term for topic in topics.values() for term in topic)
        if named.most_common(1)[0][1] >= max(_ALIKE, len(topics) / 2):
            found.add(feature)
    return found


def _around(articles: Sequence[Sequence[Scored]]) -> Around:
    """What the rest of an article means, and the chance from which as many of those told are faults as is asked."""
    from sklearn.linear_model import LogisticRegression

    sound = [[s.score for s in article] for article in articles if not _is_flawed(article)]
    usual = round(float(np.mean([np.mean(scores) for scores in sound])), 2)
    usual_spread = round(float(np.mean([np.std(scores) for scores in sound])), 2)
    plain = replace(_UNKNOWN, usual=usual, usual_spread=usual_spread)
    rows, faulty = [], []
    for article in articles:
        average, spread = plain.average_and_spread([s.score for s in article])
        rows += [(average, s.score - average, (s.score - average) / spread) for s in article]
        faulty += [s.sentence.faulty for s in article]
    model = LogisticRegression(C=1e6, max_iter=_ROUNDS).fit(np.array(rows), faulty)
    of_average, slope, of_even = (float(c) for c in model.coef_[0])
    fitted = replace(
        plain,
        share=round(of_average / slope, 2),
        even=round(-of_even / slope, 2),
        middle=round(-float(model.intercept_[0]) / slope, 2),
        slope=round(slope, 2),
    )
    told = sorted(_chances(articles, fitted), key=lambda each: -each[1])
    right = np.cumsum([s.sentence.faulty for s, _ in told]) / np.arange(1, len(told) + 1)
    least = told[int(np.flatnonzero(right >= _PRECISION).max())][1]
    return replace(fitted, least=max(_LIKELY, round(least, 2)))


def _is_flawed(article: Sequence[Scored]) -> bool:
    return any(s.sentence.faulty for s in article)


def _chances(articles: Iterable[Sequence[Scored]], around: Around) -> Iterator[tuple[Scored, float]]:
    for article in articles:
        yield from zip(article, around.chances([s.score for s in article]), strict=True)


def _print(articles: Sequence[Sequence[Scored]], around: Around) -> None:
    from sklearn.metrics import roc_auc_score

    chances = list(_chances(articles, around))
    faulty = [s.sentence.faulty for s, _ in chances]
    told = [s for s, chance in chances if chance >= around.least]
    right = [s for s in told if s.sentence.faulty]
    sound = [s for article in articles if not _is_flawed(article) for s in article]
    of_sound = {id(s) for s in sound}
    kinds = [(str(s.sentence.kind), s.kind) for s in right]
    figures = {
        "writers": len({s.sentence.writer for s, _ in chances}),
        "articles": len(articles),
        "sentences": len(chances),
        "faults": sum(faulty),
        "auc": round(roc_auc_score(faulty, [chance for _, chance in chances]), 3),
        "found": share(len(right), sum(faulty)),
        "right": share(len(right), len(told)),
        "told_in_sound": share(sum(id(s) in of_sound for s in told), len(sound)),
        "kind_right": share_of([one == other for one, other in kinds]),
        "dimension_right": share_of([DIMENSION_OF[one] == DIMENSION_OF[other] for one, other in kinds]),
    }
    for name, value in figures.items():
        print(f"{name:18}{value}")
    for kind in sorted(DIMENSION_OF):
        here = [chance >= around.least for s, chance in chances if s.sentence.kind == kind]
        print(f"{'found_' + kind:28}{share_of(here)} of {len(here)}")
    for writer in sorted({s.sentence.writer for s, _ in chances}):
        own = [(s.sentence.faulty, c >= around.least) for s, c in chances if s.sentence.writer == writer]
        of_faults = share_of([is_told for faulty_, is_told in own if faulty_])
        of_told = share_of([faulty_ for faulty_, is_told in own if is_told])
        print(f"{writer:28}found {of_faults}, right {of_told}")
    for tenth in range(10):
        here = [s.sentence.faulty for s, chance in chances if min(int(10 * chance), 9) == tenth]
        print(f"chance from {tenth / 10:<16}{share_of(here)} of {len(here)} are faults")


def _write(path: Path, table: Weights | KindWeights) -> None:
    """One feature a line, so that a change can be read."""
    head = to_builtins(table)
    rows = [f"  {_json(name)}: {_json(weight)}" for name, weight in sorted(head.pop("features").items())]
    lines = [f" {_json(name)}: {_json(value)}," for name, value in head.items()]
    path.write_text(
        "\n".join(["{", *lines, ' "features": {', ",\n".join(rows), " }", "}", ""]), encoding="utf-8"
    )


def _json(value: object) -> str:
    """As JSON, with the letters as they are."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
