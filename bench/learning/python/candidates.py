"""scikit-learn's counterparts of Weir's algorithms, as its users set them up, and their grids.

The grids stand here in full, not translated from Weir's: they are what the comparison was defined on.
"""
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, make_scorer
from sklearn.model_selection import GridSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

SIZES = [8, 16, 32, 64, 128, 256]


def _scaled(model):
    return make_pipeline(StandardScaler(), model)


# Weir's name -> (estimator, grid by the estimator's own parameter names)
CANDIDATES = {
    "logistic-regression": (lambda seed: _scaled(LogisticRegression(max_iter=1000)), {
        "logisticregression__C": [0.01, 0.1, 1, 10],
    }),
    "knn": (lambda seed: _scaled(KNeighborsClassifier()), {
        "kneighborsclassifier__n_neighbors": [3, 5, 7, 9, 11],
        "kneighborsclassifier__weights": ["uniform", "distance"],
    }),
    "decision-tree": (lambda seed: DecisionTreeClassifier(random_state=seed), {
        "criterion": ["gini", "entropy", "log_loss"],
    }),
    "random-forest": (lambda seed: RandomForestClassifier(random_state=seed), {
        "n_estimators": [8, 16, 32, 128, 256],
    }),
    "adaboost": (lambda seed: AdaBoostClassifier(random_state=seed), {
        "learning_rate": [0.1, 0.01, 0.001],
        "n_estimators": SIZES,
    }),
    "gradient-boosting": (lambda seed: GradientBoostingClassifier(random_state=seed), {
        "learning_rate": [0.1, 0.05, 0.01, 0.001],
        "subsample": [0.6, 0.7, 0.75, 0.85, 0.9],
        "n_estimators": SIZES,
    }),
}


def grid_search(name, problem, split, folds):
    """The search over an algorithm's grid on the folds given, refitting the best; not yet run."""
    create, grid = CANDIDATES[name]
    if problem.quick:
        grid = {parameter: values[:2] for parameter, values in grid.items()}
    return GridSearchCV(create(split["seed"]), grid, scoring=make_scorer(f1_score, pos_label=problem.positive),
                        cv=folds, n_jobs=problem.threads)


def trees_fitted(name, candidates, folds):
    """Trees that the search grew: every candidate is fitted anew in every fold."""
    if name in ("logistic-regression", "knn"):
        return 0
    return sum(parameters.get("n_estimators", 1) for parameters in candidates) * folds
