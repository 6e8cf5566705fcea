"""The whole grid of every algorithm, on every split of the problem."""
from sklearn.metrics import f1_score

from candidates import grid_search, trees_fitted
from problem import answer, folds_of, read_problem, timed


def search(name, problem, split):
    """Searches one algorithm's grid on a split's training part and refits the best, which is timed; then tests it."""
    # As a CSV reader gives it.
    values = problem.values.astype(float)
    train, test = split["train"], split["test"]
    folds = folds_of(split)
    candidates = grid_search(name, problem, split, folds)
    seconds, fitted = timed(lambda: candidates.fit(values[train], problem.labels[train]))
    predicted = fitted.predict(values[test])
    return {
        "seconds": seconds,
        "candidates": len(fitted.cv_results_["params"]),
        "parameters": {key.split("__")[-1]: value for key, value in fitted.best_params_.items()},
        "meanF1": fitted.best_score_,
        "testF1": f1_score(problem.labels[test], predicted, pos_label=problem.positive),
        "trees": trees_fitted(name, fitted.cv_results_["params"], len(folds)),
    }


if __name__ == "__main__":
    problem = read_problem()
    answer({"splits": {split["name"]: {name: search(name, problem, split) for name in problem.algorithms}
                       for split in problem.splits}})
