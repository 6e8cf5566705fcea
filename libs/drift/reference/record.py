"""Records SciPy's figures for the tests: python3 record.py > scipy.json (needs numpy, scipy)."""

import json

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon

random = np.random.default_rng(7)


def ks(first, second, method):
    result = stats.ks_2samp(first, second, method=method)
    return {
        "first": [float(v) for v in first],
        "second": [float(v) for v in second],
        "method": "exact" if method == "exact" else "asymptotic",
        "statistic": float(result.statistic),
        "pValue": float(result.pvalue),
    }


def rounded(values):
    return np.round(values, 4)


ks_cases = [
    ks(rounded(random.normal(0, 1, m)), rounded(random.normal(shift, 1, n)), "exact")
    for m, n, shift in [(5, 7, 0), (10, 10, 0.5), (40, 25, 0), (60, 90, 1), (120, 80, 0.3), (33, 100, 3)]
]
ks_cases.append(ks(random.integers(0, 5, 60), random.integers(1, 6, 70), "exact"))
ks_cases += [
    ks(rounded(random.normal(0, 1, 1500)), rounded(random.normal(shift, 1, 1200)), "asymp") for shift in [0, 0.05, 0.3]
]
kolmogorov = [
    {"n": n, "d": z / n**0.5, "pValue": float(stats.kstwo.sf(z / n**0.5, n))}
    for n in [1000, 5000, 100_000]
    for z in [0.1, 0.5, 0.8, 1.2, 1.63, 2.5, 4]
]
smirnov = [
    {"m": m, "n": n, "distance": d, "pValue": float(stats.ks_2samp(*pair, method="exact").pvalue)}
    for m, n in [(7, 5), (200, 300), (500, 500)]
    for shift in [1, 3]
    for pair in [(random.normal(0, 1, m), random.normal(0, 1, n) + shift / 4)]
    for d in [round(float(stats.ks_2samp(*pair).statistic) * m * n)]
]


def chi(table):
    result = stats.chi2_contingency(table, correction=False)
    return {
        "table": table,
        "statistic": float(result.statistic),
        "pValue": float(result.pvalue),
        "degreesOfFreedom": int(result.dof),
        "smallestExpected": float(result.expected_freq.min()),
    }


chi_cases = [
    chi(table)
    for table in [
        [[10, 20], [30, 40]],
        [[3, 1, 8], [2, 5, 5]],
        [[1000, 2000, 3000], [1100, 1900, 3050]],
        [[5000, 100], [100, 5000]],
        [[12, 7, 9, 4], [11, 8, 8, 6], [2, 20, 3, 1]],
    ]
] + [chi(random.integers(1, 50, (2, 30)).tolist())]


def psi(r, c):
    r = np.maximum(np.array(r) / np.sum(r), 1e-4)
    c = np.maximum(np.array(c) / np.sum(c), 1e-4)
    return float(np.sum((c - r) * np.log(c / r)))


bins = [
    ([10, 20, 30], [10, 20, 30]),
    ([100, 200, 300, 0], [120, 150, 310, 20]),
    ([1, 0], [0, 1]),
    (random.integers(0, 90, 12).tolist(), random.integers(0, 90, 12).tolist()),
]
divergence = [
    {"reference": r, "current": c, "populationStabilityIndex": psi(r, c), "jensenShannon": float(jensenshannon(r, c, 2))}
    for r, c in bins
]
p_values = [[0.01, 0.04, 0.03, 0.005], [0.9], [0.2, 0.2, 1, 0], random.random(12).round(6).tolist()]
print(
    json.dumps(
        {
            "scipy": scipy.__version__,
            "kolmogorovSmirnov": ks_cases,
            "kolmogorov": kolmogorov,
            "smirnov": smirnov,
            "chiSquared": chi_cases,
            "chiSquaredSurvival": [
                {"statistic": x, "degreesOfFreedom": k, "pValue": float(stats.chi2.sf(x, k))}
                for k in [1, 2, 5, 50, 255, 2000]
                for x in [0, 0.01, 1.5, k * 0.9, k + 3, 3.0 * k, 600]
            ],
            "divergence": divergence,
            "benjaminiHochberg": [
                {"pValues": p, "adjusted": stats.false_discovery_control(p).tolist()} for p in p_values
            ],
        }
    )
)
