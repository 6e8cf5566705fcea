"""Records exact tree attributions of the shap package, for the tests to compare with.

    python -m venv venv && venv/bin/pip install scikit-learn shap && venv/bin/python record_attribution.py
"""
import json
import os

import numpy as np
import shap
import sklearn
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier

HERE = os.path.dirname(os.path.abspath(__file__))


def numbers(array, digits=None):
    array = np.asarray(array, dtype=np.float64)
    return (array if digits is None else array.round(digits)).ravel().tolist()


def flat(trees, value_of):
    """Trees in one set of arrays; thresholds as float32 rounded down, which no float32 value tells from the double."""
    out = {key: [] for key in ("roots", "feature", "threshold", "left", "right", "values", "cover")}
    for number, tree in enumerate(trees):
        start = len(out["feature"])
        out["roots"].append(start)
        leaf = tree.children_left < 0
        threshold = tree.threshold.astype(np.float32)
        threshold = np.where(threshold > tree.threshold, np.nextafter(threshold, np.float32(-np.inf)), threshold)
        out["feature"] += np.where(leaf, -1, tree.feature).tolist()
        out["threshold"] += np.where(leaf, 0, threshold).astype(np.float64).tolist()
        out["left"] += np.where(leaf, 0, tree.children_left + start).tolist()
        out["right"] += np.where(leaf, 0, tree.children_right + start).tolist()
        out["cover"] += tree.weighted_n_node_samples.tolist()
        out["values"] += np.asarray(value_of(number, tree)).astype(np.float32).astype(np.float64).ravel().tolist()
    return out


def explained(model, rows, output=None):
    explainer = shap.TreeExplainer(model, feature_perturbation="tree_path_dependent")
    values = np.asarray(explainer.shap_values(rows, check_additivity=False))
    base = np.ravel(explainer.expected_value)
    if output is not None:
        values, base = values[..., output], base[output:output + 1]
    return numbers(values), float(base[0])


def shares(_, tree):
    value = tree.value[:, 0, :]
    return value / value.sum(axis=1, keepdims=True)


def adaboost_values(model, rows):
    """The decision for two classes, 2 (2 share of votes - 1), is linear in the votes, and so are its attributions."""
    weights = model.estimator_weights_ / model.estimator_weights_.sum()
    total, base = np.zeros(rows.shape), 0.0
    for member, weight in zip(model.estimators_, weights):
        tree = member.tree_
        vote = np.eye(2)[tree.value[:, 0, :].argmax(axis=1)]
        # shap reads tree ensembles given as dictionaries of arrays.
        described = {"children_left": tree.children_left, "children_right": tree.children_right,
                     "children_default": tree.children_left, "features": tree.feature, "thresholds": tree.threshold,
                     "values": vote[:, -1:].astype(float), "node_sample_weight": tree.weighted_n_node_samples}
        one = shap.TreeExplainer({"trees": [described]}, feature_perturbation="tree_path_dependent")
        scale = 4 * weight
        total += scale * np.asarray(one.shap_values(rows, check_additivity=False)).reshape(rows.shape)
        base += scale * float(np.ravel(one.expected_value)[0])
    return numbers(total), base - 2


def main():
    random = np.random.default_rng(11)
    x = random.normal(size=(300, 6)).round(2).astype(np.float32)
    y = ((x[:, 0] > 0) ^ (x[:, 1] * x[:, 2] > 0.2) | (x[:, 3] > 1.2)).astype(int)
    rows = x[:12]
    cases = []

    tree = DecisionTreeClassifier(max_depth=6, random_state=0).fit(x, y)
    values, base = explained(tree, rows, 1)
    cases.append({"algorithm": "decision-tree", "trees": flat([tree.tree_], shares), "values": values, "base": base,
                  "score": numbers(tree.predict_proba(rows)[:, 1])})

    forest = RandomForestClassifier(8, max_depth=6, random_state=0).fit(x, y)
    values, base = explained(forest, rows, 1)
    cases.append({"algorithm": "random-forest", "trees": flat([each.tree_ for each in forest.estimators_], shares),
                  "values": values, "base": base, "score": numbers(forest.predict_proba(rows)[:, 1])})

    boosting = GradientBoostingClassifier(n_estimators=12, max_depth=4, subsample=0.8, random_state=0).fit(x, y)
    values, base = explained(boosting, rows)
    first = float(boosting._raw_predict_init(rows)[0, 0])
    cases.append({"algorithm": "gradient-boosting", "first": first,
                  "trees": flat([each.tree_ for each in boosting.estimators_.ravel()],
                                lambda _, tree: tree.value[:, 0, 0] * boosting.learning_rate),
                  "values": values, "base": base, "score": numbers(boosting.decision_function(rows))})

    adaboost = AdaBoostClassifier(DecisionTreeClassifier(max_depth=3), n_estimators=6, learning_rate=0.5,
                                  random_state=0).fit(x, y)
    weights = adaboost.estimator_weights_

    def votes(number, tree):
        return np.eye(2)[tree.value[:, 0, :].argmax(axis=1)] * weights[number]
    values, base = adaboost_values(adaboost, rows)
    cases.append({"algorithm": "adaboost", "weights": numbers(weights),
                  "trees": flat([each.tree_ for each in adaboost.estimators_], votes),
                  "values": values, "base": base, "score": numbers(adaboost.decision_function(rows))})

    with open(os.path.join(HERE, "attribution.json"), "w") as file:
        json.dump({"shap": shap.__version__, "scikitLearn": sklearn.__version__, "x": numbers(rows, 2),
                   "cases": cases}, file, separators=(",", ":"))
        file.write("\n")


main()
