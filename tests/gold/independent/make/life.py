"""Healthy life expectancy, and the gap in life expectancy by age and cause.

A cohort is followed age by age in fractions. Healthy years are the cohort's years with everyone's health
counted; their variance is found by moving one band's share and seeing what the answer does. Arriaga's parts
are found without his formulae: the whole table is made again with the rates of one age exchanged.
"""

from fractions import Fraction
from random import Random

from common import big, case, normal_z, write
from mpmath import sqrt


def follow(ages):
    """Reaching each age, and years lived in it, of one newborn; an age is (from, to, deaths, people)."""
    reach, years, alive = [], [], Fraction(1)
    for start, end, deaths, people in ages:
        rate = Fraction(deaths) / Fraction(people)
        reach.append(alive)
        if end is None:
            years.append(alive / rate)
            continue
        width = end - start
        # Those who die in the band live this part of it; deaths solve d = rate × (years lived).
        part = Fraction(1, 10) if (start, end) == (0, 1) else Fraction(1, 2)
        dying = min(alive, alive * rate * width / (1 + rate * width * (1 - part)))
        years.append((alive - dying) * width + dying * width * part)
        alive -= dying
    return reach, years


def healthy(ages, shares, place):
    reach, years = follow(ages)
    return sum((y * h for y, h in zip(years[place:], shares[place:])), Fraction(0)) / reach[place]


def healthy_case(name, ages, shares, asked, confidence=0.95):
    z = normal_z(confidence)
    values, lowers, uppers = [], [], []
    for place in range(len(ages)):
        if follow(ages)[0][place] == 0:
            # No one of the cohort reaches this age.
            for column in (values, lowers, uppers):
                column.append(None)
            continue
        value = healthy(ages, shares, place)
        variance = Fraction(0)
        for band, share in enumerate(shares):
            moved = list(shares)
            moved[band] = share + 1
            pull = healthy(ages, moved, place) - value
            variance += pull**2 * share * (1 - share) / asked[band]
        half = z * sqrt(big(variance))
        values.append(value)
        lowers.append(big(value) - half)
        uppers.append(big(value) + half)
    given = {
        "from": [age[0] for age in ages],
        "to": [age[1] for age in ages],
        "deaths": [age[2] for age in ages],
        "people": [age[3] for age in ages],
        "share": shares,
        "asked": asked,
    }
    return case(name, given, {"value": values, "lower": lowers, "upper": uppers}, {"confidence": confidence})


def arriaga_case(name, first, second, causes):
    """`causes`: for each age the deaths of each cause in the first and in the second."""

    def expectancy(split):
        # The rates of the first below the age at `split`, those of the second from it on.
        return sum(follow(first[:split] + second[split:])[1])

    def in_band(ages, rates_of, place):
        # Years lived in the band by those of `ages` who reach it, at the other's rates in the band.
        return follow(ages[:place] + [rates_of[place]] + ages[place + 1 :])[1][place]

    many = len(first)
    both = [expectancy(place) - expectancy(place + 1) for place in range(many)]
    direct = [in_band(first, second, p) - in_band(first, first, p) for p in range(many)]

    def back(split):
        return sum(follow(second[:split] + first[split:])[1])

    reverse = [back(place + 1) - back(place) for place in range(many)]
    by_cause = []
    for place, (ones, others) in enumerate(causes):
        ones = [Fraction(d) / first[place][3] for d in ones]
        others = [Fraction(d) / second[place][3] for d in others]
        gap = sum(others) - sum(ones)
        by_cause += [both[place] * (b - a) / gap if gap else Fraction(0) for a, b in zip(ones, others)]
    given = {
        "from": [age[0] for age in first],
        "to": [age[1] for age in first],
        "deaths_1": [age[2] for age in first],
        "people_1": [age[3] for age in first],
        "deaths_2": [age[2] for age in second],
        "people_2": [age[3] for age in second],
        "cause_1": [d for ones, _ in causes for d in ones],
        "cause_2": [d for _, others in causes for d in others],
    }
    expect = {
        "direct": direct,
        "indirect": [a - b for a, b in zip(both, direct)],
        "symmetric": [(a + b) / 2 for a, b in zip(both, reverse)],
        "gap": sum(both),
        "by_cause": by_cause,
    }
    return case(name, given, expect)


STARTS = [0, 1] + list(range(5, 95, 5))


def bands(starts, random, worse=1.0, people=4000):
    ends = starts[1:] + [None]
    out = []
    for start, end in zip(starts, ends):
        many = random.randint(people // 2, people)
        risk = 0.0001 * 1.09**start * worse + (0.004 if start == 0 else 0)
        out.append((start, end, max(1, round(many * risk)), many))
    return out


def main():
    random = Random(20250101)
    standard = bands(STARTS, random)
    falling = [Fraction(96 - place * 3, 100) for place in range(20)]
    coarse = [(0, 15, 3, 4000), (15, 65, 60, 9000), (65, None, 700, 6000)]
    no_one_left = [(0, 50, 30, 4000), (50, 70, 900, 1500), (70, None, 300, 900)]
    no_deaths = [(0, 1, 0, 500)] + bands(STARTS, random)[1:]
    cases = [
        healthy_case("twenty_bands", standard, falling, [random.randint(80, 400) for _ in STARTS]),
        healthy_case("coarse_bands_998", coarse, [Fraction(1, 2)] * 3, [50, 70, 90], 0.998),
        healthy_case("all_or_none_healthy", coarse, [Fraction(1), Fraction(3, 4), Fraction(0)], [10, 20, 30]),
        healthy_case("one_asked", coarse, [Fraction(9, 10), Fraction(2, 3), Fraction(1, 7)], [1, 1, 1]),
        healthy_case("no_one_reaches_seventy", no_one_left, [Fraction(4, 5)] * 3, [40, 50, 60]),
        healthy_case("a_band_without_deaths", no_deaths, falling[::-1], [200] * 20, 0.9),
    ]
    write("healthy_life_expectancy", "make/life.py", cases)

    cases = []
    for name, starts, worse in [("twenty_ages", STARTS, 0.7), ("four_ages", [0, 20, 50, 80], 1.4)]:
        first, second = bands(starts, random), bands(starts, random, worse)
        split = []
        for one, other in zip(first, second):
            a, b = random.randint(0, one[2]), random.randint(0, other[2])
            split.append(([a, one[2] - a], [b, other[2] - b]))
        cases.append(arriaga_case(name, first, second, split))
    equal = bands([0, 20, 50, 80], random)
    cases.append(arriaga_case("equal_tables", equal, equal, [([a[2], 0], [a[2], 0]) for a in equal]))
    write("life_gap_by_age_and_cause", "make/life.py", cases)


if __name__ == "__main__":
    main()
