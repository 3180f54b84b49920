"""What every script here shares: quantiles to fifty digits, and the form of a case on disk.

Nothing here is read from the program: quantiles are found by bisection on the integrals that define them,
and sums are kept as fractions until they are written.
"""

import json
from fractions import Fraction
from pathlib import Path

from mpmath import betainc, erfc, gammainc, mp, mpf, sqrt

mp.dps = 50
FOLDER = Path(__file__).resolve().parent.parent


def big(number):
    """A fraction (or float) as a fifty-digit number."""
    number = Fraction(number)
    return mpf(number.numerator) / mpf(number.denominator)


def bisect(rising, low, high):
    """Where a rising function crosses 0."""
    low, high = mpf(low), mpf(high)
    for _ in range(180):
        middle = (low + high) / 2
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def normal_z(confidence=0.95):
    """The normal quantile of a two-sided interval."""
    tail = (1 - big(Fraction(str(confidence)))) / 2
    return bisect(lambda z: tail - erfc(z / sqrt(2)) / 2, 0, 40)


def student_t(freedom, confidence=0.95):
    """Student's quantile of a two-sided interval."""
    tail = (1 - big(Fraction(str(confidence)))) / 2

    def above(t):
        x = freedom / (freedom + t * t)
        return betainc(mpf(freedom) / 2, mpf(1) / 2, 0, x, regularized=True) / 2

    return bisect(lambda t: tail - above(t), 0, 10000)


def chi_square_above(x, freedom):
    """The chance of a chi-square above x."""
    return gammainc(mpf(freedom) / 2, big(x) / 2, regularized=True)


def plain(value):
    """A number as it is written: the nearest double, null for none."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, Fraction):
        return value.numerator / value.denominator
    return float(value)


def case(name, given, expect=None, options=None, error=None):
    """One case. A lone number of `expect` becomes a column of one."""
    out = {"name": name, "input": plain_columns(given), "options": options or {}}
    if error:
        out["expect_error"] = error
    else:
        out["expect"] = plain_columns(expect)
        out["tolerance"] = 1e-10
    return out


def plain_columns(columns):
    """Columns of plain numbers."""
    return {
        name: plain(column) if isinstance(column, (list, tuple)) else [plain(column)]
        for name, column in columns.items()
    }


def write(method, how, cases):
    """Writes the cases of one method."""
    whole = {
        "schema": "hioracle/1",
        "method": method,
        "source": "plain Python, fractions and 50-digit numbers: " + how,
        "n_cases": len(cases),
        "cases": cases,
    }
    path = FOLDER / f"{method}.json"
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
