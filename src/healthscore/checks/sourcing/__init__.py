"""The question of sourcing: who says so, and could a reader check it?"""

from healthscore.checks.sourcing.age import old_sources
from healthscore.checks.sourcing.anecdote import anecdote, patient_story_density
from healthscore.checks.sourcing.attribution import uncheckable_source, unsourced_claim, vague_attribution
from healthscore.checks.sourcing.citation import dangling_citation, malformed_identifier, no_references
from healthscore.checks.sourcing.commerce import commercial_interest, interested_source
from healthscore.checks.sourcing.identity import no_author, no_date, no_disclosure
from healthscore.checks.sourcing.interests import (
    funders_named,
    funding_told,
    funding_words,
    handouts_used,
    independent_voices,
    interests_declared,
    money_told,
    people_asked,
    public_funders,
    public_money,
    publication_told,
    seller_speaks,
    speakers_named,
    ties_told,
)
from healthscore.checks.sourcing.measures import (
    checkable_sources,
    citation_parts,
    identity,
    named_source_density,
    selling,
    sourced_claim_share,
    vague_attribution_density,
)
from healthscore.checks.sourcing.news import news_sources_told
from healthscore.checks.sourcing.page import author_told, date_told, disclosure_told, further_help
from healthscore.checks.sourcing.trust import taken_on_trust
from healthscore.checks.sourcing.voices import copied_handout, funding_untold, no_independent_voice

__all__ = [
    "anecdote",
    "author_told",
    "checkable_sources",
    "citation_parts",
    "commercial_interest",
    "copied_handout",
    "dangling_citation",
    "date_told",
    "disclosure_told",
    "funders_named",
    "funding_told",
    "funding_untold",
    "funding_words",
    "further_help",
    "handouts_used",
    "identity",
    "independent_voices",
    "interested_source",
    "interests_declared",
    "malformed_identifier",
    "money_told",
    "named_source_density",
    "news_sources_told",
    "no_author",
    "no_date",
    "no_disclosure",
    "no_independent_voice",
    "no_references",
    "old_sources",
    "patient_story_density",
    "people_asked",
    "public_funders",
    "public_money",
    "publication_told",
    "seller_speaks",
    "selling",
    "sourced_claim_share",
    "speakers_named",
    "taken_on_trust",
    "ties_told",
    "uncheckable_source",
    "unsourced_claim",
    "vague_attribution",
    "vague_attribution_density",
]
