"""The service that the gateway is measured beside: FastAPI, uvicorn, scikit-learn, as the projects that Weir replaces
are built. Trains at import on PEER_DATA (UCI 327 as CSV, label last) the model that PEER_MODEL names.

POST /echo                one record in, a constant out: no model at all
POST /predict             one record in, label and probability out
POST /csv                 a CSV upload, the leanest pandas way: CSV out, three columns more
POST /csv-table           a CSV upload, the family's way: a DataFrame to an HTML table
"""

import io
import os

import numpy as np
import pandas as pd
from fastapi import FastAPI, File, Request, UploadFile
from fastapi.responses import Response
from fastapi.templating import Jinja2Templates
from pydantic import create_model

DATA = pd.read_csv(os.environ["PEER_DATA"])
LABEL = DATA.columns[-1]
FEATURES = list(DATA.columns[:-1])


def made_model():
    name = os.environ.get("PEER_MODEL", "forest")
    if name == "forest":
        from sklearn.ensemble import RandomForestClassifier

        return RandomForestClassifier(n_estimators=256, random_state=1, n_jobs=1)
    if name == "tree":
        from sklearn.tree import DecisionTreeClassifier

        return DecisionTreeClassifier(random_state=1)
    if name == "lightgbm":
        from lightgbm import LGBMClassifier

        return LGBMClassifier(n_estimators=100, random_state=1, n_jobs=1, verbose=-1)
    return None


model = made_model()
if model is not None:
    model.fit(DATA[FEATURES].to_numpy(dtype=np.float32), DATA[LABEL].to_numpy())

Record = create_model("Record", **{name: (float, ...) for name in FEATURES})
app = FastAPI()
templates = Jinja2Templates(directory=os.path.join(os.path.dirname(__file__), "templates"))


@app.get("/ready")
def ready():
    return {"ok": True}


@app.post("/echo")
async def echo(record: Record):
    return {"label": 1, "probability": 0.5}


@app.post("/predict")
async def predict(record: Record):
    row = np.array([[getattr(record, name) for name in FEATURES]], dtype=np.float32)
    probability = model.predict_proba(row)[0]
    best = int(probability.argmax())
    return {"label": int(model.classes_[best]), "probability": float(probability[best])}


@app.post("/csv")
async def csv(file: UploadFile = File(...)):
    frame = pd.read_csv(file.file)
    probability = model.predict_proba(frame[FEATURES].to_numpy(dtype=np.float32))
    best = probability.argmax(axis=1)
    frame["prediction"] = model.classes_[best]
    frame["probability"] = probability[:, 0]
    out = io.StringIO()
    frame.to_csv(out, index=False)
    return Response(out.getvalue(), media_type="text/csv")


@app.post("/csv-table")
async def csv_table(request: Request, file: UploadFile = File(...)):
    frame = pd.read_csv(file.file)
    frame["predicted_column"] = model.predict(frame[FEATURES].to_numpy(dtype=np.float32))
    table = frame.to_html(classes="table table-striped")
    return templates.TemplateResponse(request, "table.html", {"table": table})
