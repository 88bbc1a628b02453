"""Texts that wish the program ill, and what is kept of each."""

from dataclasses import fields

from app.text import clean

SPY = '<img src="file:///etc/passwd">'
"""Whoever takes this for markup loads the file."""

FEW = {
    "a picture": SPY,
    "markup": "</p><b>Anna</b> &lt;i&gt; & &Zane",
    "a format": "%s %d %n {} {0} {who} {0.__class__} {",
    "letters nobody can spell": "\U00012345\U00012346 \u3164\u3164 ⠀⠀",
    "a formula": '=HYPERLINK("file:///etc/passwd";"x")',
    "the unseen": "An\x00na\x07\x1b[31m \u202eoksā\u200b\ufeff\ud800",
    "letters without an end": "a" * 10_000,
}
"""Enough for the usual run."""

MORE = {
    "nothing seen": "\u200b\u202e\x00\ufeff\u2066",
    "blanks": " \t\r\n\u00a0\u2028\u3000 ",
    "lines": "first\nsecond\r\nthird\tfourth\u2028fifth\x0bsixth",
    "pictures without glyphs": "👩🏽‍🦽🏳️‍🌈🇱🇻\U0001fae8 ⿰ \U00012345 \U0010fffe",
    "from right to left": "مرحبا \u202eabc\u202c שלום (1) [2]",
    "a storm of marks": "a" + "\u0301\u0336\u20dd" * 60,
    "marks without an end": "A\u0301" + "\u0327\u0310" * 5_000,
    "words without an end": "a b " * 5_000,
    "the same word": "oo " * 60,
    "a statement": "'; DROP TABLE visitor; --",
    "like anything": "%_\\*?[a-z]$^",
    "a command": "$(rm -rf /) `id` | cat ; \\0",
    "a path": "../../../etc/passwd\\con.pdf:stream",
    "quotes": "ʼ’'`´\"“”„«»",
    "letters of many kinds": "Ľubomír Ğ 王 ß İ ı ﬁ Ⅷ ½ ﷽ ǆ",
    "numbers of many kinds": "٢٩١٢٣٤٥٦ ²³ ⑳ 1e999 -0 NaN 0x10",
    "an entity": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "a style": "<style>*{display:none}</style><table><tr><td width=99999999>",
    "a paragraph for paper": "<para><font size=9999>x</font><br/></para>",
    "a wide letter": "﷽" * 200,
    "one long word": "Ŵ" * 200,
    "a plus": "+371 -1 @SUM(1+1)*cmd|' /C calc'!A0",
}

ALL = FEW | MORE

CHOSEN = frozenset({"language"})
"""Fields of a form in which nobody writes: they are chosen."""


def text_fields(form: object) -> list[str]:
    """Every field of a form that somebody writes in."""
    return [one.name for one in fields(form) if one.type is str and one.name not in CHOSEN]  # type: ignore[arg-type]


def seen(text: str, most: int = 200) -> str:
    """What a record shows after as much of ``text`` as it takes."""
    return clean(clean(text)[:most])
