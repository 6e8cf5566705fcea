"""Records scikit-learn's liblinear on small sparse rows of terms, for the tests to compare with.

    python -m venv venv && venv/bin/pip install scikit-learn && venv/bin/python record_terms.py
"""
import json
import os

import numpy as np
import sklearn
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

HERE = os.path.dirname(os.path.abspath(__file__))
BLOCKS, SIZE, ROWS = 2, 32, 120


def rows_of_terms(random):
    """Per row the ids of each block in order; some repeat, some blocks are empty. Few of the ids tell the label."""
    ids, offsets, labels = [], [0], []
    for _ in range(ROWS):
        label = int(random.random() < 0.4)
        for block in range(BLOCKS):
            count = int(random.integers(0, 9))
            drawn = np.minimum(random.geometric(0.12, count) + (4 * label if random.random() < 0.5 else 0), SIZE) - 1
            ids.extend((block * SIZE + drawn).tolist())
        offsets.append(len(ids))
        labels.append(label)
    return ids, offsets, labels


def design(ids, offsets):
    """1 / sqrt(ids of the block in the row) for each time an id stands."""
    x = np.zeros((len(offsets) - 1, BLOCKS * SIZE))
    for row in range(len(x)):
        of_row = np.array(ids[offsets[row]:offsets[row + 1]], dtype=int)
        for block in range(BLOCKS):
            of_block = of_row[of_row // SIZE == block]
            for term in of_block:
                x[row, term] += 1 / np.sqrt(len(of_block))
    return csr_matrix(x)


def main():
    random = np.random.default_rng(13)
    ids, offsets, labels = rows_of_terms(random)
    weights = random.integers(0, 4, ROWS)
    x = design(ids, offsets)
    cases = []
    for cost, weighted in [(8, False), (0.5, False), (8, True)]:
        # The intercept is the weight of a constant 1, penalised as the others: liblinear's way.
        model = LogisticRegression(solver="liblinear", C=cost, tol=1e-10, max_iter=100000)
        model.fit(x, labels, sample_weight=weights if weighted else None)
        cases.append({"cost": cost, "weighted": weighted, "coefficients": np.round(model.coef_[0], 9).tolist(),
                      "intercept": round(float(model.intercept_[0]), 9)})
    content = {"scikitLearn": sklearn.__version__, "blockSize": SIZE, "ids": ids, "offsets": offsets,
               "labels": labels, "weights": weights.tolist(), "cases": cases}
    with open(os.path.join(HERE, "terms.json"), "w") as file:
        json.dump(content, file, separators=(",", ":"))
        file.write("\n")


main()
