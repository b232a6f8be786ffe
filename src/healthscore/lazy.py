"""Properties that are worked out when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

_Value = TypeVar("_Value", covariant=True)


class cached_property(Generic[_Value]):  # noqa: N801
    """What ``functools.cached_property`` is, without the lock that it takes in Python 3.11.

    An article makes hundreds of such values, each asked for once or twice, and the lock costs more than many of them.
    An article is no business of two threads.
    """

    def __init__(self, read: Callable[[Any], _Value]) -> None:
        """``read``: the method that works it out."""
        self._read, self.__doc__ = read, read.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Under its name the value stands in its object from the first time on, where it is found without this."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _Value: ...
    def __get__(self, instance: object | None, owner: type) -> Self | _Value:
        """The value, or of a class the property."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._read(instance)
        return value
