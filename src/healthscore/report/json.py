"""The report as JSON: the ``healthscore-report/1`` contract, and the JSON Schema that holds it."""

from __future__ import annotations

import json
import math
import re
from contextlib import suppress
from typing import Any

from healthscore._version import __version__
from healthscore.article import Article
from healthscore.language.claims import Claim
from healthscore.language.claims.model import Quantity
from healthscore.report.findings import quotes_of
from healthscore.report.model import DISCLAIMER, SCHEMA, Finding, Quote, Report
from healthscore.rubric.rating import CapOutcome, CriterionRating, DimensionRating, Rating

_SURROGATES = re.compile("[\ud800-\udfff]")  # in the names of files, where they cannot be decoded
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Line ends for some readers of JSON lines, and what commands a terminal."""


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain lists, mappings, strings and finite numbers, in the contract's order."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "healthscore", "version": __version__},
        "rubric": {
            "id": report.rubric.id,
            "version": report.rubric.version,
            "sha256": report.rubric.sha256,
        },
        "article": _article(report),
        "rating": _rating(report.rating),
        "dimensions": [_dimension(dimension, report.article) for dimension in report.dimensions],
        "measures": {name: _number(value) for name, value in report.measures.items()},
        "claims": [_claim(claim, report) for claim in report.claims],
        "findings": [_finding(finding) for finding in report.findings],
        "disclaimer": DISCLAIMER,
    }


def as_json(report: Report, indent: int | None = 2) -> str:
    """The report as JSON text without a newline at its end; encodes to UTF-8 whatever the article holds."""
    return dumps(as_dict(report), indent)


def dumps(document: object, indent: int | None = 2) -> str:
    """A document as JSON text that is valid UTF-8 and safe to print, whatever the article's words in it.

    "##[error]" would command a CI runner.
    """
    text = _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", _encoded(document, indent))
    return text.replace("##[", "\\u0023#[")


def _encoded(document: object, indent: int | None) -> str:
    if indent is not None:  # which the standard library sets in Python, far more slowly
        from pydantic_core import PydanticSerializationError, to_json

        with suppress(PydanticSerializationError):  # half a character, which UTF-8 cannot hold
            return to_json(document, indent=indent).decode()
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent)
    return _SURROGATES.sub("\ufffd", text)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every report validates against."""
    from importlib.resources import files

    text = files("healthscore.report").joinpath("healthscore-report-1.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    told = {"reviewers": article.reviewers, "funders": article.funders}
    return {
        "source": article.source,
        "title": article.title,
        "words": report.words,
        "sentences": report.sentences,
        "claims": len(report.claims),
        "sha256": article.sha256,
        "authors": list(article.authors),
        "published": article.published,
        "updated": article.updated,
        **{key: list(names) for key, names in told.items() if names},
    }


def _rating(rating: Rating) -> dict[str, Any]:
    return {
        "value": _number(rating.value, 2),
        "scale": [_number(end) for end in rating.scale],
        "band": rating.band,
        "confidence": _number(rating.confidence, 2),
        "withheld": rating.withheld,
    }


def _dimension(dimension: DimensionRating, article: Article) -> dict[str, Any]:
    return {
        "id": dimension.id,
        "rating": _rating(dimension.rating),
        "criteria": [_criterion(criterion, article) for criterion in dimension.criteria],
        "caps": [_cap(cap) for cap in dimension.caps],
        **({} if dimension.counts_as is None else {"counts_as": _number(dimension.counts_as, 2)}),
    }


def _criterion(criterion: CriterionRating, article: Article) -> dict[str, Any]:
    places = quotes_of(article, criterion.places)
    return {
        "id": criterion.id,
        "measure": criterion.measure,
        "value": _number(criterion.value),
        "rating": _number(criterion.rating, 2),
        "weight": _number(criterion.weight),
        "explanation": criterion.explanation,
        **({"evidence": [_quote(quote) for quote in places]} if places else {}),
    }


def _cap(cap: CapOutcome) -> dict[str, Any]:
    return {
        "id": cap.id,
        "at_most": _number(cap.at_most),
        "applied": cap.applied,
        "explanation": cap.explanation,
    }


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    quantity = claim.quantity
    links = report.links[claim.id]
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "subject": claim.subject,
        "relation": claim.relation,
        "object": claim.object,
        "negated": claim.is_not,
        "certainty": _number(claim.certainty, 2),
        "strength": claim.strength,
        "valence": claim.valence,
        "attribution": claim.attribution,
        "voice": claim.voice,
        "quantity": quantity and _quantity(quantity),
        "scope": list(claim.scope),
        "repeats": list(links.repeats),
        "conflicts": list(links.conflicts),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "per": quantity.per,
        "comparator": quantity.comparator,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "dimension": finding.dimension,
        "severity": finding.severity,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "evidence": [_quote(quote) for quote in finding.evidence],
        "searched": finding.searched,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "line": quote.line,
        "column": quote.column,
        "quote": quote.quote,
        **({"side": quote.side} if quote.side else {}),
    }


def _number(value: float | None, places: int = 4) -> float | int | None:
    """Rounded, whole numbers without a point; what is not finite is no number and becomes None."""
    if value is None or not math.isfinite(value):
        return None
    rounded = round(value, places)
    return int(rounded) if rounded == int(rounded) else rounded
