"""What ``accuracy.py`` can measure: one module a task, listed here."""

from tasks import (
    around,
    attribution,
    certainty,
    citation_need,
    claim_strength,
    contradiction,
    faults,
    hedging,
    html,
    inject,
    ledger,
    news_review,
    overall,
    passages,
    readers,
    repetition,
    restated,
    rules,
    tiers,
)
from tasks.base import Figures, Task

TASKS: dict[str, Task] = {
    module.TASK.name: module.TASK
    for module in (
        tiers,
        contradiction,
        passages,
        around,
        readers,
        faults,
        rules,
        inject,
        ledger,
        repetition,
        restated,
        html,
        hedging,
        certainty,
        claim_strength,
        attribution,
        citation_need,
        news_review,
        overall,
    )
}

__all__ = ["TASKS", "Figures", "Task"]
