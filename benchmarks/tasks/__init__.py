"""What ``accuracy.py`` can measure: one module a task, listed here."""

from tasks import contradiction, inject, passages, tiers
from tasks.base import Figures, Task

TASKS: dict[str, Task] = {
    task.name: task for task in (tiers.TASK, contradiction.TASK, passages.TASK, inject.TASK)
}

__all__ = ["TASKS", "Figures", "Task"]
