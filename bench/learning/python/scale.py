"""One boosting of LightGBM, with the memory that the process held before it and at its highest."""
import boosted_lightgbm
from problem import answer, read_problem, resident_mb, timed

problem = read_problem()
before = resident_mb()
seconds, _ = timed(lambda: boosted_lightgbm.fit(problem.values, problem.labels, problem.boosting, problem))
answer({"seconds": seconds, "beforeMb": before})
