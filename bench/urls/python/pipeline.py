"""Weir's model of raw URLs as a scikit-learn user would build it, on the features that Weir computed.

Character n-grams of host and tail are hashed, a logistic regression weighs them, its two parts of the log-odds stand
beside the features, and a histogram boosting of as many trees and leaves judges. Fits, says so in one line of JSON, then
measures once for each line read.
"""
import json
import os
import sys
import time

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from threadpoolctl import threadpool_limits

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "learning", "python"))
import boosted_scikit_learn  # noqa: E402
from problem import read_problem, timed  # noqa: E402

PLACES = 2**16
FIT_THREADS = 2


def hashing(shortest, longest):
    """Counts over the root of their squares' sum, as is usual; no second pass over the text for lower case."""
    return HashingVectorizer(analyzer="char", ngram_range=(shortest, longest), n_features=PLACES,
                             alternate_sign=False, lowercase=False, dtype=np.float32)


class Pipeline:
    """The two hashings and the fitted models."""

    def __init__(self, problem, rows):
        """Terms are fitted on every other row, boosting on those between: it must not trust terms that know its rows."""
        self.host, self.tail = hashing(1, 4), hashing(3, 4)
        for_terms, for_boosting = rows[::2], rows[1::2]
        terms = LogisticRegression(solver="liblinear", C=8, random_state=problem.seed)
        terms.fit(hstack(self.hashed(problem, for_terms), format="csr"), problem.labels[for_terms])
        weights = terms.coef_[0].astype(np.float32)
        self.weights = weights[:PLACES], weights[PLACES:]
        values = self.columns(problem, for_boosting)
        problem.threads = FIT_THREADS
        self.boosting = boosted_scikit_learn.fit(values, problem.labels[for_boosting], problem.boosting, problem)

    def hashed(self, problem, rows):
        """Two sparse matrices."""
        return (self.host.transform([f"^{problem.hosts[row]}$" for row in rows]),
                self.tail.transform([problem.tails[row] for row in rows]))

    def columns(self, problem, rows):
        """The given features, and the two columns of the terms."""
        scores = [matrix @ weights for matrix, weights in zip(self.hashed(problem, rows), self.weights)]
        return np.column_stack([problem.values[rows], *scores])

    def predict(self, problem, rows):
        """Probabilities of phishing."""
        return self.boosting.predict_proba(self.columns(problem, rows))[:, 1]


def measure(pipeline, problem, rows):
    """Milliseconds of one row (nearest rank), and rows a second in batches, by the clock and of processor time."""
    one = [timed(lambda: pipeline.predict(problem, [row]))[0] * 1000 for row in rows[:problem.singles]]
    batches = [rows[at:at + problem.batch] for at in range(0, len(rows) - problem.batch + 1, problem.batch)]
    before = time.process_time()
    many = sum(timed(lambda: pipeline.predict(problem, batch))[0] for batch in batches)
    processor = time.process_time() - before
    count = len(batches) * problem.batch
    p50, p99 = np.percentile(one, [50, 99], method="inverted_cdf")
    return {"p50": p50, "p99": p99, "rate": count / many, "processorRate": count / processor}


def say(answer):
    """One line, at once."""
    print(json.dumps(answer), flush=True)


problem = read_problem()
first = problem.rows - problem.timed
timed_rows = np.arange(first, problem.rows)
seconds, pipeline = timed(lambda: Pipeline(problem, np.arange(first)))
say({"seconds": seconds, "rocAuc": roc_auc_score(problem.labels[timed_rows], pipeline.predict(problem, timed_rows))})
with threadpool_limits(1):
    for _ in sys.stdin:
        say(measure(pipeline, problem, timed_rows))
