"""When Python looks for garbage: while nobody types, instead of between a key and its answer.

A full look at all that a running app holds stops it for some 50 ms, a smaller one for 10, and
either comes in the middle of a key. What a start brings in stays until the end and need not be
looked at again; the rest is looked at in a pause. Reference counts free nearly everything anyway.
"""

from __future__ import annotations

import gc

#: So many more containers than at the last look are too many to wait for a pause.
_MANY = 200_000
#: Fewer than so many new ones are not worth a look.
_FEW = 5_000
#: A pause of so many seconds is long enough to look at all, not only at what is new.
_LONG = 20.0


def leave_alone() -> None:
    """Do not look while a program starts, which makes much and throws nothing away."""
    gc.disable()


def settle() -> None:
    """After a start without looks: take all that is there for permanent, and look in pauses.

    Where no pause comes, a look is taken after `_MANY` new containers.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_MANY, 100, 100)
        gc.enable()


def look_in_pause(seconds: float) -> None:
    """Free what only refers to itself, where looks are put off and there can be enough of it.

    Args:
        seconds: How long the pause has been by now: in a short one, a key may come any moment.
    """
    if gc.get_threshold()[0] == _MANY:
        new, *looks = gc.get_count()
        if seconds > _LONG and (new > _FEW or any(looks)):
            gc.collect()
        elif new > _FEW:
            gc.collect(0)
