"""Ids chosen by whoever makes an action: UUID version 7, so that later ids sort later (RFC 9562)."""

import os
import time
from uuid import UUID, uuid4


def unordered_id() -> UUID:
    """All random (RFC 9562, 5.4): for what must not tell when it was made."""
    return uuid4()


def new_id() -> UUID:
    """48 bits of Unix milliseconds, then 74 random bits (RFC 9562, 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    tail = int.from_bytes(os.urandom(10))
    number = (milliseconds & (1 << 48) - 1) << 80 | tail
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=number)
