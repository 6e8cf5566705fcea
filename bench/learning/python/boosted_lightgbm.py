"""The boosting of the bench in LightGBM: trees, leaves, learning rate, bins and threads are set, the rest stands."""
import lightgbm


def fit(values, labels, boosting, problem):
    """Binning included: LightGBM bins when training begins."""
    data = lightgbm.Dataset(values, labels)
    parameters = {
        "objective": "binary", "num_leaves": boosting["leaves"], "learning_rate": boosting["learningRate"],
        "min_data_in_leaf": boosting["minSamplesLeaf"], "max_bin": 255, "num_threads": problem.threads,
        "seed": problem.seed, "verbose": -1,
    }
    return lightgbm.train(parameters, data, boosting["trees"])


def probabilities(model, values):
    """Of class 1."""
    return model.predict(values)
