"""The boosting of the bench in scikit-learn: trees, leaves, learning rate, bins and threads are set, the rest stands."""
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits


def fit(values, labels, boosting, problem):
    """The histogram variant; the other sorts every column at every node."""
    model = HistGradientBoostingClassifier(
        max_iter=boosting["trees"], max_leaf_nodes=boosting["leaves"], learning_rate=boosting["learningRate"],
        min_samples_leaf=boosting["minSamplesLeaf"], max_bins=255, early_stopping=False, random_state=problem.seed)
    with threadpool_limits(problem.threads):
        return model.fit(values, labels)


def probabilities(model, values):
    """Of class 1."""
    return model.predict_proba(values)[:, 1]
