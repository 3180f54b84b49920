"""The figures that studies_ages.rs expects, by plain arithmetic: run it and compare."""
from math import erfc, exp, hypot, log, pi, sqrt
from statistics import NormalDist

z = NormalDist().inv_cdf(0.975)
ESP = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000]
W = {"0-14": sum(ESP[0:3]), "15-44": sum(ESP[3:9]), "45-64": sum(ESP[9:13]), "65+": sum(ESP[13:])}
# group: band: (events, people)
D = {
    "1": {"0-14": (8, 4000), "15-44": (40, 9000), "45-64": (90, 5000), "65+": (120, 2000)},
    "2": {"0-14": (5, 3500), "15-44": (30, 8500), "45-64": (80, 6000), "65+": (140, 3000)},
    "3": {"0-14": (3, 3000), "15-44": (20, 8000), "45-64": (60, 6500), "65+": (150, 4500)},
}


def byar(o):
    return o * (1 - 1 / (9 * o) - z / (3 * sqrt(o))) ** 3, (o + 1) * (1 - 1 / (9 * (o + 1)) + z / (3 * sqrt(o + 1))) ** 3


def dsr(g, bands=tuple(W)):
    total = sum(W[b] for b in bands)
    value = sum(W[b] * g[b][0] / g[b][1] for b in bands) / total
    variance = sum((W[b] / total) ** 2 * g[b][0] / g[b][1] ** 2 for b in bands)
    events = sum(g[b][0] for b in bands)
    lower, upper = byar(events)
    step = sqrt(variance / events)
    return value, value + step * (lower - events), value + step * (upper - events)


R = {k: dsr(D[k]) for k in D}
print("rates", R)
a, b = R["1"], R["3"]
gap = a[0] - b[0]
print("difference", gap, gap - hypot(a[0] - a[1], b[2] - b[0]), gap + hypot(a[2] - a[0], b[0] - b[1]))
la, lb = [list(map(log, x)) for x in (a, b)]
gap = la[0] - lb[0]
print("ratio", *map(exp, (gap, gap - hypot(la[0] - la[1], lb[2] - lb[0]), gap + hypot(la[2] - la[0], lb[0] - lb[1]))))
people = [sum(n for _, n in D[k].values()) for k in D]
shares = [p / sum(people) for p in people]
ranks = [sum(shares[:i]) + s / 2 for i, s in enumerate(shares)]
mean = sum(s * r for s, r in zip(shares, ranks))
spread = sum(s * (r - mean) ** 2 for s, r in zip(shares, ranks))
weights = [s * (r - mean) / spread for s, r in zip(shares, ranks)]
slope = -sum(w * R[k][0] for w, k in zip(weights, D))
error = sqrt(sum((w * (R[k][2] - R[k][1]) / 2 / z) ** 2 for w, k in zip(weights, D)))
print("slope", slope, slope - z * error, slope + z * error)
print("cut to 15-64", dsr(D["1"], ("15-44", "45-64")), (W["15-44"] + W["45-64"]) / 1e5)


def share(g):
    p = sum(W[b] * x / n for b, (x, n) in g.items()) / 1e5
    v = sum((W[b] / 1e5) ** 2 * (x / n) * (1 - x / n) / n for b, (x, n) in g.items())
    m = p * (1 - p) / v
    centre = (p + z * z / 2 / m) / (1 + z * z / m)
    half = z * sqrt(p * (1 - p) / m + z * z / 4 / m / m) / (1 + z * z / m)
    return p, centre - half, centre + half


print("share", share(D["1"]))
known = {b: (sum(D[k][b][0] for k in D), sum(D[k][b][1] for k in D)) for b in W}
for k in D:
    expected = sum(D[k][b][1] * known[b][0] / known[b][1] for b in W)
    events = sum(x for x, _ in D[k].values())
    print("ratio of", k, events / expected, *(limit / expected for limit in byar(events)))
    rate = sum(known[b][1] * D[k][b][0] / D[k][b][1] for b in W)
    print("comparative figure of", k, rate / sum(x for x, _ in known.values()))

first, last = D["1"], D["3"]
A, B = (sum(n for _, n in side.values()) for side in (first, last))
parts = {}
for q in W:
    (x, n), (y, m) = first[q], last[q]
    parts[q] = ((n / A + m / B) / 2 * (x / n - y / m), (x / n + y / m) / 2 * (n / A - m / B))
print("rates", sum(r for r, _ in parts.values()), "make-up", sum(c for _, c in parts.values()), parts)

apart = [(x / n - y / m, x / n * (1 - x / n) / n + y / m * (1 - y / m) / m) for (x, n), (y, m) in zip(first.values(), last.values())]
pooled = sum(d / v for d, v in apart) / sum(1 / v for _, v in apart)
q = sum((d - pooled) ** 2 / v for d, v in apart)
print("chance of Q", erfc(sqrt(q / 2)) + sqrt(2 * q / pi) * exp(-q / 2))

# Poisson regression of groups and bands: alternate between the two until both margins fit.
group, age = {k: 1.0 for k in D}, {q: 0.01 for q in W}
for _ in range(100_000):
    group = {k: sum(D[k][q][0] for q in W) / sum(D[k][q][1] * age[q] for q in W) for k in D}
    age = {q: sum(D[k][q][0] for k in D) / sum(D[k][q][1] * group[k] for k in D) for q in W}
everyone = sum(D[k][q][1] * age[q] * group["3"] for k in D for q in W) / sum(people)
for k in ("1", "2"):
    times = group[k] / group["3"]
    print("adjusted", k, times, everyone * (times - 1))

# Deaths among people from one age to the next.
L = {
    "1": [(0, 1, 6, 1000), (1, 15, 4, 14000), (15, 45, 60, 30000), (45, 65, 200, 20000), (65, None, 700, 12000)],
    "3": [(0, 1, 3, 1000), (1, 15, 2, 14000), (15, 45, 30, 30000), (45, 65, 110, 20000), (65, None, 900, 18000)],
}
for k, rows in L.items():
    alive, reach, years = 1.0, [], []
    for start, end, deaths, n in rows:
        rate, lived = deaths / n, 0.1 if (start, end) == (0, 1) else 0.5
        width = end - start if end else None
        dying = width * rate / (1 + width * (1 - lived) * rate) if end else 1
        reach.append(alive)
        years.append(width * alive * (1 - (1 - lived) * dying) if end else alive / rate)
        alive *= 1 - dying
    print("life expectancy of", k, sum(years), years[-1] / reach[-1])
    well = {"1": 0.75, "3": 0.9}[k]
    error = sqrt(sum(y * y * well * (1 - well) / row[3] for y, row in zip(years, rows)))
    print("healthy", well * sum(years), well * sum(years) - z * error, well * sum(years) + z * error)
