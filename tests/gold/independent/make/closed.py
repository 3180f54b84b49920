"""Intervals in closed form, against the errors found by nudging one group's value at a time.

Each measure is written once as a plain function of the values; how fast it moves with each value is a
difference quotient in sixty digits. Nothing is differentiated by hand.
"""

from random import Random

from common import big, case, normal_z, write
from mpmath import asin, exp, log, matrix, lu_solve, mp, mpf, sqrt

mp.dps = 60


def weights(people):
    return [big(n) / sum(people) for n in people]


def mean(y, p):
    return sum(a * b for a, b in zip(y, p))


def ranks(p):
    return [sum(p[:place]) + share / 2 for place, share in enumerate(p)]


def gini(y, p):
    """Half the mean distance of all pairs, over the mean."""
    pairs = sum(a * b * abs(v - w) for v, a in zip(y, p) for w, b in zip(y, p))
    return pairs / (2 * mean(y, p))


def atkinson(aversion):
    def of(y, p):
        if aversion == 1:
            return 1 - exp(mean([log(v) for v in y], p)) / mean(y, p)
        power = 1 - mpf(aversion)
        return 1 - mean([v**power for v in y], p) ** (1 / power) / mean(y, p)

    return of


def deviation(y, p):
    return sqrt(mean([v * v for v in y], p) - mean(y, p) ** 2)


def away(centre, weighted):
    def of(y, p):
        q = p if weighted else [mpf(1) / len(y)] * len(y)
        return mean([abs(v - centre(y, p)) for v in y], q)

    return of


def concentration(y, p):
    return 2 * (mean([v * r for v, r in zip(y, ranks(p))], p) - mean(y, p) / 2)


def line(y, p):
    """The heights at both ends of the weighted least-squares line."""
    r = ranks(p)
    spread = mean([a * a for a in r], p) - mpf(1) / 4
    slope = concentration(y, p) / 2 / spread
    return mean(y, p) - slope / 2, mean(y, p) + slope / 2


def curve(y, p):
    """Both ends of the logit curve, by Newton's steps on its two equations."""
    r = ranks(p)
    a = [log(mean(y, p) / (1 - mean(y, p))), mpf(0)]
    for _ in range(60):
        fit = [1 / (1 + exp(-a[0] - a[1] * rank)) for rank in r]
        left = [w * (v - f) for w, v, f in zip(p, y, fit)]
        bend = [w * f * (1 - f) for w, f in zip(p, fit)]
        moments = [sum(b * rank**k for b, rank in zip(bend, r)) for k in range(3)]
        score = matrix([sum(left), sum(e * rank for e, rank in zip(left, r))])
        step = lu_solve(matrix([[moments[0], moments[1]], [moments[1], moments[2]]]), score)
        a = [a[0] + step[0], a[1] + step[1]]
    return 1 / (1 + exp(-a[0])), 1 / (1 + exp(-a[0] - a[1]))


def ratio(ends):
    return lambda y, p: log(ends(y, p)[1] / ends(y, p)[0])


average = mean
first = lambda y, p: y[0]
last = lambda y, p: y[-1]
highest = lambda y, p: max(y)
over_mean = lambda of: lambda y, p: of(y, p) / mean(y, p)

# Name: what it is, whether it is taken on logarithms, whether it can be below 0.
MEASURES = {
    "atkinson-half": (atkinson("0.5"), False, False),
    "atkinson-one": (atkinson(1), False, False),
    "atkinson-two": (atkinson(2), False, False),
    "gini": (gini, False, False),
    "hoover": (lambda y, p: away(average, True)(y, p) / mean(y, p) / 2, False, False),
    "theil": (lambda y, p: mean([v * log(v / mean(y, p)) for v in y], p) / mean(y, p), False, False),
    "mean-log-deviation": (lambda y, p: -mean([log(v / mean(y, p)) for v in y], p), False, False),
    "deviation": (deviation, False, False),
    "variation": (over_mean(deviation), False, False),
    "from-mean-weighted": (away(average, True), False, False),
    "from-mean": (away(average, False), False, False),
    "from-best-weighted": (away(highest, True), False, False),
    "from-best": (away(highest, False), False, False),
    "from-reference-weighted": (away(first, True), False, False),
    "from-reference": (away(first, False), False, False),
    "disparity-weighted": (over_mean(away(average, True)), False, False),
    "disparity": (over_mean(away(average, False)), False, False),
    "attributable-risk": (lambda y, p: last(y, p) - mean(y, p), False, True),
    "attributable-fraction": (lambda y, p: last(y, p) / mean(y, p) - 1, False, True),
    "absolute-concentration": (concentration, False, True),
    "relative-concentration": (over_mean(concentration), False, True),
    "erreygers": (lambda y, p: 4 * concentration(y, p), False, True),
    "wagstaff": (lambda y, p: concentration(y, p) / mean(y, p) / (1 - mean(y, p)), False, True),
    "slope": (lambda y, p: line(y, p)[1] - line(y, p)[0], False, True),
    "relative": (ratio(line), True, True),
    "relative-log": (
        lambda y, p: line([log(v) for v in y], p)[1] - line([log(v) for v in y], p)[0],
        True,
        True,
    ),
    "slope-logit": (lambda y, p: curve(y, p)[1] - curve(y, p)[0], False, True),
    "relative-logit": (ratio(curve), True, True),
}


