"""Records scikit-learn's figures on small fixed data, for the tests to compare with.

    python -m venv venv && venv/bin/pip install scikit-learn && venv/bin/python record.py
"""
import json
import os

import numpy as np
import sklearn
from sklearn.calibration import _SigmoidCalibration
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (accuracy_score, average_precision_score, brier_score_loss, confusion_matrix, f1_score,
                             log_loss, precision_score, recall_score, roc_auc_score)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils.class_weight import compute_class_weight

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, content):
    content = {"scikitLearn": sklearn.__version__, **content}
    with open(os.path.join(HERE, name), "w") as file:
        json.dump(content, file, separators=(",", ":"))
        file.write("\n")


def numbers(array):
    return [None if isinstance(x, float) and np.isnan(x) else x for x in np.asarray(array).ravel().tolist()]


def metrics():
    random = np.random.default_rng(1)
    truth = random.integers(0, 2, 60)
    # One decimal, so that many scores are tied.
    score = np.round(np.clip(0.35 * truth + 0.7 * random.random(60), 0.05, 0.95), 1)
    predicted = (score >= 0.5).astype(int)
    three, said = random.integers(0, 3, 60), random.integers(0, 3, 60)
    write("metrics.json", {
        "labels": numbers(truth), "scores": numbers(score), "predicted": numbers(predicted),
        "precision": precision_score(truth, predicted), "recall": recall_score(truth, predicted),
        "f1": f1_score(truth, predicted), "f1OfZero": f1_score(truth, predicted, pos_label=0),
        "accuracy": accuracy_score(truth, predicted), "rocAuc": roc_auc_score(truth, score),
        "prAuc": average_precision_score(truth, score), "logLoss": log_loss(truth, score),
        "brier": brier_score_loss(truth, score),
        "threeLabels": numbers(three), "threePredicted": numbers(said),
        "threeConfusion": numbers(confusion_matrix(three, said)),
        "balanced": numbers(compute_class_weight("balanced", classes=np.arange(3), y=three)),
    })


def linear_data(classes, seed, missing):
    random = np.random.default_rng(seed)
    rows = 80
    x = np.round(random.normal(size=(rows, 4)) * [1, 5, 0.1, 2] + [0, 10, 0, -3], 3).astype(np.float32)
    score = x[:, 0] + 0.3 * (x[:, 1] - 10) - 4 * x[:, 2] + random.normal(size=rows)
    y = np.digitize(score, np.quantile(score, np.linspace(0, 1, classes + 1)[1:-1] + 0.1))
    if missing:
        x[random.random((rows, 4)) < 0.1] = np.nan
    return x, y


def logistic_regression():
    cases = []
    for classes, missing, balanced, C in [(2, False, False, 1.0), (2, True, True, 0.1), (2, False, True, 10.0),
                                          (3, False, True, 1.0), (3, True, False, 0.01)]:
        x, y = linear_data(classes, 7 + classes, missing)
        model = LogisticRegression(C=C, tol=1e-12, max_iter=100000, class_weight="balanced" if balanced else None)
        pipeline = make_pipeline(SimpleImputer(), StandardScaler(), model).fit(x.astype(np.float64), y)
        cases.append({
            "classes": classes, "balanced": balanced, "C": C, "x": numbers(x), "y": numbers(y),
            "coefficients": numbers(model.coef_), "intercepts": numbers(model.intercept_),
            "means": numbers(pipeline[1].mean_), "scales": numbers(pipeline[1].scale_),
            "probabilities": numbers(pipeline.predict_proba(x[:10].astype(np.float64))),
        })
    write("logistic-regression.json", {"cases": cases})


def describe(tree):
    """Nodes in pre-order: the column of an inner node, or the class shares of a leaf."""
    nodes = []

    def walk(node):
        if tree.children_left[node] < 0:
            nodes.append(numbers(tree.value[node][0] / tree.value[node][0].sum()))
            return
        nodes.append(int(tree.feature[node]))
        walk(tree.children_left[node])
        walk(tree.children_right[node])

    walk(0)
    return nodes


def trees():
    # Continuous columns and no deep nodes: no two splits are equally good, so there is one right tree.
    random = np.random.default_rng(3)
    x = np.round(random.normal(size=(150, 4)), 2).astype(np.float32)
    y = ((x[:, 0] > 0.1) ^ (x[:, 1] + 0.5 * random.normal(size=150) > 0)).astype(int) + (x[:, 2] > 1)
    gaps = x.copy()
    gaps[random.random((150, 4)) < 0.2] = np.nan
    cases = []
    for criterion, balanced, missing, options in [
        ("gini", False, False, {"max_depth": 3}), ("entropy", True, False, {"max_depth": 2}),
        ("log_loss", False, False, {"max_depth": 2}), ("gini", True, False, {"min_samples_leaf": 15}),
        ("entropy", False, False, {"max_leaf_nodes": 6}), ("gini", False, True, {"min_samples_leaf": 15}),
        ("entropy", True, True, {"max_depth": 2}),
    ]:
        weight = "balanced" if balanced else None
        model = DecisionTreeClassifier(criterion=criterion, class_weight=weight, random_state=0, **options)
        model.fit(gaps if missing else x, y)
        cases.append({"criterion": criterion, "balanced": balanced, "missing": missing, "options": options,
                      "nodes": describe(model.tree_), "importance": numbers(model.feature_importances_)})
    short = {name: numbers(values.astype(np.float64).round(2)) for name, values in (("x", x), ("gaps", gaps))}
    write("decision-tree.json", {**short, "y": numbers(y), "cases": cases})


def platt():
    random = np.random.default_rng(5)
    truth = random.integers(0, 2, 80)
    score = np.round(np.clip(0.3 * truth + 0.7 * random.random(80), 0, 1), 3)
    fitted = _SigmoidCalibration().fit(score, truth)
    # scikit-learn's a and b stand in 1 / (1 + exp(a s + b)).
    write("platt.json", {"labels": numbers(truth), "scores": numbers(score), "slope": -fitted.a_, "intercept": -fitted.b_})


metrics()
logistic_regression()
trees()
platt()
