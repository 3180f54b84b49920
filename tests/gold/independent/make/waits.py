"""Means, percentiles and gaps of waits, person by person.

Every wait stands in a list; nothing is counted in bins. Chances of order statistics are sums of exact
binomial terms, chances of a longer wait are counted over all pairs.
"""

from fractions import Fraction
from math import comb
from random import Random

from common import big, case, normal_z, student_t, write
from mpmath import exp, log, sqrt


def moments(values):
    many = len(values)
    mean = sum(values, Fraction(0)) / many
    # Half the mean squared distance of all pairs is the variance with n − 1.
    if many < 2:
        return mean, None
    pairs = sum((a - b) ** 2 for a in values for b in values)
    return mean, pairs / (2 * many * (many - 1))


def ratio_case(name, ones, others, confidence=0.95):
    (m, v), (k, w) = moments(ones), moments(others)
    error = sqrt(big(v / (m * m * len(ones)) + w / (k * k * len(others))))
    z = normal_z(confidence)
    middle = log(big(m)) - log(big(k))
    expect = {"value": m / k, "lower": exp(middle - z * error), "upper": exp(middle + z * error)}
    return case(name, {"first": ones, "second": others}, expect, {"confidence": confidence})


def geometric_case(name, values, confidence=0.95):
    if min(values) <= 0:
        return case(name, {"value_of": values}, error="a wait of zero has no logarithm")
    many = len(values)
    product = Fraction(1)
    for value in values:
        product *= value
    middle = log(big(product)) / many
    expect = {"value": exp(middle), "lower": None, "upper": None}
    if many > 1:
        scatter = sum((log(big(value)) - middle) ** 2 for value in values) / (many - 1)
        half = student_t(many - 1, confidence) * sqrt(scatter / many)
        expect.update(lower=exp(middle - half), upper=exp(middle + half))
    return case(name, {"value_of": values}, expect, {"confidence": confidence})


def below(n, share, place):
    """P(X < place) for X binomial."""
    terms = (comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(place))
    return sum(terms, Fraction(0))


def percentile(values, share, confidence):
    """The percentile with its limits; the median of an even number lies between the middle two."""
    ordered, n = sorted(values), len(values)
    tail = (1 - Fraction(str(confidence))) / 2
    reached = [v for place, v in enumerate(ordered, 1) if Fraction(place, n) >= share]
    value = reached[0]
    if share == Fraction(1, 2):
        value = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    lows = [place for place in range(1, n + 1) if below(n, share, place) <= tail]
    highs = [place for place in range(1, n + 1) if below(n, share, place) >= 1 - tail]
    if not lows or not highs:
        return value, None, None
    return value, ordered[max(lows) - 1], ordered[min(highs) - 1]


def percentile_case(name, ones, others, share, confidence=0.95):
    share = Fraction(str(share))
    a, b = percentile(ones, share, confidence), percentile(others, share, confidence)
    expect = {"first_value": a[0], "first_lower": a[1], "first_upper": a[2]}
    expect.update(second_value=b[0], second_lower=b[1], second_upper=b[2])
    expect.update(value=a[0] - b[0], lower=None, upper=None)
    if a[1] is not None and b[1] is not None:
        gap = big(a[0] - b[0])
        expect["lower"] = gap - sqrt(big((a[0] - a[1]) ** 2 + (b[2] - b[0]) ** 2))
        expect["upper"] = gap + sqrt(big((a[2] - a[0]) ** 2 + (b[0] - b[1]) ** 2))
    options = {"share": float(share), "confidence": confidence}
    return case(name, {"first": ones, "second": others}, expect, options)


def gaps_case(name, ones, others):
    over = lambda values, t: Fraction(sum(v > t for v in values), len(values))
    thresholds = sorted(set(ones) | set(others))
    gaps = [over(ones, t) - over(others, t) for t in thresholds]
    return case(name, {"first": ones, "second": others}, {"threshold": thresholds, "gap": gaps})


def longer_case(name, ones, others, confidence=0.95):
    wins = sum(Fraction((a > b) + (a >= b), 2) for a in ones for b in others)
    n, m = len(ones), len(others)
    p = wins / (n * m)
    expect = {"value": p, "lower": None, "upper": None}
    if 0 < p < 1:
        # Hanley and McNeil's chances that one wait beats two, and that two beat one, for exponential waits.
        two_one, one_two = p / (2 - p), 2 * p * p / (1 + p)
        size = Fraction(n + m, 2)
        variance = p * (1 - p) + (size - 1) * (two_one - p * p) + (size - 1) * (one_two - p * p)
        slope = 1 / (p * (1 - p))
        half = normal_z(confidence) * sqrt(big(variance / (n * m))) * big(slope)
        middle = log(big(p / (1 - p)))
        expect["lower"] = 1 / (1 + exp(half - middle))
        expect["upper"] = 1 / (1 + exp(-half - middle))
    return case(name, {"first": ones, "second": others}, expect, {"confidence": confidence})


def main():
    random = Random(20250303)
    waits = lambda many, mean: [Fraction(int(random.expovariate(1 / mean)) + 1) for _ in range(many)]
    exact = lambda many: [Fraction(random.randint(1, 90_000_000), 1_000_000) for _ in range(many)]
    long, short, fine, two = waits(60, 22), waits(45, 15), exact(31), [Fraction(2), Fraction(9)]
    far = [Fraction(5000), Fraction(9000), Fraction(4095), Fraction(4096)]
    same = [Fraction(7)] * 12
    pairs = [
        ("weeks", long, short),
        ("days_to_the_millionth", fine, exact(24)),
        ("beyond_the_dense", far, long),
    ]

    cases = [ratio_case(name, a, b) for name, a, b in pairs]
    cases += [ratio_case("two_values_998", two, short, 0.998), ratio_case("no_spread", same, same)]
    write("ratio_of_means", "make/waits.py", cases)

    cases = [geometric_case(name, a) for name, a, _ in pairs]
    cases += [geometric_case("two_values_90", two, 0.9), geometric_case("one_value", two[:1])]
    cases += [geometric_case("alike", same), geometric_case("a_wait_of_zero", [Fraction(0)] + two)]
    write("geometric_mean", "make/waits.py", cases)

    cases = [
        percentile_case(f"{name}_{share}", a, b, share) for name, a, b in pairs for share in (0.5, 0.9, 0.25)
    ]
    cases += [percentile_case("too_few", two, short, 0.5), percentile_case("six", same[:6], long, 0.5)]
    cases.append(percentile_case("weeks_998", long, short, 0.5, 0.998))
    write("percentile_difference", "make/waits.py", cases)

    cases = [gaps_case(name, a, b) for name, a, b in pairs]
    cases += [gaps_case("one_each", two[:1], two[1:]), gaps_case("alike", same, same[:3])]
    write("gap_at_every_threshold", "make/waits.py", cases)

    cases = [longer_case(name, a, b) for name, a, b in pairs]
    cases += [longer_case("alike", same, same[:3]), longer_case("always", two[1:], two[:1], 0.9)]
    cases.append(longer_case("few_998", two, [Fraction(2), Fraction(2), Fraction(11)], 0.998))
    write("chance_of_a_longer_wait", "make/waits.py", cases)


if __name__ == "__main__":
    main()
