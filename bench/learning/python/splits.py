"""Test F1 on every split: scikit-learn's best candidates by cross-validation in the first, LightGBM, XGBoost.

The latter two stand as they come, with their default parameters.
"""
from lightgbm import LGBMClassifier
from sklearn.base import clone
from sklearn.metrics import f1_score
from xgboost import XGBClassifier

from candidates import grid_search
from problem import answer, folds_of, read_problem

problem = read_problem()
values = problem.values.astype(float)


def best_of(name):
    """The algorithm's best candidate of the first split, not fitted."""
    split = problem.splits[0]
    search = grid_search(name, problem, split, folds_of(split))
    search.refit = False
    search.fit(values[split["train"]], problem.labels[split["train"]])
    parameters = {key: value for key, value in search.best_params_.items()}
    return clone(search.estimator).set_params(**parameters), parameters


def test_f1(model, split):
    """F1 of the positive class on the split's test rows, fitted on the others."""
    fitted = clone(model).fit(values[split["train"]], problem.labels[split["train"]])
    predicted = fitted.predict(values[split["test"]])
    return f1_score(problem.labels[split["test"]], predicted, pos_label=problem.positive)


best = {name: best_of(name) for name in problem.algorithms}
models = {
    **{f"scikit-learn {name}": model for name, (model, _) in best.items()},
    "LightGBM, defaults": LGBMClassifier(n_jobs=problem.threads, random_state=problem.seed, verbose=-1),
    "XGBoost, defaults": XGBClassifier(n_jobs=problem.threads, random_state=problem.seed),
}
answer({
    "testF1": {name: [test_f1(model, split) for split in problem.splits] for name, model in models.items()},
    "chosen": {name: parameters for name, (_, parameters) in best.items()},
})
