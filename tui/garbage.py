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


def look_in_pause() -> None:
    """Free what only refers to itself, where looks are put off and there can be enough of it."""
    if gc.get_threshold()[0] == _MANY and gc.get_count()[0] > _FEW:
        gc.collect()
