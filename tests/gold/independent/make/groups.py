"""Numbers needed, groups that stand out, slopes of life expectancy, and the modified concentration index.

People are added one at a time until a group is level. Exact tests add up the chances of every table of the
same margins. A slope's error is found by moving one group at a time.
"""

from fractions import Fraction
from itertools import count
from math import comb
from random import Random

from common import big, case, normal_z, write
from mpmath import erfc, sqrt


def needed_case(name, groups, more_is_better):
    """The first group against the average, the best group, and a target of two thirds."""
    shares = [Fraction(x, n) for x, n in groups]
    average = Fraction(sum(x for x, _ in groups), sum(n for _, n in groups))
    best = max(shares) if more_is_better else min(shares)
    x, n = groups[0]

    def steps(goal):
        level = lambda k: Fraction(x + k, n) >= goal if more_is_better else Fraction(x - k, n) <= goal
        return next(k for k in count() if level(k))

    expect = {"average": steps(average), "best": steps(best), "target": steps(Fraction(2, 3))}
    given = {"events": [x for x, _ in groups], "people": [n for _, n in groups]}
    return case(name, given, expect, {"more_is_better": more_is_better})


def fisher(x, n, y, m):
    """The chance of every table no more likely than this one."""
    chances = [comb(n, k) * comb(m, x + y - k) for k in range(max(0, x + y - m), min(n, x + y) + 1)]
    seen = comb(n, x) * comb(m, y)
    return Fraction(sum(c for c in chances if c <= seen), sum(chances))


def exact_rate(x, n, y, m):
    """As `fisher`, for events that fall on two stretches of time of these lengths."""
    total = x + y
    chances = [comb(total, k) * n**k * m ** (total - k) for k in range(total + 1)]
    return Fraction(sum(c for c in chances if c <= chances[x]), sum(chances))


def discovered(p):
    """A comparison's value is the least rate of false discoveries at which it is still picked out."""
    many = len(p)
    rates = []
    for one in p:
        picked = [(many * other / sum(q <= other for q in p)) for other in p if other >= one]
        rates.append(min(min(picked), 1))
    return rates


def standing_case(name, groups, kind):
    p = []
    for place, (x, n) in enumerate(groups):
        rest = [group for other, group in enumerate(groups) if other != place]
        y, m = sum(a for a, _ in rest), sum(b for _, b in rest)
        share = Fraction(x + y, n + m)
        if kind == "rate":
            p.append(big(exact_rate(x, n, y, m)))
        elif min(n, m) * min(share, 1 - share) < 5:
            p.append(big(fisher(x, n, y, m)))
        else:
            gap = Fraction(x, n) - Fraction(y, m)
            z = abs(big(gap)) / sqrt(big(share * (1 - share) * (Fraction(1, n) + Fraction(1, m))))
            p.append(erfc(z / sqrt(2)))
    given = {"events": [x for x, _ in groups], "people": [n for _, n in groups]}
    expect = {"p": p, "corrected": discovered(p) if len(p) > 10 else p}
    return case(name, given, expect, {"kind": kind})


def ranks(people):
    return [(sum(people[:place]) + Fraction(n) / 2) / sum(people) for place, n in enumerate(people)]


def slope(values, people):
    """Weighted least squares on ranks, by the two normal equations."""
    r = ranks(people)
    total = lambda column: sum(n * c for n, c in zip(people, column))
    w, wr, wrr = sum(people), total(r), total([a * a for a in r])
    wy, wry = total(values), total([a * y for a, y in zip(r, values)])
    return (w * wry - wr * wy) / (w * wrr - wr * wr)


def slope_case(name, years, half_widths, people, confidence=0.95):
    """Each group's expectancy has 95 % limits this far to either side."""
    years, half = [Fraction(str(y)) for y in years], [Fraction(str(h)) for h in half_widths]
    value = slope(years, people)
    pulls = [
        slope([y + (place == other) for other, y in enumerate(years)], people) - value
        for place in range(len(years))
    ]
    squares = sum((pull * h) ** 2 for pull, h in zip(pulls, half))
    reach = sqrt(big(squares)) / normal_z() * normal_z(confidence)
    expect = {"value": value, "lower": big(value) - reach, "upper": big(value) + reach}
    given = {"years": years, "half_width": half, "people": people}
    return case(name, given, expect, {"confidence": confidence})


