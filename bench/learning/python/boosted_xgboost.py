"""The boosting of the bench in XGBoost: trees, leaves, learning rate, bins and threads are set, the rest stands."""
import xgboost


def fit(values, labels, boosting, problem):
    """Leaf-wise, as the others grow; a leaf is bounded by its hessian, not by its rows."""
    data = xgboost.QuantileDMatrix(values, labels, max_bin=255, nthread=problem.threads)
    parameters = {
        "objective": "binary:logistic", "tree_method": "hist", "grow_policy": "lossguide", "max_depth": 0,
        "max_leaves": boosting["leaves"], "learning_rate": boosting["learningRate"], "max_bin": 255,
        "min_child_weight": boosting["minChildWeight"], "nthread": problem.threads, "seed": problem.seed,
    }
    return xgboost.train(parameters, data, boosting["trees"])


def probabilities(model, values):
    """Of class 1."""
    return model.predict(xgboost.DMatrix(values))
