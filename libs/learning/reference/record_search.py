"""Records how scikit-learn lays out the rungs of a successive halving and the folds of a time series.

    venv/bin/python record_search.py
"""
import json
import os

import numpy as np
import sklearn
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import HalvingGridSearchCV, TimeSeriesSplit
from sklearn.tree import DecisionTreeClassifier

HERE = os.path.dirname(os.path.abspath(__file__))


def halving(candidates, rows, factor, least):
    random = np.random.default_rng(1)
    labels = np.arange(rows) % 2
    search = HalvingGridSearchCV(
        DecisionTreeClassifier(random_state=1), {"max_depth": list(range(1, candidates + 1))}, factor=factor, cv=3,
        min_resources=least, random_state=1, refit=False)
    if least != "exhaust":
        # The later of the two ways to give a least number of rows: as much of them as 'exhaust' would take.
        wanted = int(np.floor(np.log(candidates) / np.log(factor)))
        search.set_params(min_resources=max(least, rows // factor ** wanted))
    search.fit(random.random((rows, 2)), labels)
    return {"candidates": candidates, "rows": rows, "factor": factor,
            "least": 12 if least == "exhaust" else least,
            "rungs": [{"candidates": int(c), "resources": int(r)}
                      for c, r in zip(search.n_candidates_, search.n_resources_)]}


def time_series(rows, folds):
    splits = TimeSeriesSplit(n_splits=folds).split(np.zeros(rows))
    return {"rows": rows, "folds": folds,
            "splits": [{"train": train.tolist(), "test": test.tolist()} for train, test in splits]}


with open(os.path.join(HERE, "search.json"), "w") as file:
    json.dump({
        "scikitLearn": sklearn.__version__,
        "halving": [halving(20, 600, 3, "exhaust"), halving(6, 1000, 3, "exhaust"), halving(9, 200, 2, "exhaust"),
                    halving(2, 100, 3, "exhaust"), halving(30, 300, 3, 60), halving(13, 450, 3, 20)],
        "timeSeries": [time_series(13, 3), time_series(20, 4), time_series(8, 2)],
    }, file, separators=(",", ":"))
    file.write("\n")
