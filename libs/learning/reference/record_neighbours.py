"""Records scikit-learn's KNN imputation, nearest neighbours and imputer-scaler-regression pipelines.

    python -m venv venv && venv/bin/pip install scikit-learn && venv/bin/python record_neighbours.py

All data is continuous to three digits, and `without_ties` checks that no neighbour list depends on the order of rows.
"""
import json
import os

import numpy as np
import sklearn
from sklearn.impute import KNNImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import pairwise_distances
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = os.path.dirname(os.path.abspath(__file__))


def numbers(array):
    """Seven significant digits: values have 32 bits."""
    flat = np.asarray(array, dtype=np.float64).ravel().tolist()
    return [None if np.isnan(x) else float(f"{x:.7g}") for x in flat]


def without_ties(distances):
    ordered = np.sort(distances, axis=1)
    gaps = np.diff(ordered, axis=1)
    assert (gaps[:, :12] > 1e-6).all(), "two neighbours are equally near"


def data(seed, rows=40, columns=5, missing=0.0, classes=2):
    random = np.random.default_rng(seed)
    x = np.round(random.normal(size=(rows, columns)) * [1, 4, 0.2, 2, 1][:columns], 3).astype(np.float32)
    score = x[:, 0] + 0.4 * x[:, 1] - 3 * x[:, 2] + random.normal(size=rows)
    y = np.digitize(score, np.quantile(score, np.linspace(0, 1, classes + 1)[1:-1]))
    x[random.random(x.shape) < missing] = np.nan
    return x.astype(np.float64), y


def imputed():
    """Missing here and there, whole columns, whole rows, and nothing in common with any donor."""
    cases = []

    def add(name, train, rows):
        imputer = KNNImputer(n_neighbors=3, keep_empty_features=True).fit(train)
        cases.append({"name": name, "columns": train.shape[1], "train": numbers(train), "rows": numbers(rows),
                      "imputed": numbers(imputer.transform(rows))})

    train, _ = data(1, missing=0.15)
    rows, _ = data(2, rows=15, missing=0.3)
    add("a few values of training rows", train, train[:15])
    add("a few values of other rows", train, rows)
    alone = rows[:4].copy()
    alone[:, 1:] = np.nan
    add("all values but one", train, alone)
    add("every value", train, np.full((1, 5), np.nan))
    empty = train.copy()
    empty[:, 3] = np.nan
    gaps = rows[:6].copy()
    gaps[:, 3] = np.nan
    add("a column without values", empty, gaps)
    few = train.copy()
    few[2:, 4] = np.nan
    few[:2, 4] = [1.25, 2.5]
    add("fewer donors than neighbours", few, rows[:6])
    apart = np.array([[1.5, np.nan, 2], [2.25, np.nan, 3], [np.nan, 7, np.nan], [np.nan, 9.5, np.nan]])
    add("no column shared with any donor", apart, np.array([[1, np.nan, 2], [np.nan, 8, np.nan]], dtype=float))
    return cases


def neighbours():
    cases = []
    for classes, k, weights in [(2, 3, "uniform"), (2, 7, "distance"), (3, 5, "uniform"), (3, 5, "distance"),
                                (2, 11, "uniform")]:
        x, y = data(10 + classes, rows=45, classes=classes)
        queries = np.vstack([data(20, rows=9)[0], x[:3]])
        scaler = StandardScaler().fit(x)
        without_ties(pairwise_distances(scaler.transform(queries), scaler.transform(x)))
        model = KNeighborsClassifier(n_neighbors=k, weights=weights, algorithm="brute")
        model.fit(scaler.transform(x), y)
        cases.append({"classes": classes, "k": k, "weights": weights, "x": numbers(x), "y": y.tolist(),
                      "queries": numbers(queries),
                      "probabilities": numbers(model.predict_proba(scaler.transform(queries)))})
    return cases


def duplicated():
    """Rows that stand several times: neighbours are counted on the rows as they stand."""
    x, y = data(30, rows=40)
    times = np.random.default_rng(31).integers(1, 4, size=40)
    queries = data(32, rows=15)[0]
    many, labels = np.repeat(x, times, axis=0), np.repeat(y, times)
    scaler = StandardScaler().fit(many)
    without_ties(pairwise_distances(scaler.transform(queries), scaler.transform(x)))
    cases = []
    for k, weights in [(5, "uniform"), (7, "distance")]:
        model = KNeighborsClassifier(n_neighbors=k, weights=weights, algorithm="brute")
        model.fit(scaler.transform(many), labels)
        cases.append({"k": k, "weights": weights,
                      "probabilities": numbers(model.predict_proba(scaler.transform(queries)))})
    return {"x": numbers(x), "y": y.tolist(), "times": times.tolist(), "queries": numbers(queries), "cases": cases}


def regression():
    cases = []
    for classes, C in [(2, 0.1), (2, 10.0), (3, 1.0)]:
        x, y = data(40 + classes, rows=60, missing=0.1, classes=classes)
        queries, _ = data(50, rows=12, missing=0.2)
        model = LogisticRegression(C=C, tol=1e-12, max_iter=100000)
        pipeline = make_pipeline(KNNImputer(n_neighbors=3), StandardScaler(), model).fit(x, y)
        cases.append({
            "classes": classes, "C": C, "x": numbers(x), "y": y.tolist(), "queries": numbers(queries),
            "means": numbers(pipeline[1].mean_), "scales": numbers(pipeline[1].scale_),
            "coefficients": pipeline[2].coef_.ravel().tolist(), "intercepts": pipeline[2].intercept_.tolist(),
            "probabilities": pipeline.predict_proba(queries).ravel().tolist(),
        })
    return cases


with open(os.path.join(HERE, "neighbours.json"), "w") as file:
    json.dump({"scikitLearn": sklearn.__version__, "imputed": imputed(), "neighbours": neighbours(),
               "duplicated": duplicated(), "regression": regression()}, file, separators=(",", ":"))
    file.write("\n")
