"""Change over time: of a gap, a year, of activity, and what stands out of a series.

Lines are fitted by solving the two normal equations in fractions. A control chart's rules are asked of each
point in turn: is it in any run of seven, in any three neighbours that fit?
"""

from fractions import Fraction
from random import Random

from common import big, case, normal_z, student_t, write
from mpmath import exp, log, sqrt


def change_case(name, before, now, ratio):
    """Each gap is (value, lower, upper); its distances to the limits are added as squares."""
    scale = (lambda x: log(big(x))) if ratio else big
    (g, low, high), (k, k_low, k_high) = [[scale(x) for x in gap] for gap in (before, now)]
    change = k - g
    limits = [
        change - sqrt((k - k_low) ** 2 + (high - g) ** 2),
        change + sqrt((k_high - k) ** 2 + (g - low) ** 2),
    ]
    back = exp if ratio else (lambda x: x)
    given = {
        "value_of": [before[0], now[0]],
        "lower_of": [before[1], now[1]],
        "upper_of": [before[2], now[2]],
    }
    expect = {"value": back(change), "lower": back(limits[0]), "upper": back(limits[1])}
    return case(name, given, expect, {"ratio": ratio})


def annual_case(name, times, values, errors=None, confidence=0.95):
    t, y = [Fraction(str(x)) for x in times], [Fraction(str(x)) for x in values]
    w = [1 / Fraction(str(s)) ** 2 for s in errors] if errors else [Fraction(1)] * len(t)
    total = lambda *lists: sum((product(parts) for parts in zip(w, *lists)), Fraction(0))
    # [Σw Σwt; Σwt Σwt²][a; b] = [Σwy; Σwty], by Cramer's rule.
    bottom = total() * total(t, t) - total(t) ** 2
    slope = (total() * total(t, y) - total(t) * total(y)) / bottom
    height = (total(t, t) * total(y) - total(t) * total(t, y)) / bottom
    variance = total() / bottom
    if errors:
        reach = normal_z(confidence)
    else:
        left = sum((b - height - slope * a) ** 2 for a, b in zip(t, y))
        variance *= left / (len(t) - 2)
        reach = student_t(len(t) - 2, confidence)
    half = reach * sqrt(big(variance))
    expect = {"value": slope, "lower": big(slope) - half, "upper": big(slope) + half}
    given = {"time": times, "value_of": values}
    if errors:
        given["error"] = errors
    return case(name, given, expect, {"confidence": confidence})


def product(parts):
    out = Fraction(1)
    for part in parts:
        out *= part
    return out


def recovery_case(name, first, second, confidence=0.95):
    """Each group is (baseline events, baseline days, later events, later days)."""
    one, other = [Fraction(x1, d1) / Fraction(x0, d0) for x0, d0, x1, d1 in (first, second)]
    z = normal_z(confidence)

    def around(value, counts):
        error = sqrt(sum(1 / big(count) for count in counts))
        return exp(log(big(value)) - z * error), exp(log(big(value)) + z * error)

    alone = around(one, [first[0], first[2]])
    both = around(one / other, [first[0], first[2], second[0], second[2]])
    expect = {"recovery": one, "recovery_lower": alone[0], "recovery_upper": alone[1]}
    expect.update(value=one / other, lower=both[0], upper=both[1])
    names = ["baseline_events", "baseline_days", "later_events", "later_days"]
    given = {names[place]: [first[place], second[place]] for place in range(4)}
    return case(name, given, expect, {"confidence": confidence})


def lag_case(name, days_1, shares_1, days_2, shares_2, share):
    reached = [
        min((d for d, s in zip(days, shares) if s >= share), default=None)
        for days, shares in ((days_1, shares_1), (days_2, shares_2))
    ]
    given = {"day_1": days_1, "share_1": shares_1, "day_2": days_2, "share_2": shares_2}
    lag = None if None in reached else reached[0] - reached[1]
    return case(name, given, {"lag": lag}, {"share": share})


