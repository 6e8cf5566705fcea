"""Nanoseconds per row and tree of one batch on one thread: scikit-learn, LightGBM, and ONNX Runtime.

ONNX Runtime is given scikit-learn's model, so both walk the same trees.
"""
import numpy as np
import onnxruntime
from sklearn.ensemble import RandomForestClassifier
from threadpoolctl import threadpool_limits

import boosted_lightgbm
import boosted_scikit_learn
from problem import answer, read_problem, timed

OPSET = 15


def repeated(values, rows):
    """The rows over and over until there are enough."""
    return np.ascontiguousarray(np.resize(values, (rows, values.shape[1])))


def onnx_session(model, values):
    """The model in ONNX Runtime on one thread; None where there is no exporter."""
    try:
        from skl2onnx import to_onnx
    except ImportError:
        return None
    exported = to_onnx(model, values[:1], options={"zipmap": False}, target_opset=OPSET)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(exported.SerializeToString(), options, providers=["CPUExecutionProvider"])


def fit_forest(problem, values, labels):
    """A forest, and its mean number of leaves."""
    trees = problem.configuration["parameters"]["nEstimators"]
    model = RandomForestClassifier(trees, n_jobs=problem.threads, random_state=problem.seed).fit(values, labels)
    model.n_jobs = 1
    return model, np.mean([tree.get_n_leaves() for tree in model.estimators_])


def fit_boosting(problem, values, labels):
    """A histogram boosting, and its mean number of leaves."""
    model = boosted_scikit_learn.fit(values, labels, problem.boosting, problem)
    return model, np.mean([predictor.get_n_leaf_nodes() for (predictor,) in model._predictors])


problem = read_problem()
train = problem.splits[0]["train"]
values, labels = problem.values[train], problem.labels[train]
is_forest = problem.configuration["algorithm"] == "random-forest"
model, leaves = (fit_forest if is_forest else fit_boosting)(problem, values, labels)
trees = problem.configuration["parameters"]["nEstimators"]
batch = repeated(problem.values, problem.batchRows)

engines = {"scikit-learn": (lambda: model.predict_proba(batch), leaves)}
session = onnx_session(model, batch)
if session is not None:
    run = lambda: session.run(["probabilities"], {"X": batch})[0]
    off = np.abs(run()[:, 1] - model.predict_proba(batch)[:, 1])
    # A float32 threshold moves a value that lies right on it; more than a few rows would be another model.
    assert np.mean(off > 1e-4) < 1e-3, f"the exported model is another one: off by up to {off.max()}"
    engines["ONNX Runtime"] = (run, leaves)
if not is_forest:
    booster = boosted_lightgbm.fit(values, labels, problem.boosting, problem)
    tree_info = booster.dump_model()["tree_info"]
    engines["LightGBM"] = (lambda: booster.predict(batch, num_threads=1), np.mean([t["num_leaves"] for t in tree_info]))


def nanoseconds(predict):
    """One figure a batch; the first batch does not count."""
    with threadpool_limits(1):
        return [timed(predict)[0] * 1e9 / problem.batchRows / trees for _ in range(problem.repetitions + 1)][1:]


answer({"engines": {name: {"nanoseconds": nanoseconds(predict), "leaves": float(count)}
                    for name, (predict, count) in engines.items()}})
