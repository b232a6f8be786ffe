"""The question of repetition: has it been said already, here or in other words?"""

from healthscore.checks.repetition.claims import restated_claim
from healthscore.checks.repetition.empty import empty_sentence
from healthscore.checks.repetition.filler import low_information
from healthscore.checks.repetition.gopher import (
    duplicate_6gram_share,
    duplicate_7gram_share,
    duplicate_8gram_share,
    duplicate_9gram_share,
    duplicate_10gram_share,
    duplicate_ngram_share,
    top_2gram_share,
    top_4gram_share,
    top_ngram_share,
    web_limits_exceeded,
)
from healthscore.checks.repetition.measures import (
    compression_ratio,
    filler_share,
    idle_sentence_share,
    near_duplicate_share,
    new_terms_per_sentence,
    repeated_opening_share,
    restated_claim_share,
    stuffed_share,
)
from healthscore.checks.repetition.openings import repeated_opening
from healthscore.checks.repetition.phrases import repeated_phrase
from healthscore.checks.repetition.restated import near_duplicate_paragraph, near_duplicate_sentence
from healthscore.checks.repetition.shared import (
    shared_sentence_share,
    shared_template,
    template_articles,
)
from healthscore.checks.repetition.stuffing import keyword_stuffing
from healthscore.checks.repetition.wording import new_content, repeated_wording_share

__all__ = [
    "compression_ratio",
    "duplicate_6gram_share",
    "duplicate_7gram_share",
    "duplicate_8gram_share",
    "duplicate_9gram_share",
    "duplicate_10gram_share",
    "duplicate_ngram_share",
    "empty_sentence",
    "filler_share",
    "idle_sentence_share",
    "keyword_stuffing",
    "low_information",
    "near_duplicate_paragraph",
    "near_duplicate_sentence",
    "near_duplicate_share",
    "new_content",
    "new_terms_per_sentence",
    "repeated_opening",
    "repeated_opening_share",
    "repeated_phrase",
    "repeated_wording_share",
    "restated_claim",
    "restated_claim_share",
    "shared_sentence_share",
    "shared_template",
    "stuffed_share",
    "template_articles",
    "top_2gram_share",
    "top_4gram_share",
    "top_ngram_share",
    "web_limits_exceeded",
]