def modified_case(name, values, errors, people, lowest):
    values, errors = [Fraction(str(v)) for v in values], [Fraction(str(e)) for e in errors]
    lowest = Fraction(str(lowest))
    r = ranks(people)

    def index(list_):
        above = [v - lowest for v in list_]
        mean = sum(n * a for n, a in zip(people, above)) / sum(people)
        return (
            2
            * sum(n * a * (rank - Fraction(1, 2)) for n, a, rank in zip(people, above, r))
            / sum(people)
            / mean
        )

    value, step, variance = index(values), Fraction(1, 10**18), Fraction(0)
    for place, error in enumerate(errors):
        moved = [[v + sign * step * (place == other) for other, v in enumerate(values)] for sign in (1, -1)]
        variance += ((index(moved[0]) - index(moved[1])) / (2 * step) * error) ** 2
    reach = normal_z() * sqrt(big(variance))
    expect = {"value": value, "lower": big(value) - reach, "upper": big(value) + reach}
    given = {"values": values, "errors": errors, "people": people}
    return case(name, given, expect, {"lowest": float(lowest)})


def people_case(name, values, places):
    """People who share their ranks and have no weights: the absolute index, by every pair of people.

    2·cov(y, R) is the sum over all pairs of (yi - yj)·(Ri - Rj) over n²; the error is that of the slope of
    2·V·y on R, with the residuals summed one by one.
    """
    values, many = [Fraction(str(v)) for v in values], len(values)
    below = lambda place: sum(other < place for other in places)
    middle = [Fraction(2 * below(p) + places.count(p), 2 * many) for p in places]
    pairs = [(values[i] - values[j]) * (middle[i] - middle[j]) for i in range(many) for j in range(many)]
    index = sum(pairs) / many**2
    spread = sum((r - Fraction(1, 2)) ** 2 for r in middle) / many
    scaled, mean = [2 * spread * v for v in values], sum(values) / many
    slope = sum((r - Fraction(1, 2)) * y for r, y in zip(middle, scaled)) / (spread * many)
    left = sum((y - 2 * spread * mean - slope * (r - Fraction(1, 2))) ** 2 for r, y in zip(middle, scaled))
    error = sqrt(big(left / (many - 2) / (spread * many)))
    reach = normal_z() * error
    expect = {"estimate": index, "se": error, "lowerci": big(index) - reach, "upperci": big(index) + reach}
    return case(name, {"est": values, "subgroup_order": places}, expect, {})


def main():
    random = Random(20250606)
    fifths = [(random.randint(200, 400), 1000), (510, 900), (77, 80), (600, 1200), (1, 3)]
    cases = [needed_case("fifths", fifths, True), needed_case("fifths_turned", [(900, 1000)] + fifths, False)]
    cases.append(needed_case("thirds_exactly", [(1, 3), (2, 3), (2, 3)], True))
    cases.append(needed_case("level_already", [(9, 10), (1, 10)], True))
    write("numbers_needed", "make/groups.py", cases)

    many = [(random.randint(10, 40), random.randint(90, 160)) for _ in range(14)] + [
        (60, 100),
        (2, 12),
        (0, 6),
    ]
    cases = [
        standing_case("seventeen_shares", many, "share"),
        standing_case("four_shares", many[-4:], "share"),
    ]
    cases += [standing_case("twelve_rates", many[5:], "rate"), standing_case("ten_rates", many[:10], "rate")]
    write("groups_that_stand_out", "make/groups.py", cases)

    tenths = [72.1, 74.6, 75.9, 77.2, 78.3, 79.0, 79.9, 80.3, 81.2, 82.9]
    halves = [0.4, 0.35, 0.3, 0.3, 0.3, 0.28, 0.31, 0.3, 0.33, 0.4]
    people = [random.randint(20000, 60000) for _ in tenths]
    cases = [
        slope_case("tenths", tenths, halves, people),
        slope_case("tenths_998", tenths, halves, people, 0.998),
    ]
    cases.append(slope_case("three_groups", [61.5, 60.25, 66], [2, 1, 3.5], [10, 700, 40]))
    write("slope_of_life_expectancy", "make/groups.py", cases)

    scores = [31.5, 33, 30.25, 36, 38.5]
    cases = [modified_case("scores_from_ten", scores, [0.5, 0.4, 0.6, 0.3, 0.5], [120, 80, 95, 60, 140], 10)]
    cases.append(modified_case("from_below_zero", [-3, -1, 4], [1, 1, 2], [5, 9, 2], -5))
    cases.append(modified_case("no_inequality", [7, 7, 7, 7], [1, 1, 1, 1], [5, 9, 2, 8], 5))
    write("modified_concentration_index", "make/groups.py", cases)

    random, ranked = Random(8), [1 + place % 5 for place in range(60)]
    random.shuffle(ranked)
    cases = [people_case("no_weights_ranks_shared", [random.randint(0, 1) for _ in ranked], ranked)]
    cases.append(people_case("two_ranks", [3, 4.5, 1, 8, 2.5, 6], [1, 1, 1, 2, 2, 2]))
    write("concentration_of_people", "make/groups.py", cases)


if __name__ == "__main__":
    main()
