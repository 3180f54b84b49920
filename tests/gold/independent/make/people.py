"""Two groups over strata, people of unknown group, and where a gap comes from.

Pooled ratios are written in whole numbers. Every way to place the unknown people is tried. Kitagawa's parts
are found by exchanging rates and make-up in both orders; Theil's and the concentration index are counted
person by person.
"""

from fractions import Fraction
from itertools import product
from random import Random

from common import big, case, chi_square_above, normal_z, write
from mpmath import exp, log, sqrt


def pooled_case(name, strata, confidence=0.95):
    """Strata of (events, people) of the first and of the second group."""
    z = normal_z(confidence)
    used = [(a, n - a, c, m - c, n + m) for a, n, c, m in strata if n and m]
    total = lambda of: sum((Fraction(*of(*cells)) for cells in used), Fraction(0))
    expect = {}

    def put(label, value, variance, on_logs):
        expect[label] = value
        expect[label + "_lower"] = expect[label + "_upper"] = None
        if variance is None:
            return
        half = z * sqrt(big(variance))
        ends = [-half, half]
        for side, end in zip(("_lower", "_upper"), ends):
            expect[label + side] = exp(log(big(value)) + end) if on_logs else big(value) + end

    # Greenland and Robins: r and s are what each stratum adds to the top and the bottom of the ratio.
    r, s = total(lambda a, b, c, d, t: (a * (c + d), t)), total(lambda a, b, c, d, t: (c * (a + b), t))
    top = total(lambda a, b, c, d, t: ((a + b) * (c + d) * (a + c) - a * c * t, t * t))
    put("ratio", r / s, top / (r * s) if r else None, True)
    # Robins, Breslow and Greenland, gathered over one denominator.
    r, s = total(lambda a, b, c, d, t: (a * d, t)), total(lambda a, b, c, d, t: (b * c, t))
    pr = total(lambda a, b, c, d, t: ((a + d) * a * d, t * t))
    qs = total(lambda a, b, c, d, t: ((b + c) * b * c, t * t))
    mixed = total(lambda a, b, c, d, t: ((a + d) * b * c + (b + c) * a * d, t * t))
    put("odds", r / s, (pr * s * s + mixed * r * s + qs * r * r) / (2 * r * r * s * s) if r else None, True)
    weight = total(lambda a, b, c, d, t: ((a + b) * (c + d), t))
    gap = total(lambda a, b, c, d, t: (a * (c + d) - c * (a + b), t)) / weight
    top = total(
        lambda a, b, c, d, t: (a * b * (c + d) ** 3 + c * d * (a + b) ** 3, (a + b) * (c + d) * t * t)
    )
    put("difference", gap, top / weight**2, False)
    # The hypergeometric count of the first group's events, stratum by stratum.
    surplus = total(lambda a, b, c, d, t: (a * t - (a + b) * (a + c), t))
    spread = total(lambda a, b, c, d, t: ((a + b) * (c + d) * (a + c) * (b + d), t * t * (t - 1)))
    expect["chi_square"], expect["p"] = surplus**2 / spread, chi_square_above(surplus**2 / spread, 1)
    names = ["events_1", "people_1", "events_2", "people_2"]
    given = {column: [stratum[place] for stratum in strata] for place, column in enumerate(names)}
    return case(name, given, expect, {"confidence": confidence})


