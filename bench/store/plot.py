"""A plot of few lines over a few sizes, both axes logarithmic, as SVG that needs nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 860, 460, 70, 30, 290, 50
# Okabe and Ito's colours, which everybody can tell apart, and black.
COLOURS = (
    "#000000",
    "#e69f00",
    "#56b4e9",
    "#009e73",
    "#f0e442",
    "#0072b2",
    "#d55e00",
    "#cc79a7",
)


@dataclass(frozen=True, slots=True)
class Line:
    """What is plotted: its name, and milliseconds for each size."""

    name: str
    values: Sequence[float]


def plot(sizes: Sequence[int], lines: Sequence[Line]) -> str:
    """Return the SVG: milliseconds over the number of articles."""
    powers = [math.log10(value) for line in lines for value in line.values if value > 0]
    low, high = math.floor(min(powers)), math.ceil(max(powers))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(size: int) -> float:
        return LEFT + (math.log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(power: float) -> float:
        return HEIGHT - BOTTOM - (power - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        "<title>Milliseconds by the number of articles</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(low, high + 1):
        at = y(power)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        text = f"{10.0**power:g} ms"
        parts.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{text}</text>')
    for size in sizes:
        parts.append(
            f'<text x="{x(size):.1f}" y="{HEIGHT - 25}" text-anchor="middle">{size:,}</text>'
        )
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 6}" text-anchor="middle">articles</text>')
    for number, line in enumerate(lines):
        colour = COLOURS[number % len(COLOURS)]
        points = " ".join(
            f"{x(size):.1f},{y(math.log10(max(value, 10.0**low))):.1f}"
            for size, value in zip(sizes, line.values, strict=True)
        )
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        at = TOP + 10 + 22 * number
        parts.append(
            f'<path d="M{WIDTH - RIGHT + 20} {at}h24" stroke="{colour}" stroke-width="3"/>'
        )
        name = escape(line.name)
        parts.append(f'<text x="{WIDTH - RIGHT + 52}" y="{at + 4}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
