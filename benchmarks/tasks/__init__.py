"""What ``accuracy.py`` can measure: one module a task, listed here."""

from tasks import tiers
from tasks.base import Figures, Task

TASKS: dict[str, Task] = {task.name: task for task in (tiers.TASK,)}

__all__ = ["TASKS", "Figures", "Task"]