def unknown_case(name, worse, better, unknown, groups):
    """Counts are (events, people); `groups` are all known groups, the first two of them the sides."""
    gap = lambda first, second: Fraction(*first) - Fraction(*second)
    (x1, n1), (x2, n2), (u, m) = worse, better, unknown
    v = m - u
    # Of the u with the outcome, i go to the first side and j to the second; of the v without, k and l.
    ways = product(range(u + 1), range(u + 1), range(v + 1), range(v + 1))
    tried = [
        gap((x1 + i, n1 + i + k), (x2 + j, n2 + j + l)) for i, j, k, l in ways if i + j <= u and k + l <= v
    ]
    whole = [gap((x1 + u, n1 + m), better), gap(worse, (x2 + u, n2 + m))]
    # Each unknown person becomes every known person with the same outcome, in equal parts.
    with_it = sum(x for x, _ in groups)
    without = sum(n - x for x, n in groups)
    filled = []
    for x, n in groups:
        more = Fraction(x * u, with_it) if u else Fraction(0)
        others = Fraction((n - x) * v, without) if v else Fraction(0)
        filled.append((x + more, n + more + others))
    # The sign of the gap at a share t of the unknown on the first side is that of a straight line in t.
    line = lambda t: (x1 + t * u) * (n2 + (1 - t) * m) - (x2 + (1 - t) * u) * (n1 + t * m)
    start, end = line(Fraction(0)), line(Fraction(1))
    assert line(Fraction(1, 2)) == (start + end) / 2
    tips = None
    if start == 0:
        tips = Fraction(0)
    elif start * end <= 0:
        tips = start / (start - end)
    expect = {
        "observed": gap(worse, better),
        "lowest": min(tried),
        "highest": max(tried),
        "lowest_whole": min(whole),
        "highest_whole": max(whole),
        "filled_events": [x for x, _ in filled],
        "filled_people": [n for _, n in filled],
        "filled_gap": Fraction(filled[0][0], filled[0][1]) - Fraction(filled[1][0], filled[1][1]),
        "tips": tips,
    }
    given = {"events": [x for x, _ in groups], "people": [n for _, n in groups], "unknown": list(unknown)}
    return case(name, given, expect)


def parts_case(name, strata):
    """Strata of (people, rate) of the first and of the second group."""
    exact = [[Fraction(str(x)) for x in stratum] for stratum in strata]
    make_up = [[row[place] / sum(other[place] for other in exact) for row in exact] for place in (0, 2)]
    rates = [[row[place] for row in exact] for place in (1, 3)]
    at = lambda people, rate: sum(p * r for p, r in zip(make_up[people], rates[rate]))
    # The mean of exchanging the rates first and the make-up first.
    rate = ((at(0, 0) - at(0, 1)) + (at(1, 0) - at(1, 1))) / 2
    composition = ((at(0, 0) - at(1, 0)) + (at(0, 1) - at(1, 1))) / 2
    expect = {
        "total_a": at(0, 0),
        "total_b": at(1, 1),
        "gap": at(0, 0) - at(1, 1),
        "rate_component": rate,
        "composition_component": composition,
        "three_way_rate": at(1, 0) - at(1, 1),
        "three_way_composition": at(0, 1) - at(1, 1),
        "three_way_interaction": at(0, 0) - at(1, 0) - at(0, 1) + at(1, 1),
    }
    columns = {
        column: [row[place] for row in strata]
        for place, column in enumerate(["n_a", "rate_a", "n_b", "rate_b"])
    }
    return case(name, columns, expect)


def theil(incomes):
    """Over single people: the mean of r ln r."""
    mean = sum(incomes, Fraction(0)) / len(incomes)
    return sum(big(y / mean) * log(big(y / mean)) for y in incomes if y) / len(incomes)


def within_case(name, values, people, larger):
    exact = [Fraction(str(v)) for v in values]
    persons = [(v, g) for v, n, g in zip(exact, people, larger) for _ in range(n)]
    means = {g: [v for v, other in persons if other == g] for g in set(g for _, g in persons)}
    flat = {g: sum(list_, Fraction(0)) / len(list_) for g, list_ in means.items()}
    whole, between = theil([v for v, _ in persons]), theil([flat[g] for _, g in persons])
    given = {"value_of": values, "people": people, "larger": larger}
    return case(name, given, {"between": between, "within": whole - between})


def concentration(values, people):
    """2 cov(y, R)/mean over single people, each at the middle of its group's block of ranks."""
    ranks, before = [], 0
    for n in people:
        ranks += [Fraction(2 * before + n, 2 * sum(people))] * n
        before += n
    persons = [v for v, n in zip(values, people) for _ in range(n)]
    mean = sum(persons, Fraction(0)) / len(persons)
    covariance = sum(v * r for v, r in zip(persons, ranks)) / len(persons) - mean / 2
    return 2 * covariance, mean