def chart_case(name, values):
    exact = [None if v is None else Fraction(str(v)) for v in values]
    known = [v for v in exact if v is not None]
    mean = sum(known) / len(known)
    ranges = [abs(b - a) for a, b in zip(exact, exact[1:]) if a is not None and b is not None]
    usual = sum(ranges) / len(ranges)
    kept = [r for r in ranges if r < Fraction("3.267") * usual] or ranges
    reach = Fraction("2.66") * sum(kept) / len(kept)
    away = [None if v is None else v - mean for v in exact]
    expect = {"mean": mean, "lower": mean - reach, "upper": mean + reach}
    rules = {"outside": [], "shift": [], "trend": [], "near_limit": []}
    for here, distance in enumerate(away):
        runs = [range(start, start + 7) for start in range(here - 6, here + 1) if 0 <= start <= len(away) - 7]
        runs = [[away[p] for p in run] for run in runs if all(away[p] is not None for p in run)]
        threes = [
            range(start, start + 3) for start in range(here - 2, here + 1) if 0 <= start <= len(away) - 3
        ]
        threes = [[away[p] for p in three] for three in threes if all(away[p] is not None for p in three)]
        near = lambda d: reach * Fraction(2, 3) < abs(d) <= reach
        one_side = lambda run: all(d > 0 for d in run) or all(d < 0 for d in run)
        steps = lambda run: [b - a for a, b in zip(run, run[1:])]
        rules["outside"].append(distance is not None and abs(distance) > reach)
        rules["shift"].append(any(one_side(run) for run in runs))
        rules["trend"].append(any(one_side(steps(run)) for run in runs))
        rules["near_limit"].append(
            distance is not None
            and near(distance)
            and any(one_side(t) and sum(map(near, t)) >= 2 for t in threes)
        )
    expect.update({rule: [int(found) for found in column] for rule, column in rules.items()})
    return case(name, {"value_of": values}, expect)


def main():
    random = Random(20250404)
    f = lambda *texts: [Fraction(text) for text in texts]
    cases = [
        change_case("narrowing", f("5", "2", "8"), f("3", "-1", "7"), False),
        change_case("uneven_limits", f("0.12", "0.02", "0.31"), f("0.17", "0.11", "0.19"), False),
        change_case("no_change", f("4", "3", "5"), f("4", "3", "5"), False),
        change_case("ratios", f("1.4", "1.2", "1.7"), f("1.1", "0.8", "1.6"), True),
        change_case("ratio_below_one", f("0.7", "0.5", "0.9"), f("1.6", "1.5", "2.4"), True),
    ]
    write("change_in_a_gap", "make/series.py", cases)

    years = [2010 + year for year in range(14)]
    values = [round(30 - 0.4 * year + random.gauss(0, 1), 2) for year in range(14)]
    errors = [round(random.uniform(0.3, 1.2), 2) for _ in years]
    cases = [
        annual_case("fourteen_years", years, values),
        annual_case("fourteen_years_with_errors", years, values, errors, 0.998),
        annual_case("uneven_times", [2020, 2020.25, 2021.5, 2024], [5.5, 5.25, 3, 4]),
        annual_case("three_years_with_errors", [2020, 2021, 2023], [5, 4, 2], [0.5, 0.25, 2]),
        annual_case("flat", [1, 2, 3, 4], [7, 7, 7, 7], [1, 1, 2, 2]),
    ]
    write("annual_change", "make/series.py", cases)

    cases = [
        recovery_case("same_days", (1000, 365, 900, 365), (1000, 365, 1000, 365)),
        recovery_case("uneven_days", (4021, 366, 1987, 181), (912, 366, 501, 181), 0.998),
        recovery_case("one_event_each", (1, 30, 1, 31), (1, 30, 1, 31)),
    ]
    write("recovery", "make/series.py", cases)

    slow, fast = [0.1, 0.5, 0.5, 0.74, 0.92], [0.75, 0.9, 0.95]
    cases = [
        lag_case(f"to_{share}", [1, 4, 5, 9, 30], slow, [-2, 3, 7], fast, share)
        for share in (0.5, 0.75, 0.9, 0.05)
    ]
    cases += [lag_case("not_reached", [1, 4, 5, 9, 30], slow, [-2, 3, 7], fast, 0.95)]
    write("days_to_reach", "make/series.py", cases)

    usual = [round(random.gauss(50, 4), 1) for _ in range(24)]
    rising = usual[:10] + [46 + 1.7 * step for step in range(8)] + usual[18:]
    shifted = usual[:12] + [value + 9 for value in usual[12:]]
    holes = [None if place in (3, 11, 12, 20) else value for place, value in enumerate(shifted)]
    spike = usual[:15] + [95.5] + usual[16:]
    near = [50, 51, 50.5, 50, 51, 49, 50, 51, 49, 50, 53.4, 51, 53.2, 50, 49, 51, 47, 46.9, 49.5, 50]
    flat = [12, 12, 12, 12, 12, 12, 12, 12]
    names = ["usual", "rising", "shifted", "holes", "spike", "near", "flat"]
    series = [usual, rising, shifted, holes, spike, near, flat]
    write(
        "control_chart", "make/series.py", [chart_case(name, values) for name, values in zip(names, series)]
    )


if __name__ == "__main__":
    main()
