"""Three pictures for a sheet that is easy to read: a pencil, a camera, a signature."""

from __future__ import annotations

from app.sheets.page import BAND, TEAL, Paper


def draw_pencil(paper: Paper, x: float, y: float, side: float) -> None:
    """Lying aslant, its point lower left."""
    shape = [(0.80, 0.02), (0.98, 0.20), (0.30, 0.88), (0.04, 0.96), (0.12, 0.70)]
    paper.polygon([(x + a * side, y + b * side) for a, b in shape], TEAL)
    cut = [(0.66, 0.16), (0.84, 0.34)]
    (ax, ay), (bx, by) = [(x + a * side, y + b * side) for a, b in cut]
    paper.lines([(ax, ay, bx, by)], BAND, side * 0.05)


def draw_camera(paper: Paper, x: float, y: float, side: float) -> None:
    paper.frame((x, y + 0.22 * side, side, 0.70 * side), TEAL, fill=TEAL)
    paper.fills([(x + 0.30 * side, y + 0.08 * side, 0.40 * side, 0.20 * side)], TEAL)
    middle = (x + 0.5 * side, y + 0.57 * side)
    paper.disc(middle, 0.24 * side, BAND)
    paper.disc(middle, 0.14 * side, TEAL)


def draw_signature(paper: Paper, x: float, y: float, side: float) -> None:
    """A line somebody wrote."""
    strokes = [
        [(0.00, 0.80), (0.10, 0.10), (0.30, 0.00), (0.28, 0.45)],
        [(0.28, 0.45), (0.26, 0.85), (0.14, 0.95), (0.16, 0.72)],
        [(0.16, 0.72), (0.20, 0.45), (0.55, 0.30), (0.52, 0.62)],
        [(0.52, 0.62), (0.50, 0.85), (0.72, 0.35), (0.72, 0.60)],
        [(0.72, 0.60), (0.74, 0.80), (0.90, 0.60), (1.15, 0.66)],
    ]
    for stroke in strokes:
        paper.curve([(x + a * side, y + b * side) for a, b in stroke], TEAL, side * 0.07)