def factors_case(name, values, people, factors, reference):
    exact = [Fraction(str(v)) for v in values]
    index, mean = concentration(exact, people)
    expect = {"index": index / mean, "part": [], "elasticity": [], "own": []}
    for slope, column in factors:
        slope, column = Fraction(str(slope)), [Fraction(str(x)) for x in column]
        own, average = concentration(column, people)
        expect["part"].append(slope * own / mean)
        expect["elasticity"].append(slope * average / mean)
        expect["own"].append(own / average if average else None)
    expect["rest"] = expect["index"] - sum(expect["part"])
    # What is left of the gap to the reference when one group's own gap is closed.
    all_, r = sum(people), Fraction(str(reference))
    gap = mean - r
    closed = [
        sum((r if p == g else v) * n for p, (v, n) in enumerate(zip(exact, people))) / Fraction(all_) - r
        for g in range(len(people))
    ]
    expect["contribution"] = [gap - rest for rest in closed]
    given = {
        "value_of": values,
        "people": people,
        "slope": [s for s, _ in factors],
        "factor": [x for _, c in factors for x in c],
    }
    return case(name, given, expect, {"reference": reference})


def main():
    random = Random(20250505)

    def stratum():
        n, m = random.randint(20, 900), random.randint(20, 900)
        return random.randint(0, n), n, random.randint(0, m), m

    cases = [
        pooled_case("twelve_strata", [stratum() for _ in range(12)]),
        pooled_case("one_stratum_998", [(12, 40, 7, 55)], 0.998),
        pooled_case("sparse", [(1, 2, 0, 1), (0, 1, 1, 2), (1, 1, 1, 3), (0, 2, 1, 1)]),
        pooled_case("a_stratum_without_the_second", [(3, 10, 2, 12), (4, 9, 0, 0), (5, 20, 6, 31)]),
        pooled_case("no_events_in_the_first", [(0, 10, 2, 12), (0, 20, 6, 31)]),
    ]
    write("pooled_over_strata", "make/people.py", cases)

    groups = [(20, 100), (10, 100), (7, 40)]
    cases = [
        unknown_case(name, groups[0], groups[1], unknown, groups)
        for name, unknown in [
            ("few_unknown", (2, 10)),
            ("all_with", (6, 6)),
            ("none_with", (0, 7)),
            ("one", (1, 1)),
        ]
    ]
    tight = [(12, 100), (10, 100)]
    cases += [unknown_case("unknown_could_turn_it", *tight, (5, 12), tight)]
    cases += [unknown_case("no_gap_at_first", (10, 100), (10, 100), (0, 9), [(10, 100), (10, 100)])]
    write("people_of_unknown_group", "make/people.py", cases)

    row = lambda: (
        random.randint(100, 5000),
        random.randint(0, 400) / 1000,
        random.randint(100, 5000),
        random.randint(0, 400) / 1000,
    )
    cases = [
        parts_case("six_strata", [row() for _ in range(6)]),
        parts_case("one_stratum", [(10, 0.5, 900, 0.25)]),
    ]
    cases.append(parts_case("a_stratum_of_one_only", [(0, 0.0, 50, 0.3), (70, 0.2, 30, 0.1)]))
    write("rate_and_composition", "make/people.py", cases)

    cases = [
        within_case(
            "regions", [31.5, 20.25, 44, 12, 28, 30.5, 9], [30, 12, 7, 40, 25, 3, 18], [0, 0, 1, 1, 1, 2, 2]
        ),
        within_case("a_group_of_zero", [0, 3, 5, 8], [10, 20, 5, 10], [4, 4, 9, 9]),
        within_case("one_larger_group", [1, 2, 4], [5, 5, 5], [0, 0, 0]),
        within_case("each_its_own", [1, 2, 4], [5, 6, 7], [2, 1, 0]),
    ]
    write("between_and_within", "make/people.py", cases)

    tenths = [20 + place * 3 + random.randint(-4, 4) for place in range(10)]
    people = [random.randint(5, 60) for _ in range(10)]
    smoking, income = [30 - 2 * p for p in range(10)], [round(10 + p * p * 0.3, 2) for p in range(10)]
    cases = [
        factors_case("two_factors", tenths, people, [(-0.5, smoking), (0.25, income)], 47),
        factors_case("factor_averaging_zero", [5, 6, 9], [10, 10, 10], [(2, [-1, 0, 1])], 9),
        factors_case("no_inequality", [4, 4, 4, 4], [3, 9, 1, 7], [(1.5, [1, 2, 3, 4])], 4),
    ]
    write("concentration_by_factor", "make/people.py", cases)


if __name__ == "__main__":
    main()
