"""Keeps None, True and False alive on Python 3.11, where PySide6 6.12 gives them away.

Its wheels are built as if these three could not die, as is so from Python 3.12 on: every call that
answers None then takes one reference too many, and after some thousands of calls the program ends
with "none_dealloc". A large enough count on Python 3.11 is what the later versions have built in.
"""

import ctypes
import sys

FOREVER = 1 << 40


def keep_the_constants() -> None:
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += FOREVER
