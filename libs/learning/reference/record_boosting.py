"""Records what scikit-learn's boostings predict on small fixed data.

    venv/bin/python record_boosting.py
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, HistGradientBoostingClassifier
from sklearn.metrics import log_loss
from sklearn.tree import DecisionTreeClassifier

HERE = os.path.dirname(os.path.abspath(__file__))
TRAIN = 120

# One decimal: fewer than 255 values, so that binning loses nothing. Row weights of two decimals leave no two splits
# equally good, so there is one right ensemble.
random = np.random.default_rng(11)
x = np.round(random.normal(size=(2 * TRAIN, 4)), 1)
score = x[:, 0] - 0.8 * x[:, 1] * (x[:, 2] > 0) + 0.7 * random.normal(size=2 * TRAIN)
two = (score > 0.3).astype(int)
three = np.digitize(score, [-0.6, 0.9])
weights = np.round(random.uniform(0.2, 3, TRAIN), 2)
gaps = x.copy()
gaps[random.random(x.shape) < 0.15] = np.nan


def numbers(array, decimals=6):
    return [None if np.isnan(each) else round(each, decimals) for each in np.asarray(array, float).ravel().tolist()]


def chosen(classes, missing, weighted):
    return (gaps if missing else x)[:TRAIN], (two if classes == 2 else three)[:TRAIN], weights if weighted else None


def histogram_case(options, classes=2, missing=False, balanced=False, estimators=20):
    # It balances classes by their rows, whatever these weigh; Weir by their weight.
    weighted = not balanced
    rows, labels, own = chosen(classes, missing, weighted)
    model = HistGradientBoostingClassifier(
        max_iter=estimators, learning_rate=0.1, min_samples_leaf=1, early_stopping=False,
        class_weight="balanced" if balanced else None, **{"max_leaf_nodes": None, **options})
    model.fit(rows, labels, sample_weight=own)
    return {"options": options, "classes": classes, "missing": missing, "weighted": weighted, "balanced": balanced,
            "estimators": estimators, "probabilities": numbers(model.predict_proba(rows)[:, 1:])}


def friedman_case(**options):
    rows, labels, own = chosen(2, False, True)
    model = GradientBoostingClassifier(random_state=0, **options).fit(rows, labels, sample_weight=own)
    test = model.predict_proba(x[TRAIN:])
    return {"options": options, "probabilities": numbers(model.predict_proba(rows)[:, 1]),
            "testLogLoss": log_loss(two[TRAIN:], test)}


def adaboost_case(rate, depth, classes=2, weighted=True):
    rows, labels, own = chosen(classes, False, weighted)
    model = AdaBoostClassifier(DecisionTreeClassifier(max_depth=depth), n_estimators=40, learning_rate=rate,
                               random_state=0)
    model.fit(rows, labels, sample_weight=own)
    sizes = [size for size in (1, 10, 40) if size <= len(model.estimators_)]
    staged = list(model.staged_predict_proba(rows))
    return {"learningRate": rate, "depth": depth, "classes": classes, "weighted": weighted,
            "weights": numbers(model.estimator_weights_[:len(model.estimators_)]),
            "errors": numbers(model.estimator_errors_[:len(model.estimators_)]),
            "importance": numbers(model.feature_importances_),
            "stages": [{"size": size, "probabilities": numbers(staged[size - 1][:, 1:])} for size in sizes]}


warnings.simplefilter("error")
content = {
    "scikitLearn": sklearn.__version__, "train": TRAIN,
    "x": numbers(x), "gaps": numbers(gaps[:TRAIN]), "two": two.tolist(), "three": three.tolist(),
    "weights": weights.tolist(),
    "histogram": [
        histogram_case({"max_depth": 3}),
        histogram_case({"max_depth": 2, "l2_regularization": 1.0}),
        histogram_case({"max_leaf_nodes": 6}, balanced=True),
        histogram_case({"max_depth": 4, "max_leaf_nodes": 9, "l2_regularization": 1.0}),
        histogram_case({"max_depth": 3}, missing=True),
        histogram_case({"max_leaf_nodes": 5, "l2_regularization": 1.0}, missing=True, balanced=True),
        histogram_case({"max_depth": 1}, balanced=True),
        histogram_case({"max_depth": 3}, classes=3),
        histogram_case({"max_leaf_nodes": 5, "l2_regularization": 1.0}, classes=3, missing=True, balanced=True),
    ],
    "friedman": [friedman_case(n_estimators=1, learning_rate=0.1), friedman_case(n_estimators=1, max_leaf_nodes=5,
                                                                                 learning_rate=1.0),
                 friedman_case(n_estimators=60, learning_rate=0.1)],
    "adaboost": [
        adaboost_case(1.0, 1), adaboost_case(0.1, 1), adaboost_case(1.0, 2), adaboost_case(0.1, 2),
        adaboost_case(1.0, 1, classes=3), adaboost_case(0.1, 2, classes=3), adaboost_case(1.0, 1, weighted=False),
    ],
}
with open(os.path.join(HERE, "boosting.json"), "w") as file:
    json.dump(content, file, separators=(",", ":"))
    file.write("\n")
