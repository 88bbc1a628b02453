"""Colours of the three looks, by what they are for; every pair was measured against WCAG AA."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: MappingProxyType[str, "Tint"] = MappingProxyType({})


class Tint(NamedTuple):
    """A fill, the ink that is read on it, and the bar or badge that goes with it."""

    fill: str
    ink: str
    bar: str


class Tokens(NamedTuple):
    """One look. Names ending in ``_bg`` are grounds for the ink of the same name."""

    name: str
    primary: str
    primary_hover: str
    on_primary: str
    container: str
    on_container: str
    bg: str
    surface: str
    surface2: str
    raised: str
    outline: str
    divider: str
    text: str
    text2: str
    disabled: str
    focus: str
    focus_fill: str
    link: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    info: str
    info_bg: str
    side: str
    side_text: str
    side_text2: str
    side_sel: str
    side_focus: str
    accent: str
    now: str
    hover: str
    sel: str
    shadow: str
    busy: str
    """Ground of a column that is not free while a booking is moved."""
    kinds: Mapping[str, Tint] = _NONE
    """By value of ``BookingKind``."""
    groups: Mapping[str, Tint] = _NONE
    """By target group of a report; the bar is the ink."""


def _chip(fill: str, ink: str) -> Tint:
    return Tint(fill, ink, ink)


_WHITE = Tint("#000000", "#FFFFFF", "#FFFFFF")

LIGHT = Tokens(
    name="light",
    primary="#00655B",
    primary_hover="#00574E",
    on_primary="#FFFFFF",
    container="#D6EDE9",
    on_container="#00403A",
    bg="#EDF2F1",
    surface="#FFFFFF",
    surface2="#F5F8F8",
    raised="#FFFFFF",
    outline="#6B787A",
    divider="#D4DDDC",
    text="#15201F",
    text2="#465355",
    disabled="#8A9596",
    focus="#1D4ED8",
    focus_fill="#FFC94A",
    link="#005FA3",
    danger="#B3261E",
    danger_bg="#FBE4E2",
    warn="#7A4B00",
    warn_bg="#FFF0CF",
    ok="#1B6B2F",
    ok_bg="#DFF3E3",
    info="#0B4F8A",
    info_bg="#E1EFFA",
    side="#073B37",
    side_text="#E4F1EF",
    side_text2="#A9CCC7",
    side_sel="#0F5A53",
    side_focus="#FFC94A",
    accent="#FFB300",
    now="#C2410C",
    hover="#EAF3F1",
    sel="#D6EDE9",
    shadow="#22000000",
    busy="#DFE6E5",
    kinds={
        "school": Tint("#E0ECFA", "#0B3B75", "#2563C9"),
        "ngo": Tint("#DFF2E6", "#0B4A2A", "#2E9A48"),
        "residents": Tint("#FDEBD3", "#6A3B00", "#B86400"),
        "municipality": Tint("#E6E8EB", "#30393F", "#76818A"),
        "centre": Tint("#D3ECE8", "#00403A", "#00453E"),
    },
    groups={
        "children": _chip("#DDEEFA", "#004B78"),
        "youth": _chip("#DAF2E8", "#00543C"),
        "seniors": _chip("#F6E4EE", "#7A2357"),
        "disability": _chip("#FBE6D8", "#843600"),
        "special needs family": _chip("#FBF0CE", "#664500"),
        "ukraine": _chip("#E5E7FB", "#32368F"),
        "others": _chip("#E6EAEA", "#3B4648"),
    },
)
DARK = Tokens(
    name="dark",
    primary="#6FD6C6",
    primary_hover="#8AE3D5",
    on_primary="#00302B",
    container="#17453F",
    on_container="#C4F2EA",
    bg="#121716",
    surface="#1B2221",
    surface2="#222A29",
    raised="#263130",
    outline="#8B9A9A",
    divider="#36413F",
    text="#EEF4F3",
    text2="#B7C4C2",
    disabled="#76827F",
    focus="#FFD54F",
    focus_fill="#1D4ED8",
    link="#8CC8FF",
    danger="#FFB4AB",
    danger_bg="#4A1F1B",
    warn="#FFD591",
    warn_bg="#43320F",
    ok="#9BDCA6",
    ok_bg="#1C3B24",
    info="#A9D3FF",
    info_bg="#17324B",
    side="#0B1211",
    side_text="#E6F1EF",
    side_text2="#9DB5B1",
    side_sel="#1D4640",
    side_focus="#FFD54F",
    accent="#FFC94A",
    now="#FF9E66",
    hover="#25302E",
    sel="#1B4740",
    shadow="#66000000",
    busy="#141A19",
    kinds={
        "school": Tint("#1B3354", "#CFE2FF", "#7FB0F5"),
        "ngo": Tint("#17402B", "#C5F0D5", "#4FB86F"),
        "residents": Tint("#4A3312", "#FFE3B8", "#F2B04C"),
        "municipality": Tint("#2D353A", "#DDE4E8", "#8E9AA2"),
        "centre": Tint("#15443E", "#C4F2EA", "#B5F2E7"),
    },
    groups={
        "children": _chip("#173A55", "#CBE7FF"),
        "youth": _chip("#123F31", "#BFF0DD"),
        "seniors": _chip("#4A2139", "#FFD3EA"),
        "disability": _chip("#4B2A16", "#FFD9C0"),
        "special needs family": _chip("#43360F", "#FFE9A8"),
        "ukraine": _chip("#2A2D58", "#DCDFFF"),
        "others": _chip("#2F3838", "#DFE7E7"),
    },
)
CONTRAST = Tokens(
    name="contrast",
    primary="#FFE100",
    primary_hover="#FFF07A",
    on_primary="#000000",
    container="#000000",
    on_container="#FFE100",
    bg="#000000",
    surface="#000000",
    surface2="#000000",
    raised="#000000",
    outline="#FFFFFF",
    divider="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    disabled="#B8B8B8",
    focus="#00E5FF",
    focus_fill="#1D4ED8",
    link="#8CE1FF",
    danger="#FF9C94",
    danger_bg="#000000",
    warn="#FFD591",
    warn_bg="#000000",
    ok="#8CFF9B",
    ok_bg="#000000",
    info="#A9D3FF",
    info_bg="#000000",
    side="#000000",
    side_text="#FFFFFF",
    side_text2="#FFFFFF",
    side_sel="#000000",
    side_focus="#00E5FF",
    accent="#FFE100",
    now="#FF9E66",
    hover="#1F1F1F",
    sel="#2B2B00",
    shadow="#00000000",
    busy="#000000",
    kinds=dict.fromkeys(LIGHT.kinds, _WHITE),
    groups=dict.fromkeys(LIGHT.groups, _WHITE),
)
LOOKS = {look.name: look for look in (LIGHT, DARK, CONTRAST)}
