"""One tree, and one forest: milliseconds of each fit, the first one apart."""
from sklearn.ensemble import RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier

from problem import answer, read_problem, timed

problem = read_problem()
train = problem.splits[0]["train"]
values, labels = problem.values[train], problem.labels[train]


def create(fit):
    """The estimator that a fit of the problem names."""
    if fit["algorithm"] == "decision-tree":
        return DecisionTreeClassifier(random_state=problem.seed)
    trees = fit["parameters"]["nEstimators"]
    return RandomForestClassifier(trees, n_jobs=problem.threads, random_state=problem.seed)


answer({"milliseconds": {
    fit["name"]: [timed(lambda: create(fit).fit(values, labels))[0] * 1000 for _ in range(problem.repetitions + 1)]
    for fit in problem.fits
}})
