"""What every side in Python shares: reading the problem that bench/learning/problem.mjs wrote, and answering."""
import json
import os
import resource
import sys
import time
from types import SimpleNamespace

import numpy as np


def read_problem():
    """The problem's settings, with `values` (rows x columns, float32), `labels` and the `words` behind the file."""
    path = sys.argv[1]
    with open(path) as file:
        problem = SimpleNamespace(**json.load(file))
    folder = os.path.dirname(path)
    values = np.fromfile(os.path.join(folder, "values.f32"), np.float32, problem.rows * problem.columns)
    problem.values = values.reshape(problem.rows, problem.columns)
    problem.labels = np.fromfile(os.path.join(folder, "labels.i32"), np.int32, problem.rows)
    problem.words = sys.argv[2:]
    return problem


def folds_of(split):
    """The folds as scikit-learn takes them: pairs of row numbers, counted within the training part."""
    fold_of = np.array(split["foldOf"])
    return [(np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)) for fold in np.unique(fold_of)]


def resident_mb():
    """Resident memory of this process now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def timed(work):
    """Seconds that `work` took, and its result."""
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def answer(result):
    """Prints the result, with what this process took; its children are the harness's to count."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    own = {"peakMb": usage.ru_maxrss / 1024, "cpuSeconds": usage.ru_utime + usage.ru_stime}
    json.dump({**result, "own": own}, sys.stdout)