def variance_error(y, s, p):
    """The standard error of the variance between groups, as the quadratic form y'Qy of normal values."""
    many = range(len(y))
    q = [[(p[i] if i == j else 0) - p[i] * p[j] for j in many] for i in many]
    pull = [sum(q[i][j] * y[j] for j in many) for i in many]
    straight = 4 * sum((pull[i] * s[i]) ** 2 for i in many)
    bent = 2 * sum((q[i][j] * s[i] * s[j]) ** 2 for i in many for j in many)
    return sqrt(straight + bent)


def closed_case(name, measure, values, errors, people, confidence):
    of, on_logs, below_zero = MEASURES[measure]
    y, s, p = [big(str(v)) for v in values], [big(str(e)) for e in errors], weights(people)
    value, step, variance = of(y, p), mpf(10) ** -20, mpf(0)
    for place, error in enumerate(s):
        up, down = [[v + sign * step * (place == other) for other, v in enumerate(y)] for sign in (1, -1)]
        variance += ((of(up, p) - of(down, p)) / (2 * step) * error) ** 2
    if measure == "deviation":
        # The only one whose error counts the bend of the square too, as Ahn and others do for the variance.
        variance = (variance_error(y, s, p) / (2 * value)) ** 2
    half = normal_z(confidence) * sqrt(variance)
    ends = [value, value - half, value + half]
    if on_logs:
        ends = [exp(end) for end in ends]
    elif not below_zero:
        ends = [max(end, mpf(0)) for end in ends]
    given = {"values": values, "errors": errors, "people": people}
    options = {"measure": measure, "confidence": confidence}
    return case(f"{measure}_{name}", given, dict(zip(("value", "lower", "upper"), ends)), options)


def two_case(name, x, n, y, m, confidence=0.95):
    """Two groups of x of n and y of m people: angles, standard deviations, and shares of the whole."""
    z, p, q = normal_z(confidence), big(x) / n, big(y) / m
    h = 2 * asin(sqrt(p)) - 2 * asin(sqrt(q))
    reach = z * sqrt(mpf(1) / n + mpf(1) / m)
    d = (p - q) / sqrt((p * (1 - p) + q * (1 - q)) / 2)
    spread = z * sqrt(mpf(n + m) / (n * m) + d * d / (2 * (n + m)))
    without = (1 - p) / (1 - q)
    katz = lambda a, b, c, d: z * sqrt(mpf(1) / a - mpf(1) / b + mpf(1) / c - mpf(1) / d)
    short = katz(n - x, n, m - y, m)
    # The group's share of all events follows from its ratio to the rest.
    share = lambda r: r * n / (r * n + m)
    times = katz(x, n, y, m)
    shares = [share(p / q * exp(sign * times)) for sign in (0, -1, 1)]
    people = mpf(n) / (n + m)
    columns = {
        "h": [h, h - reach, h + reach],
        "d": [d, d - spread, d + spread],
        "shortfall": [without, without * exp(-short), without * exp(short)],
        "percent": [p / q * exp(sign * times) - 1 for sign in (0, -1, 1)],
        "share_gap": [one - people for one in shares],
        "representation": [one / people for one in shares],
    }
    expect = {
        name + end: three[place]
        for name, three in columns.items()
        for place, end in enumerate(("", "_lower", "_upper"))
    }
    return case(name, {"events": [x, y], "people": [n, m]}, expect, {"confidence": confidence})


def main():
    random = Random(20250707)
    shares = [0.213, 0.287, 0.334, 0.391, 0.452, 0.478]
    errors = [round(random.uniform(0.004, 0.03), 4) for _ in shares]
    people = [random.randint(400, 9000) for _ in shares]
    mixed = [0.62, 0.31, 0.55, 0.47, 0.71]
    cases = []
    for measure in MEASURES:
        cases.append(closed_case("gradient", measure, shares, errors, people, 0.95))
        cases.append(
            closed_case(
                "no_order", measure, mixed, [0.02, 0.01, 0.05, 0.03, 0.004], [50, 900, 310, 77, 640], 0.998
            )
        )
    write("closed_form_intervals", "make/closed.py", cases)
    cases = [
        two_case("shares", 120, 400, 230, 610),
        two_case("few_998", 3, 9, 5, 40, 0.998),
        two_case("equal", 10, 50, 20, 100),
    ]
    write("two_shares_compared", "make/closed.py", cases)


if __name__ == "__main__":
    main()
