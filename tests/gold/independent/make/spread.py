"""Comparative mortality figure, and how much more organisations differ than chance makes them.

The figure is counted as events: what the reference would have had at the group's rates over what it had.
Winsorising is done by hand on a sorted list.
"""

from fractions import Fraction
from random import Random

from common import big, case, chi_square_above, normal_z, write
from mpmath import sqrt


def figure_case(name, rows, confidence=0.95):
    """Rows of events and people of the group and of the reference."""
    z = normal_z(confidence)
    columns = ["events", "people", "reference_events", "reference_people"]
    given = dict(zip(columns, (list(column) for column in zip(*rows))))
    had = sum(row[2] for row in rows)
    would = sum(Fraction(n0) * x / n for x, n, _, n0 in rows)
    # A count's variance is itself, so each event of a band carries the square of what one event stands for.
    variance = sum(x * Fraction(n0, n) ** 2 for x, n, _, n0 in rows)
    events = sum(row[0] for row in rows)
    if events < 10:
        return case(name, given, error="fewer than ten events", options={"confidence": confidence})
    # Byar: the cube root of a count is near normal, with mean 1 − 1/9x and variance 1/9x on its own scale.
    root = lambda x, sign: x * (1 - 1 / (9 * x) + sign * z / (3 * sqrt(x))) ** 3
    stretch = sqrt(big(variance) / big(events))
    lower = big(would) + stretch * (root(big(events), -1) - events)
    upper = big(would) + stretch * (root(big(events + 1), 1) - events)
    expect = {"value": would / had, "lower": lower / had, "upper": upper / had}
    return case(name, given, expect, {"confidence": confidence})


def pulled_in(values, share):
    """The values with the outer ones moved to the quantiles, which lie between neighbours by straight line."""
    ordered = sorted(values)
    steps = len(ordered) - 1

    def at(part):
        place = steps * part
        below = place.numerator // place.denominator
        rest = place - below
        return ordered[below] if not rest else ordered[below] * (1 - rest) + ordered[below + 1] * rest

    low, high = at(share), at(1 - share)
    return [low if v < low else high if v > high else v for v in values]


def spread_case(name, distances, share, average=0.2, variance=0.0004, confidence=0.998):
    exact = [Fraction(d) for d in distances]
    squares = sum(z * z for z in pulled_in(exact, Fraction(str(share))))
    phi = squares / len(distances)
    half = normal_z(confidence) * sqrt(big(max(phi, Fraction(1))) * big(variance))
    expect = {
        "phi": phi,
        "p": chi_square_above(squares, len(distances)),
        "lower": big(average) - half,
        "upper": big(average) + half,
    }
    options = {"winsorised": share, "average": average, "variance": variance, "confidence": confidence}
    return case(name, {"distance": distances}, expect, options)


def main():
    random = Random(20250202)
    row = lambda: (
        random.randint(1, 60),
        random.randint(500, 3000),
        random.randint(50, 400),
        random.randint(9000, 20000),
    )
    rows = [row() for _ in range(19)]
    one = [(0, 700, 20, 4000), (12, 400, 35, 5000), (0, 90, 0, 100)]
    cases = [
        figure_case("nineteen_ages", rows),
        figure_case("nineteen_ages_998", rows, 0.998),
        figure_case("ages_without_events", one),
        figure_case("same_as_reference", [(30, 1000, 30, 1000), (70, 900, 70, 900)]),
        figure_case("nine_events", [(9, 1000, 30, 1000)]),
    ]
    write("comparative_mortality_figure", "make/spread.py", cases)

    many = [round(random.gauss(0, 2), 3) for _ in range(42)]
    cases = [
        spread_case("forty_two", many, 0),
        spread_case("forty_two_pulled_in", many, 0.1),
        spread_case("forty_two_pulled_in_a_fifth", many, 0.2, confidence=0.95),
        spread_case("two", [3.0, -1.0], 0.1),
        spread_case("less_than_chance", [0.1, -0.2, 0.05, 0.3, -0.1], 0.1),
        spread_case("one_far_out", [0.5, -0.5, 0.2, 12.0, -0.3, 0.1, 0.4, -0.2, 0.3, -0.6], 0.1),
        spread_case("all_alike", [0.0] * 6, 0.25),
    ]
    write("funnel_overdispersion", "make/spread.py", cases)


if __name__ == "__main__":
    main()
