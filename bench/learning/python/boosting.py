"""One gradient boosting of the library named, on the training rows; its ROC-AUC on the others."""
from importlib import import_module

from sklearn.metrics import roc_auc_score

from problem import answer, read_problem, timed

problem = read_problem()
library = import_module(f"boosted_{problem.words[0]}")
train, test = problem.splits[0]["train"], problem.splits[0]["test"]
# Class 1 for these libraries is the positive one.
positive = (problem.labels == problem.positive).astype(int)
values, labels = problem.values[train], positive[train]
seconds, model = timed(lambda: library.fit(values, labels, problem.boosting, problem))
scores = library.probabilities(model, problem.values[test])
answer({"seconds": seconds, "rocAuc": roc_auc_score(positive[test], scores), "trees": problem.boosting["trees"]})
