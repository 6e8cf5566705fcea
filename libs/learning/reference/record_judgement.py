"""Records scikit-learn's recall at a false positive rate, isotonic regression and reliability curves.

    venv/bin/python record_judgement.py
"""
import json
import os

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.inspection import permutation_importance
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_curve
from sklearn.preprocessing import StandardScaler
from sklearn.pipeline import make_pipeline

HERE = os.path.dirname(os.path.abspath(__file__))


def numbers(array):
    return np.asarray(array).ravel().tolist()


def scored(seed, rows, decimals):
    random = np.random.default_rng(seed)
    truth = random.integers(0, 2, rows)
    # Rounded, so that many scores are tied.
    return truth, np.round(np.clip(0.3 * truth + 0.7 * random.random(rows), 0, 1), decimals)


def recalls():
    cases = []
    for seed, rows, decimals in [(1, 100, 1), (2, 400, 2), (3, 1200, 3)]:
        truth, score = scored(seed, rows, decimals)
        fpr, tpr, _ = roc_curve(truth, score, drop_intermediate=False)
        rates = [0, 0.001, 0.01, 0.05, 0.5, 1]
        cases.append({"labels": numbers(truth), "scores": numbers(score), "rates": rates,
                      "recalls": [float(tpr[fpr <= rate].max()) for rate in rates]})
    return cases


def isotonic():
    random = np.random.default_rng(4)
    x = np.round(random.random(150), 2)
    cases = []
    for y in [(random.random(150) < x ** 2).astype(float), np.round(np.sin(3 * x) + random.normal(size=150), 2),
              -np.round(x, 1)]:
        fitted = IsotonicRegression(out_of_bounds="clip").fit(x, y)
        at = np.round(np.linspace(-0.2, 1.2, 57), 4)
        cases.append({"x": numbers(x), "y": numbers(y), "inputs": numbers(fitted.X_thresholds_),
                      "outputs": numbers(fitted.y_thresholds_), "at": numbers(at),
                      "predicted": numbers(fitted.predict(at))})
    return cases


def reliability():
    truth, score = scored(5, 200, 2)
    curves = []
    for strategy in ["uniform", "quantile"]:
        for bins in [5, 10]:
            observed, predicted = calibration_curve(truth, score, n_bins=bins, strategy=strategy)
            curves.append({"strategy": strategy, "bins": bins, "observed": numbers(observed),
                           "predicted": numbers(predicted)})
    return {"labels": numbers(truth), "scores": numbers(score), "curves": curves}


def permutation():
    random = np.random.default_rng(6)
    x = np.round(random.normal(size=(200, 3)), 2)
    y = (x[:, 0] + 0.5 * x[:, 1] + 0.5 * random.normal(size=200) > 0).astype(int)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, tol=1e-12, max_iter=100000)).fit(x, y)
    case = {"x": numbers(x), "y": numbers(y)}
    for name, scoring in [("f1", "f1"), ("logLoss", "neg_log_loss")]:
        found = permutation_importance(model, x, y, scoring=scoring, n_repeats=200, random_state=0)
        case[name] = {"mean": numbers(found.importances_mean), "standardDeviation": numbers(found.importances_std)}
    return case


content = {"scikitLearn": sklearn.__version__, "recalls": recalls(), "isotonic": isotonic(),
           "reliability": reliability(), "permutation": permutation()}
with open(os.path.join(HERE, "judgement.json"), "w") as file:
    json.dump(content, file, separators=(",", ":"))
    file.write("\n")
