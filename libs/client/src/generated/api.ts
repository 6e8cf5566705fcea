// Made from libs/client/openapi.json by `npm run api-client`. SHA-256 of that file: c01d4e2432427266443d2c7e37e44886e8393f438026494392b6f26be43e26e3
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the gateway can take traffic, and how everything it stands on is */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["Health_scrape"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts of the stream, newest first
         * @description Of the last that this gateway has read (WEIR_RECENT_VERDICTS), in the order it read them.
         */
        get: operations["VerdictFeed_list"];
        put?: never;
        /** Classify one URL, at once */
        post: operations["Verdicts_verdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Classify up to 1,000 URLs; an item that fails has its error in its place */
        post: operations["Verdicts_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish URLs to urls.submitted; their verdicts come on urls.verdicts */
        post: operations["Events_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a verdict
         * @description The correction is published on `urls.feedback`; the next training of the `url` model learns it, of several on one URL the newest. It changes no verdict before: the allow and deny lists do that at once.
         */
        post: operations["Feedback_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the allow or deny list, by name */
        get: operations["Lists_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lists/{list}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry: who listed it, why, until when */
        get: operations["Lists_get"];
        /**
         * List a host or registrable domain, in place of the entry there is
         * @description Verdicts on the host and on what lies below it are `malicious` (deny) or `safe` (allow) within a second, whatever the model says. The most specific entry decides; of two for the same host the deny list’s.
         */
        put: operations["Lists_put"];
        post?: never;
        /** Take an entry off its list */
        delete: operations["Lists_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{schema}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Predict rows of a feature schema
         * @description Row objects as JSON, a CSV body or a multipart upload; the answer's form follows Accept. Every row is checked and predicted before the answer begins: what is wrong, in the last row too, is a problem document that names the bad rows, up to a hundred. A CSV may be gzip. `null`, an empty cell and `?` are missing values.
         */
        post: operations["Predictions_predict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/predictions/{schema}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Predict the rows of a CSV in the background */
        post: operations["Jobs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs, newest first
         * @description A job is for the key it was sent with. Keys with the scope `admin` have all.
         */
        get: operations["Jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is */
        get: operations["Jobs_get"];
        put?: never;
        post?: never;
        /** Cancel a job, and delete what it made */
        delete: operations["Jobs_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished job's predictions; those of one that failed are its error */
        get: operations["Jobs_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Snapshots, newest first */
        get: operations["Snapshots_list"];
        put?: never;
        /** Ingest a source or an upload, and validate it */
        post: operations["Snapshots_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a snapshot is and where it came from */
        get: operations["Snapshots_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Validation and drift reports, newest first */
        get: operations["Reports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report, as JSON or as a page by Accept */
        get: operations["Reports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drift of the stream by window, newest first */
        get: operations["Drift_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drift/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A window of the stream beside the reference, feature by feature
         * @description Histograms of both over the same bins, the largest effect first. Reports made before details were kept have none.
         */
        get: operations["Drift_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every feature schema, by name */
        get: operations["Schemas_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemas/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A feature schema: its columns, and the classes of its label */
        get: operations["Schemas_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first */
        get: operations["Runs_list"];
        put?: never;
        /** Start a pipeline run from any stage */
        post: operations["Runs_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a run is */
        get: operations["Runs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}/aliases/{alias}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an alias points, since when and why */
        get: operations["Aliases_get"];
        /** Point an alias at a version: promote it to champion */
        put: operations["Aliases_move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to the previous champion
         * @description With `ifVersion`, the version to go back from, the request can be sent again after a failure: a rollback from that version is made once, and 409 says that another version is champion by now. Without it, each request goes one version further back.
         */
        post: operations["Aliases_rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models with their champions, newest first */
        get: operations["Models_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A model's versions, newest first */
        get: operations["Models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Two versions of a model side by side
         * @description Each by number or alias. Differences are b less a; of figures of either test those of `grouped` are the honest ones. Curves come from the cards: null for a version whose card has none, empty where it has some only.
         */
        get: operations["Models_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version, by number or alias: metrics, parameters, importance, candidates, lineage */
        get: operations["Models_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}/{version}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version's model card, as JSON or as Markdown by Accept
         * @description What the model is, what it was trained on, how it was judged and what not to trust it with. `version` is a number or an alias.
         */
        get: operations["ModelFiles_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{name}/{version}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take a model elsewhere
         * @description `safetensors`: the artifact itself. `onnx`: for ONNX Runtime, preprocessing and calibration included (not for KNN). `ml-random-forest`: JSON for `RandomForestRegression.load`, the probability of the positive class (trees and forests only). 409 names the formats a model can have.
         */
        get: operations["ModelFiles_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts as they are given, as server-sent events
         * @description Each verdict is an event whose data is the verdict; its id resumes on any replica through `Last-Event-ID`. `event: gap` tells that what came between is no longer held, `event: stats` is sent once a second where asked for, `event: end` tells why the stream ends: `slow`, `revoked` or `shutdown`.
         */
        get: operations["VerdictFeed_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A verdict of the stream by its id, while it is held */
        get: operations["VerdictFeed_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run's progress, as server-sent events
         * @description The run as it is, then each change until it has succeeded or failed; then `event: end` with the reason `finished`.
         */
        get: operations["RunEvents_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Train on an upload, or again on the newest snapshot
         * @description Answers at once with 202 and the run, while training goes on: follow `GET /v1/runs/{id}` (`Location`) or its events. Projects of this kind answer `GET /train` when training is over; here GET is answered 405: links are followed by crawlers and previews, which must not train anything.
         */
        post: operations["Classic_train"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A CSV of features to a table, as a page
         * @description A multipart upload, usually named `file`, or the CSV itself. The table has the columns of the input, then `predicted_column` (the value that the data set has for the class: -1 is phishing in `uci-30`), `verdict` and `probability`. The label may be there or not, and so may a first column of row numbers as data frames write it (without a name, `Unnamed: 0`, `index` or `id`): both are handed through. For JSON or CSV, and for a million rows, use `POST /v1/predictions/{schema}`.
         */
        post: operations["Classic_predict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, newest first, with those revoked; never the keys themselves */
        get: operations["Keys_list"];
        put?: never;
        /**
         * Make an API key; it is shown this once
         * @description As soon as there is a key, every route that is not public needs one, within 5 s on every replica: give the first one the scope `admin`. It stays so when the last key is revoked.
         */
        post: operations["Keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key, its sessions and its streams, within 5 s on every replica */
        delete: operations["Keys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what they may do: by key, by session, or without either */
        get: operations["Session_get"];
        put?: never;
        /**
         * Sign in with a key: sets the cookie `weir_session`
         * @description The session ends after WEIR_SESSION_HOURS, and with its key. With the cookie every change needs the answer’s `csrfToken` as `X-CSRF-Token`.
         */
        post: operations["Session_open"];
        /** Sign out */
        delete: operations["Session_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who promoted, trained, listed or made keys, newest first */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** VerdictRequest */
        VerdictRequest: {
            url: string;
            enrich?: boolean | null;
            reasons?: boolean | null;
        };
        /** VerdictBatchRequest */
        VerdictBatchRequest: {
            urls: unknown[];
            reasons?: boolean | null;
        };
        /** EventsRequest */
        EventsRequest: {
            url?: string | null;
            id?: string | null;
            urls?: string[] | null;
            source?: string | null;
        };
        /** RunRequest */
        RunRequest: {
            schema: string;
            snapshot?: string | null;
            /** @enum {unknown} */
            from?: "ingestion" | "validation" | "training" | null;
            source?: components["schemas"]["SourceRequest"] | null;
            search?: components["schemas"]["SearchRequest"] | null;
            /** @enum {unknown} */
            leaks?: "refuse" | "accept" | null;
        };
        /** SourceRequest */
        SourceRequest: {
            /** @enum {unknown} */
            kind: "file" | "upload" | "s3" | "mongodb" | "kafka";
            path?: string | null;
            key?: string | null;
            bucket?: unknown | null;
            database?: string | null;
            collection?: string | null;
            topic?: string | null;
            from?: {
                [key: string]: string;
            } | null;
            to?: {
                [key: string]: string;
            } | null;
            /** @enum {unknown} */
            format?: "csv" | "arff" | "ndjson" | null;
            delimiter?: string | null;
        };
        /** SearchRequest */
        SearchRequest: {
            algorithms?: string[] | null;
            seed?: number | null;
            folds?: number | null;
            /** @enum {unknown} */
            strategy?: "grid" | "random" | "halving" | null;
            candidates?: number | null;
            grids?: {
                [key: string]: {
                    [key: string]: (number | string)[];
                };
            } | null;
            /** @enum {unknown} */
            engine?: "weir" | "ml" | null;
        };
        /** SnapshotRequest */
        SnapshotRequest: {
            schema: string;
            source: components["schemas"]["SourceRequest"];
        };
        /** AliasRequest */
        AliasRequest: {
            version: number;
            reason?: string | null;
            ifRevision?: number | null;
        };
        /** RollbackRequest */
        RollbackRequest: {
            ifVersion?: number | null;
            reason?: string | null;
        };
        /** TrainRequest */
        TrainRequest: {
            schema?: string | null;
        };
        /** ListEntryRequest */
        ListEntryRequest: {
            reason?: string | null;
            by?: string | null;
            expiresAt?: unknown | null;
        };
        /** FeedbackRequest */
        FeedbackRequest: {
            url: string;
            /** @enum {unknown} */
            label: "phishing" | "legitimate" | "benign";
            by?: string | null;
            id?: string | null;
        };
        /** KeyRequest */
        KeyRequest: {
            name: string;
            scopes: ("predict" | "publish" | "read" | "train" | "admin")[];
            expiresAt?: unknown | null;
            requestsPerSecond?: number | null;
        };
        /** SessionRequest */
        SessionRequest: {
            key: string;
        };
        /** CardTermsResponse */
        CardTermsResponse: {
            columns: string[];
            hashing: string;
            weights: number;
            used: number;
            cost: number;
        };
        /** CardModelResponse */
        CardModelResponse: {
            schema: string;
            algorithm: string;
            parameters: {
                [key: string]: number | string | boolean | null;
            };
            engine: string;
            terms: components["schemas"]["CardTermsResponse"] | null;
            bytes: number | null;
            sha256: string | null;
        };
        /** CardDataResponse */
        CardDataResponse: {
            rows: number;
            distinctRows: number | null;
            skippedRows: number | null;
            classes: {
                [key: string]: number | null;
            };
            positiveClass: string;
            features: number;
            source: string | null;
            labelsFrom: string | null;
            snapshotId: string;
            snapshotSha256: string;
            notes: string[];
        };
        /** CardFigureResponse */
        CardFigureResponse: {
            value: number | null;
            low: number | null;
            high: number | null;
        };
        /** CardSplitResponse */
        CardSplitResponse: {
            rows: number;
            keptTogether: string;
            figures: {
                [key: string]: components["schemas"]["CardFigureResponse"];
            };
            confusion: number[][];
        };
        /** CardSplitsResponse */
        CardSplitsResponse: {
            grouped: components["schemas"]["CardSplitResponse"] | null;
            plain: components["schemas"]["CardSplitResponse"] | null;
        };
        /** CardCrossValidationResponse */
        CardCrossValidationResponse: {
            f1: number;
            standardDeviation: number;
            folds: number;
        };
        /** HeldOutLogLossResponse */
        HeldOutLogLossResponse: {
            platt: number | null;
            isotonic: number | null;
        };
        /** CardCalibrationResponse */
        CardCalibrationResponse: {
            /** @enum {unknown} */
            method: "platt" | "isotonic";
            heldOutLogLoss: components["schemas"]["HeldOutLogLossResponse"];
            expectedCalibrationError: number | null;
            reliability: components["schemas"]["ReliabilityBinResponse"][];
        };
        /** ReliabilityBinResponse */
        ReliabilityBinResponse: {
            predicted: number;
            observed: number;
            rows: number;
        };
        /** CardThresholdResponse */
        CardThresholdResponse: {
            /** @enum {unknown} */
            verdict: "malicious" | "suspicious";
            probability: number;
            falsePositiveRate: number | null;
            recall: number | null;
        };
        /** FeatureShareResponse */
        FeatureShareResponse: {
            feature: string;
            share: number;
        };
        /** CardEvasionResponse */
        CardEvasionResponse: {
            rows: number;
            median: number | null;
            medianAtLeast: number | null;
            exactShare: number;
            shares: {
                [key: string]: number;
            };
            flips: components["schemas"]["FeatureShareResponse"][];
        };
        /** CardImportanceResponse */
        CardImportanceResponse: {
            gain: components["schemas"]["FeatureShareResponse"][];
            permutation: components["schemas"]["FeatureShareResponse"][];
        };
        /** CardCandidateResponse */
        CardCandidateResponse: {
            tried: number;
            algorithm: string;
            parameters: {
                [key: string]: number | string | boolean | null;
            };
            meanF1: number;
            standardDeviation: number;
            foldF1?: number[];
            seconds: number | null;
            rung?: number;
        };
        /** CardCandidatesResponse */
        CardCandidatesResponse: {
            tried: number;
            best: components["schemas"]["CardCandidateResponse"][];
        };
        /** LineageResponse */
        LineageResponse: {
            snapshotId: string;
            snapshotSha256: string;
            runId: string;
            seed: number;
            createdAt: unknown;
            rows: number;
        };
        /** ModelCardResponse */
        ModelCardResponse: {
            /** @enum {unknown} */
            format: "weir-model-card";
            formatVersion: number;
            model: components["schemas"]["CardModelResponse"];
            data: components["schemas"]["CardDataResponse"];
            splits: components["schemas"]["CardSplitsResponse"];
            crossValidation: components["schemas"]["CardCrossValidationResponse"] | null;
            calibration: components["schemas"]["CardCalibrationResponse"];
            thresholds: components["schemas"]["CardThresholdResponse"][];
            evasion: components["schemas"]["CardEvasionResponse"] | null;
            curves?: components["schemas"]["CardCurvesResponse"] | null;
            leaks: components["schemas"]["LeakResponse"][] | null;
            feedback: components["schemas"]["CardFeedbackResponse"] | null;
            importance: components["schemas"]["CardImportanceResponse"];
            candidates: components["schemas"]["CardCandidatesResponse"];
            limits: string[];
            lineage: components["schemas"]["LineageResponse"];
        };
        /** CardCurvesResponse */
        CardCurvesResponse: {
            /** @description False positive rate, true positive rate */
            roc: number[][];
            /** @description Recall, precision */
            precisionRecall: number[][];
        };
        /** LeakResponse */
        LeakResponse: {
            rule: string;
            balancedAccuracy: number;
            visibleToModel: boolean;
        };
        /** CardFeedbackResponse */
        CardFeedbackResponse: {
            snapshotId: string;
            snapshotSha256: string;
            corrections: number;
            replacedRows: number;
            previousVersion: number | null;
            agreeing: components["schemas"]["CardAgreeingResponse"];
            examples: components["schemas"]["CardDisputeResponse"][];
        };
        /** CardAgreeingResponse */
        CardAgreeingResponse: {
            previous: number | null;
            model: number | null;
            heldOut: number | null;
        };
        /** CardDisputeResponse */
        CardDisputeResponse: {
            url: string;
            label: string;
            previous: components["schemas"]["CardOpinionResponse"] | null;
            model: components["schemas"]["CardOpinionResponse"] | null;
            heldOut: components["schemas"]["CardOpinionResponse"] | null;
            agrees: components["schemas"]["CardAgreementResponse"];
        };
        /** CardOpinionResponse */
        CardOpinionResponse: {
            verdict: string;
            probability: number;
        };
        /** CardAgreementResponse */
        CardAgreementResponse: {
            previous: boolean | null;
            model: boolean | null;
            heldOut: boolean | null;
        };
        /** ComparedIntervalResponse */
        ComparedIntervalResponse: {
            a: number[];
            b: number[];
        };
        /** ComparedMetricResponse */
        ComparedMetricResponse: {
            metric: string;
            /** @enum {unknown} */
            split: "grouped" | "plain";
            a: number | null;
            b: number | null;
            difference: number | null;
            interval?: components["schemas"]["ComparedIntervalResponse"];
        };
        /** ComparedParameterResponse */
        ComparedParameterResponse: {
            parameter: string;
            a: number | string | boolean | null;
            b: number | string | boolean | null;
        };
        /** ComparedImportanceResponse */
        ComparedImportanceResponse: {
            feature: string;
            a: number | null;
            b: number | null;
        };
        /** ComparedCurvesResponse */
        ComparedCurvesResponse: {
            a: components["schemas"]["CurvesResponse"] | null;
            b: components["schemas"]["CurvesResponse"] | null;
        };
        /** CurvesResponse */
        CurvesResponse: {
            reliability: components["schemas"]["ReliabilityBinResponse"][];
            /** @description False positive rate, true positive rate */
            roc: number[][];
            /** @description Recall, precision */
            precisionRecall: number[][];
        };
        /** ModelComparisonResponse */
        ModelComparisonResponse: {
            name: string;
            a: components["schemas"]["ModelVersionResponse"];
            b: components["schemas"]["ModelVersionResponse"];
            metrics: components["schemas"]["ComparedMetricResponse"][];
            parameters: components["schemas"]["ComparedParameterResponse"][];
            importance: components["schemas"]["ComparedImportanceResponse"][];
            curves: components["schemas"]["ComparedCurvesResponse"];
        };
        /** ModelVersionResponse */
        ModelVersionResponse: {
            name: string;
            schema: string;
            parameters: {
                [key: string]: number | string | boolean | null;
            };
            thresholds: components["schemas"]["ThresholdsResponse"];
            candidates: components["schemas"]["CandidateResponse"][];
            importance: components["schemas"]["ImportanceResponse"][];
            snapshotSha256: string;
            seed: number;
            objectKey: string;
            sha256: string;
            card?: components["schemas"]["CardObjectsResponse"];
            leaks?: components["schemas"]["LeakResponse"][];
            feedback?: components["schemas"]["FeedbackMarkResponse"];
            reference?: components["schemas"]["StoredObjectResponse"];
            version: number;
            algorithm: string;
            metrics: {
                [key: string]: number;
            };
            aliases: string[];
            snapshotId: string;
            runId: string;
            rows: number;
            createdAt: unknown;
        };
        /** ThresholdsResponse */
        ThresholdsResponse: {
            malicious: number;
            suspicious: number;
        };
        /** CandidateResponse */
        CandidateResponse: {
            algorithm: string;
            parameters: {
                [key: string]: number | string | boolean | null;
            };
            meanF1: number;
            standardDeviation: number;
            foldF1?: number[];
            seconds: number | null;
            rung?: number;
        };
        /** ImportanceResponse */
        ImportanceResponse: {
            feature: string;
            importance: number;
        };
        /** CardObjectsResponse */
        CardObjectsResponse: {
            json: components["schemas"]["StoredObjectResponse"];
            markdown: components["schemas"]["StoredObjectResponse"];
        };
        /** StoredObjectResponse */
        StoredObjectResponse: {
            objectKey: string;
            sha256: string;
        };
        /** FeedbackMarkResponse */
        FeedbackMarkResponse: {
            snapshotId: string;
            snapshotSha256: string;
            rows: number;
            replacedRows: number;
        };
        /** DriftListResponse */
        DriftListResponse: {
            reports: components["schemas"]["ModelDriftPublished"][];
            next: string | null;
        };
        /** ModelDriftPublished */
        ModelDriftPublished: {
            id: string;
            model: components["schemas"]["ModelReference"];
            /** @enum {unknown} */
            reference: "training" | "first-windows";
            from: unknown;
            to: unknown;
            rows: number;
            processes: number;
            /** @enum {unknown} */
            level: "ok" | "warned" | "drifted";
            columns: number;
            drifted: components["schemas"]["DriftedColumn"][];
            scores?: components["schemas"]["DistributionDrift"];
            verdicts?: components["schemas"]["DistributionDrift"];
            verdictRows: {
                [key: string]: number;
            };
            at: unknown;
        };
        /** ModelReference */
        ModelReference: {
            name: string;
            version: number;
        };
        /** DriftedColumn */
        DriftedColumn: {
            column: string;
            referenceMean?: number;
            currentMean?: number;
            populationStabilityIndex: number;
            adjustedPValue: number;
            drifted: boolean;
        };
        /** DistributionDrift */
        DistributionDrift: {
            populationStabilityIndex: number;
            adjustedPValue: number;
            drifted: boolean;
        };
        /** MissingSharesResponse */
        MissingSharesResponse: {
            reference: number;
            current: number;
        };
        /** DriftedFeatureResponse */
        DriftedFeatureResponse: {
            feature: string;
            populationStabilityIndex: number;
            adjustedPValue: number;
            drifted: boolean;
            referenceMean: number | null;
            currentMean: number | null;
            /** @description From and to (both inclusive), share of the reference, share of the stream */
            bins: number[][];
            missing: components["schemas"]["MissingSharesResponse"];
        };
        /** DriftReportResponse */
        DriftReportResponse: {
            features: components["schemas"]["DriftedFeatureResponse"][];
            id: string;
            model: components["schemas"]["ModelReference"];
            /** @enum {unknown} */
            reference: "training" | "first-windows";
            from: unknown;
            to: unknown;
            rows: number;
            processes: number;
            /** @enum {unknown} */
            level: "ok" | "warned" | "drifted";
            columns: number;
            drifted: components["schemas"]["DriftedColumn"][];
            scores?: components["schemas"]["DistributionDrift"];
            verdicts?: components["schemas"]["DistributionDrift"];
            verdictRows: {
                [key: string]: number;
            };
            at: unknown;
        };
        /** HealthResponse */
        HealthResponse: {
            /** @enum {unknown} */
            status: "live";
            service: string;
        };
        /** DependencyResponse */
        DependencyResponse: {
            name: string;
            ok: boolean;
            milliseconds: number;
            error?: string;
        };
        /** ReadinessResponse */
        ReadinessResponse: {
            /** @enum {unknown} */
            status: "ready" | "unready";
            service: string;
            dependencies: components["schemas"]["DependencyResponse"][];
        };
        /** ListEntryResponse */
        ListEntryResponse: {
            /** @enum {unknown} */
            list: "allow" | "deny";
            entry: string;
            reason?: string;
            by?: string;
            expiresAt?: unknown;
            at: unknown;
        };
        /** ListEntriesResponse */
        ListEntriesResponse: {
            entries: components["schemas"]["ListEntryResponse"][];
            next: string | null;
        };
        /** FeedbackResponse */
        FeedbackResponse: {
            id: string;
            url: string;
            /** @enum {unknown} */
            label: "phishing" | "legitimate";
            by: string;
            at: unknown;
        };
        /** VersionSummaryResponse */
        VersionSummaryResponse: {
            version: number;
            algorithm: string;
            metrics: {
                [key: string]: number;
            };
            aliases: string[];
            snapshotId: string;
            runId: string;
            rows: number;
            createdAt: unknown;
        };
        /** ModelSummaryResponse */
        ModelSummaryResponse: {
            name: string;
            schema: string;
            newest: components["schemas"]["VersionSummaryResponse"];
            champion: components["schemas"]["VersionSummaryResponse"] | null;
            aliases: {
                [key: string]: number;
            };
        };
        /** ModelListResponse */
        ModelListResponse: {
            models: components["schemas"]["ModelSummaryResponse"][];
            next: string | null;
        };
        /** ModelResponse */
        ModelResponse: {
            versions: components["schemas"]["VersionSummaryResponse"][];
            next: string | null;
            name: string;
            schema: string;
            newest: components["schemas"]["VersionSummaryResponse"];
            champion: components["schemas"]["VersionSummaryResponse"] | null;
            aliases: {
                [key: string]: number;
            };
        };
        /** AliasResponse */
        AliasResponse: {
            name: string;
            alias: string;
            version: number;
            revision: number;
            by: string;
            reason: string;
            at: unknown;
            previous: number[];
            rolledBackFrom?: number;
        };
        /** ClassShareResponse */
        ClassShareResponse: {
            name: string;
            rows: number;
            share: number;
        };
        /** DistinctRowsResponse */
        DistinctRowsResponse: {
            rows: number;
            distinctRows: number;
            distinctFeatureRows: number;
            duplicateRows: number;
            conflictingFeatureRows: number;
            rowsInConflict: number;
        };
        /** ColumnSummaryResponse */
        ColumnSummaryResponse: {
            name: string;
            /** @enum {unknown} */
            type: "integer" | "number" | "text";
            missing: number;
            minimum: number | null;
            maximum: number | null;
            mean: number | null;
            values: (number | string)[][] | null;
        };
        /** LeakFindingResponse */
        LeakFindingResponse: {
            code: string;
            /** @enum {unknown} */
            severity: "error" | "warning";
            column: string;
            rule: string;
            visibleToModel: boolean;
            message: string;
            balancedAccuracy: number;
            f1: number;
            coverage: number;
        };
        /** ColumnDriftResponse */
        ColumnDriftResponse: {
            column: string;
            test: string;
            statistic: number | null;
            pValue: number | null;
            adjustedPValue: number | null;
            populationStabilityIndex: number | null;
            jensenShannon: number | null;
            drifted: boolean;
            severity: string;
        };
        /** SnapshotDriftResponse */
        SnapshotDriftResponse: {
            columns: components["schemas"]["ColumnDriftResponse"][];
            drifted: string[];
            added: string[];
            removed: string[];
            changedKind: string[];
        };
        /** ValidationIssueResponse */
        ValidationIssueResponse: {
            code: string;
            /** @enum {unknown} */
            severity: "error" | "warning" | "note";
            column?: string;
            message: string;
            rows?: number;
        };
        /** ValidationReportResponse */
        ValidationReportResponse: {
            id: string;
            runId: string;
            snapshotId: string;
            parent: string | null;
            schema: string;
            /** @enum {unknown} */
            status: "passed" | "warned" | "failed";
            createdAt: unknown;
            rows: number;
            classes: components["schemas"]["ClassShareResponse"][];
            distinct: components["schemas"]["DistinctRowsResponse"];
            columns: components["schemas"]["ColumnSummaryResponse"][];
            leaks: components["schemas"]["LeakFindingResponse"][];
            drift: components["schemas"]["SnapshotDriftResponse"] | null;
            issues: components["schemas"]["ValidationIssueResponse"][];
        };
        /** FieldProblem */
        FieldProblem: {
            path: string;
            code: string;
            message: string;
        };
        /** ProblemResponse */
        ProblemResponse: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            instance?: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        /** ItemProblem */
        ItemProblem: {
            code: string;
            message: string;
        };
        /** BatchVerdict */
        BatchVerdict: {
            id?: string;
            url?: string | null;
            /** @enum {unknown} */
            verdict?: "malicious" | "suspicious" | "safe";
            probability?: number;
            model?: components["schemas"]["ModelReference"];
            reasons?: string[];
            change?: components["schemas"]["VerdictChange"];
            list?: components["schemas"]["ListHit"];
            classifiedAt?: unknown;
            error?: components["schemas"]["ItemProblem"];
        };
        /** VerdictChange */
        VerdictChange: {
            sentence: string;
            url?: string;
            /** @enum {unknown} */
            verdict?: "malicious" | "suspicious" | "safe";
            probability?: number;
        };
        /** ListHit */
        ListHit: {
            /** @enum {unknown} */
            list: "allow" | "deny";
            entry: string;
            reason?: string;
            by?: string;
        };
        /** VerdictBatchResponse */
        VerdictBatchResponse: {
            verdicts: components["schemas"]["BatchVerdict"][];
        };
        /** EventIdsResponse */
        EventIdsResponse: {
            ids: string[];
        };
        /** RowPrediction */
        RowPrediction: {
            label: number | string;
            /** @enum {unknown} */
            verdict: "malicious" | "suspicious" | "safe";
            probability: number;
        };
        /** PredictionsAnswer */
        PredictionsAnswer: {
            predictions: components["schemas"]["RowPrediction"][];
            model: components["schemas"]["ModelReference"];
        };
        /** PageResponse */
        PageResponse: {
            next: string | null;
        };
        /** StageProgressResponse */
        StageProgressResponse: {
            /** @enum {unknown} */
            state: "queued" | "running" | "succeeded" | "failed";
            done: number;
            total: number;
            message: string;
            startedAt: unknown;
            at: unknown;
        };
        /** RunStagesResponse */
        RunStagesResponse: {
            ingestion?: components["schemas"]["StageProgressResponse"];
            validation?: components["schemas"]["StageProgressResponse"];
            training?: components["schemas"]["StageProgressResponse"];
        };
        /** RunLinksResponse */
        RunLinksResponse: {
            snapshot?: string;
            report?: string;
            model?: string;
            card?: string;
        };
        /** RunResponse */
        RunResponse: {
            id: string;
            schema: string;
            /** @enum {unknown} */
            from: "ingestion" | "validation" | "training";
            /** @enum {unknown} */
            until: "ingestion" | "validation" | "training";
            /** @enum {unknown} */
            state: "queued" | "running" | "succeeded" | "failed";
            stages: components["schemas"]["RunStagesResponse"];
            source?: components["schemas"]["SourceRequest"];
            search?: components["schemas"]["SearchRequest"];
            /** @enum {unknown} */
            leaks?: "refuse" | "accept";
            links?: components["schemas"]["RunLinksResponse"];
            snapshotId?: string;
            reportId?: string;
            /** @enum {unknown} */
            reportStatus?: "passed" | "warned" | "failed";
            model?: string;
            version?: number;
            alias?: string;
            error?: components["schemas"]["ItemProblem"];
            createdAt: unknown;
            updatedAt: unknown;
        };
        /** RunStartedResponse */
        RunStartedResponse: {
            runId: string;
            run: components["schemas"]["RunResponse"];
        };
        /** TrainResponse */
        TrainResponse: {
            message: string;
            runId: string;
        };
        /** RunListResponse */
        RunListResponse: {
            runs: components["schemas"]["RunResponse"][];
            next: string | null;
        };
        /** SchemaInputResponse */
        SchemaInputResponse: {
            /** @enum {unknown} */
            kind: "features" | "url";
            column?: string;
            context?: string[];
        };
        /** FeatureColumnResponse */
        FeatureColumnResponse: {
            name: string;
            /** @enum {unknown} */
            type: "integer" | "number";
            allowed?: number[];
            minimum?: number;
            maximum?: number;
            description?: string;
        };
        /** LabelClassResponse */
        LabelClassResponse: {
            name: string;
            value: number | string;
            aliases?: (number | string)[];
            /** @enum {unknown} */
            verdict: "malicious" | "suspicious" | "safe";
        };
        /** LabelColumnResponse */
        LabelColumnResponse: {
            column: string;
            positive: string;
            classes: components["schemas"]["LabelClassResponse"][];
        };
        /** FeatureSchemaResponse */
        FeatureSchemaResponse: {
            name: string;
            title: string;
            description: string;
            source?: string;
            input: components["schemas"]["SchemaInputResponse"];
            columns: components["schemas"]["FeatureColumnResponse"][];
            label: components["schemas"]["LabelColumnResponse"];
        };
        /** SchemaListResponse */
        SchemaListResponse: {
            schemas: components["schemas"]["FeatureSchemaResponse"][];
            next: string | null;
        };
        /** SnapshotResponse */
        SnapshotResponse: {
            id: string;
            schema: string;
            rows: number;
            sha256: string;
            objectKey: string;
            columns: string[];
            textColumns: string[];
            label: string;
            labelled: boolean;
            classCounts: {
                [key: string]: number;
            };
            source: components["schemas"]["SourcePosition"];
            parent?: string;
            splitSeed: number;
            runId: string;
            createdAt: unknown;
        };
        /** SourcePosition */
        SourcePosition: {
            /** @enum {unknown} */
            kind: "file" | "upload" | "s3" | "mongodb" | "kafka" | "feedback";
            name: string;
            position?: Record<string, never>;
        };
        /** SnapshotListResponse */
        SnapshotListResponse: {
            snapshots: components["schemas"]["SnapshotResponse"][];
            next: string | null;
        };
        /** ReportEntryResponse */
        ReportEntryResponse: {
            id: string;
            runId: string;
            snapshotId: string;
            schema: string;
            /** @enum {unknown} */
            status: "passed" | "warned" | "failed";
            issues: number;
            drift?: components["schemas"]["DriftSummary"];
            reportKey: string;
            htmlKey: string;
            createdAt: unknown;
        };
        /** DriftSummary */
        DriftSummary: {
            against: string;
            columns: number;
            drifted: number;
            driftedColumns: string[];
        };
        /** ReportListResponse */
        ReportListResponse: {
            reports: components["schemas"]["ReportEntryResponse"][];
            next: string | null;
        };
        /** RecentVerdictsResponse */
        RecentVerdictsResponse: {
            verdicts: components["schemas"]["UrlVerdict"][];
            next: string | null;
        };
        /** UrlVerdict */
        UrlVerdict: {
            id: string;
            url: string;
            /** @enum {unknown} */
            verdict: "malicious" | "suspicious" | "safe";
            probability: number;
            model: components["schemas"]["ModelReference"];
            reasons: string[];
            change?: components["schemas"]["VerdictChange"];
            list?: components["schemas"]["ListHit"];
            submittedAt?: unknown;
            classifiedAt: unknown;
        };
        /** EnrichedVerdict */
        EnrichedVerdict: {
            enrichment?: components["schemas"]["EnrichmentAnswer"];
            id: string;
            url: string;
            /** @enum {unknown} */
            verdict: "malicious" | "suspicious" | "safe";
            probability: number;
            model: components["schemas"]["ModelReference"];
            reasons: string[];
            change?: components["schemas"]["VerdictChange"];
            list?: components["schemas"]["ListHit"];
            submittedAt?: unknown;
            classifiedAt: unknown;
        };
        /** EnrichmentAnswer */
        EnrichmentAnswer: {
            /** @enum {unknown} */
            verdict?: "malicious" | "suspicious" | "safe";
            probability?: number;
            model?: components["schemas"]["ModelReference"];
            features?: {
                [key: string]: number | null;
            };
            missing?: components["schemas"]["MissingFeatureAnswer"][];
            finalUrl?: string;
            redirects?: number;
            tookMs?: number;
            error?: components["schemas"]["ItemProblem"];
        };
        /** MissingFeatureAnswer */
        MissingFeatureAnswer: {
            feature: string;
            reason: string;
        };
        /** JobListResponse */
        JobListResponse: {
            jobs: components["schemas"]["JobResponse"][];
            next: string | null;
        };
        /** JobResponse */
        JobResponse: {
            id: string;
            schema: string;
            /** @enum {unknown} */
            state: "queued" | "running" | "succeeded" | "failed";
            done: number;
            total: number;
            message?: string;
            model?: components["schemas"]["ModelReference"];
            counts?: components["schemas"]["VerdictCountsResponse"];
            error?: components["schemas"]["JobErrorResponse"];
            createdAt: unknown;
            updatedAt: unknown;
            links: components["schemas"]["JobLinksResponse"];
        };
        /** VerdictCountsResponse */
        VerdictCountsResponse: {
            malicious: number;
            suspicious: number;
            safe: number;
        };
        /** JobErrorResponse */
        JobErrorResponse: {
            errors?: unknown[];
            code: string;
            message: string;
        };
        /** JobLinksResponse */
        JobLinksResponse: {
            result: string;
        };
        /** CreatedKeyResponse */
        CreatedKeyResponse: {
            key: string;
            id: string;
            name: string;
            scopes: ("predict" | "publish" | "read" | "train" | "admin")[];
            createdAt: unknown;
            createdBy: string;
            expiresAt?: unknown;
            requestsPerSecond?: number;
            lastUsedAt?: unknown;
            revokedAt?: unknown;
        };
        /** KeyListResponse */
        KeyListResponse: {
            keys: components["schemas"]["KeyResponse"][];
            next: string | null;
        };
        /** KeyResponse */
        KeyResponse: {
            id: string;
            name: string;
            scopes: ("predict" | "publish" | "read" | "train" | "admin")[];
            createdAt: unknown;
            createdBy: string;
            expiresAt?: unknown;
            requestsPerSecond?: number;
            lastUsedAt?: unknown;
            revokedAt?: unknown;
        };
        /** SessionResponse */
        SessionResponse: {
            /** @enum {unknown} */
            kind: "open" | "anonymous" | "key" | "session";
            name: string;
            scopes: ("predict" | "publish" | "read" | "train" | "admin")[];
            csrfToken?: string;
            expiresAt?: unknown;
        };
        /** AuditListResponse */
        AuditListResponse: {
            entries: components["schemas"]["AuditEntryResponse"][];
            next: string | null;
        };
        /** AuditEntryResponse */
        AuditEntryResponse: {
            id: string;
            at: unknown;
            by: string;
            keyId?: string;
            /** @enum {unknown} */
            action: "alias.move" | "alias.rollback" | "run.start" | "snapshot.create" | "list.put" | "list.remove" | "key.create" | "key.revoke" | "feedback.create";
            subject: string;
            detail?: Record<string, never>;
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "live",
                     *       "service": "gateway"
                     *     }
                     */
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can take traffic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "service": "gateway",
                     *       "dependencies": [
                     *         {
                     *           "name": "bus",
                     *           "ok": true,
                     *           "milliseconds": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
            /** @description It cannot: the dependency says why */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "service": "gateway",
                     *       "dependencies": [
                     *         {
                     *           "name": "bus",
                     *           "ok": true,
                     *           "milliseconds": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessResponse"];
                };
            };
        };
    };
    Health_scrape: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example weir_http_seconds_count 1 */
                    "text/plain": string;
                };
            };
        };
    };
    VerdictFeed_list: {
        parameters: {
            query?: {
                /** @description One or more, repeated or with commas between */
                verdict?: ("malicious" | "suspicious" | "safe")[];
                /** @description A host or a registrable domain */
                host?: string;
                /** @description `name` or `name/version` */
                model?: string;
                /** @description Stands somewhere in the URL */
                q?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verdicts": [
                     *         {
                     *           "id": "019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e",
                     *           "url": "http://paypal.com.secure-login.example.tk/verify",
                     *           "verdict": "malicious",
                     *           "probability": 0.97,
                     *           "model": {
                     *             "name": "url",
                     *             "version": 2
                     *           },
                     *           "reasons": [
                     *             "The name paypal.com stands below another domain"
                     *           ],
                     *           "change": {
                     *             "sentence": "Without the name of a brand below the domain it would be suspicious",
                     *             "verdict": "suspicious"
                     *           },
                     *           "classifiedAt": "2026-03-01T12:00:00.000Z",
                     *           "submittedAt": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["RecentVerdictsResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Verdicts_verdict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "http://paypal.com.secure-login.example.tk/verify"
                 *     }
                 */
                "application/json": components["schemas"]["VerdictRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e",
                     *       "url": "http://paypal.com.secure-login.example.tk/verify",
                     *       "verdict": "malicious",
                     *       "probability": 0.97,
                     *       "model": {
                     *         "name": "url",
                     *         "version": 2
                     *       },
                     *       "reasons": [
                     *         "The name paypal.com stands below another domain"
                     *       ],
                     *       "change": {
                     *         "sentence": "Without the name of a brand below the domain it would be suspicious",
                     *         "verdict": "suspicious"
                     *       },
                     *       "classifiedAt": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EnrichedVerdict"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Verdicts_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "urls": [
                 *         "https://example.org/",
                 *         "http://192.0.2.7/login"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["VerdictBatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verdicts": [
                     *         {
                     *           "id": "019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e",
                     *           "url": "https://example.org/",
                     *           "verdict": "safe",
                     *           "probability": 0.02,
                     *           "model": {
                     *             "name": "url",
                     *             "version": 2
                     *           },
                     *           "reasons": [],
                     *           "classifiedAt": "2026-03-01T12:00:00.000Z"
                     *         },
                     *         {
                     *           "url": "not a url",
                     *           "error": {
                     *             "code": "WEIR_URL_INVALID",
                     *             "message": "The text has no host"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["VerdictBatchResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Events_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "urls": [
                 *         "https://example.org/",
                 *         "http://192.0.2.7/login"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EventsRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    /**
                     * @description `true` where this is the answer to an earlier request with the same key
                     * @example true
                     */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ids": [
                     *         "019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e",
                     *         "019c9f2e-7a01-7d4e-8c2f-4a5b6c7d8e9f"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EventIdsResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The first request with this Idempotency-Key is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-running",
                     *       "title": "The first request with this Idempotency-Key is still under way",
                     *       "status": 409,
                     *       "detail": "Wait as long as Retry-After says and send it again.",
                     *       "code": "WEIR_IDEMPOTENCY_RUNNING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-reused",
                     *       "title": "The Idempotency-Key was used for another request",
                     *       "status": 422,
                     *       "detail": "Use a new key for each new request.",
                     *       "code": "WEIR_IDEMPOTENCY_REUSED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Feedback_take: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.org/sign-in",
                 *       "label": "legitimate"
                 *     }
                 */
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    /**
                     * @description `true` where this is the answer to an earlier request with the same key
                     * @example true
                     */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e",
                     *       "url": "https://example.org/sign-in",
                     *       "label": "legitimate",
                     *       "by": "ann",
                     *       "at": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["FeedbackResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The first request with this Idempotency-Key is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-running",
                     *       "title": "The first request with this Idempotency-Key is still under way",
                     *       "status": 409,
                     *       "detail": "Wait as long as Retry-After says and send it again.",
                     *       "code": "WEIR_IDEMPOTENCY_RUNNING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-reused",
                     *       "title": "The Idempotency-Key was used for another request",
                     *       "status": 422,
                     *       "detail": "Use a new key for each new request.",
                     *       "code": "WEIR_IDEMPOTENCY_REUSED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Lists_page: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Which list
                 * @example deny
                 */
                list: "allow" | "deny";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "list": "deny",
                     *           "entry": "example.org",
                     *           "reason": "seen in a report",
                     *           "by": "ann",
                     *           "at": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ListEntriesResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Lists_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Which list
                 * @example deny
                 */
                list: "allow" | "deny";
                /**
                 * @description A host or a registrable domain, in any spelling
                 * @example example.org
                 */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "list": "deny",
                     *       "entry": "example.org",
                     *       "reason": "seen in a report",
                     *       "by": "ann",
                     *       "at": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ListEntryResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Lists_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what is to be changed, or `*`: 412 where it is another by now */
                "If-Match"?: string;
                /** @description `*`: 412 where there is one already */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Which list
                 * @example deny
                 */
                list: "allow" | "deny";
                /**
                 * @description A host or a registrable domain, in any spelling
                 * @example example.org
                 */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "sign-in page of a campaign",
                 *       "expiresAt": "2030-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ListEntryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "list": "deny",
                     *       "entry": "example.org",
                     *       "reason": "seen in a report",
                     *       "by": "ann",
                     *       "at": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ListEntryResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description It was changed by someone else meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:precondition-failed",
                     *       "title": "It was changed by someone else meanwhile",
                     *       "status": 412,
                     *       "detail": "Read it again, and repeat the change with its new ETag.",
                     *       "code": "WEIR_PRECONDITION_FAILED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Lists_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what is to be changed, or `*`: 412 where it is another by now */
                "If-Match"?: string;
                /** @description `*`: 412 where there is one already */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Which list
                 * @example deny
                 */
                list: "allow" | "deny";
                /**
                 * @description A host or a registrable domain, in any spelling
                 * @example example.org
                 */
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description It was changed by someone else meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:precondition-failed",
                     *       "title": "It was changed by someone else meanwhile",
                     *       "status": 412,
                     *       "detail": "Read it again, and repeat the change with its new ETag.",
                     *       "code": "WEIR_PRECONDITION_FAILED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Predictions_predict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A feature schema of `GET /v1/schemas`
                 * @example uci-30
                 */
                schema: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "having_IP_Address": -1,
                 *         "URL_Length": -1,
                 *         "Shortining_Service": -1,
                 *         "having_At_Symbol": -1,
                 *         "double_slash_redirecting": -1,
                 *         "Prefix_Suffix": -1,
                 *         "having_Sub_Domain": -1,
                 *         "SSLfinal_State": -1,
                 *         "Domain_registeration_length": -1,
                 *         "Favicon": -1,
                 *         "port_no": -1,
                 *         "HTTPS_token": -1,
                 *         "Request_URL": -1,
                 *         "URL_of_Anchor": -1,
                 *         "Links_in_tags": -1,
                 *         "SFH": -1,
                 *         "Submitting_to_email": -1,
                 *         "Abnormal_URL": -1,
                 *         "Redirect": -1,
                 *         "on_mouseover": -1,
                 *         "RightClick": -1,
                 *         "popUpWidnow": -1,
                 *         "Iframe": -1,
                 *         "age_of_domain": -1,
                 *         "DNSRecord": -1,
                 *         "web_traffic": -1,
                 *         "Page_Rank": -1,
                 *         "Google_Index": -1,
                 *         "Links_pointing_to_page": -1,
                 *         "Statistical_report": -1
                 *       }
                 *     ]
                 */
                "application/json": {
                    [key: string]: number | string | null;
                }[] | {
                    [key: string]: number | string | null;
                };
                /**
                 * @example having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report
                 *     -1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1
                 */
                "text/csv": string;
                /**
                 * @example {
                 *       "file": "having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report\n-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"
                 *     }
                 */
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV; the field may have another name
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Predictions in the order of the rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "predictions": [
                     *         {
                     *           "label": -1,
                     *           "verdict": "malicious",
                     *           "probability": 0.94
                     *         }
                     *       ],
                     *       "model": {
                     *         "name": "uci-30",
                     *         "version": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PredictionsAnswer"];
                    /**
                     * @example having_IP_Address,prediction,verdict,probability
                     *     -1,-1,malicious,0.94
                     */
                    "text/csv": string;
                    /** @example <!doctype html><title>Predictions</title>… */
                    "text/html": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The answer cannot be given in this form */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-acceptable",
                     *       "title": "The answer cannot be given in this form",
                     *       "status": 406,
                     *       "detail": "Ask in Accept for one of the media types named.",
                     *       "code": "WEIR_NOT_ACCEPTABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A value cannot be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:data-value",
                     *       "title": "A value cannot be read",
                     *       "status": 422,
                     *       "detail": "Mend the row and column named.",
                     *       "code": "WEIR_DATA_VALUE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Jobs_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A feature schema of `GET /v1/schemas`
                 * @example uci-30
                 */
                schema: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report
                 *     -1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1
                 */
                "text/csv": string;
                /**
                 * @example {
                 *       "file": "having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report\n-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"
                 *     }
                 */
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV; the field may have another name
                     */
                    file: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    /**
                     * @description `true` where this is the answer to an earlier request with the same key
                     * @example true
                     */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a06-7263-9174-9fa0b1c2d3e4",
                     *       "schema": "uci-30",
                     *       "state": "running",
                     *       "done": 40000,
                     *       "total": 1000000,
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "updatedAt": "2026-03-01T12:00:00.000Z",
                     *       "links": {
                     *         "result": "/v1/jobs/019c9f2e-7a06-7263-9174-9fa0b1c2d3e4/result"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The first request with this Idempotency-Key is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-running",
                     *       "title": "The first request with this Idempotency-Key is still under way",
                     *       "status": 409,
                     *       "detail": "Wait as long as Retry-After says and send it again.",
                     *       "code": "WEIR_IDEMPOTENCY_RUNNING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-reused",
                     *       "title": "The Idempotency-Key was used for another request",
                     *       "status": 422,
                     *       "detail": "Use a new key for each new request.",
                     *       "code": "WEIR_IDEMPOTENCY_REUSED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Jobs_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobs": [
                     *         {
                     *           "id": "019c9f2e-7a06-7263-9174-9fa0b1c2d3e4",
                     *           "schema": "uci-30",
                     *           "state": "running",
                     *           "done": 40000,
                     *           "total": 1000000,
                     *           "createdAt": "2026-03-01T12:00:00.000Z",
                     *           "updatedAt": "2026-03-01T12:00:00.000Z",
                     *           "links": {
                     *             "result": "/v1/jobs/019c9f2e-7a06-7263-9174-9fa0b1c2d3e4/result"
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["JobListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a06-7263-9174-9fa0b1c2d3e4
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a06-7263-9174-9fa0b1c2d3e4",
                     *       "schema": "uci-30",
                     *       "state": "running",
                     *       "done": 40000,
                     *       "total": 1000000,
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "updatedAt": "2026-03-01T12:00:00.000Z",
                     *       "links": {
                     *         "result": "/v1/jobs/019c9f2e-7a06-7263-9174-9fa0b1c2d3e4/result"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Jobs_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a06-7263-9174-9fa0b1c2d3e4
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Jobs_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a06-7263-9174-9fa0b1c2d3e4
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Predictions in the order of the rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "predictions": [
                     *         {
                     *           "label": -1,
                     *           "verdict": "malicious",
                     *           "probability": 0.94
                     *         }
                     *       ],
                     *       "model": {
                     *         "name": "uci-30",
                     *         "version": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PredictionsAnswer"];
                    /**
                     * @example having_IP_Address,prediction,verdict,probability
                     *     -1,-1,malicious,0.94
                     */
                    "text/csv": string;
                    /** @example <!doctype html><title>Predictions</title>… */
                    "text/html": string;
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The answer cannot be given in this form */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-acceptable",
                     *       "title": "The answer cannot be given in this form",
                     *       "status": 406,
                     *       "detail": "Ask in Accept for one of the media types named.",
                     *       "code": "WEIR_NOT_ACCEPTABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The alias cannot be moved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:alias-invalid",
                     *       "title": "The alias cannot be moved",
                     *       "status": 409,
                     *       "detail": "Promote a version that exists; roll back only where an earlier champion is known.",
                     *       "code": "WEIR_ALIAS_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A value cannot be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:data-value",
                     *       "title": "A value cannot be read",
                     *       "status": 422,
                     *       "detail": "Mend the row and column named.",
                     *       "code": "WEIR_DATA_VALUE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Snapshots_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @example uci-30 */
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "snapshots": [
                     *         {
                     *           "id": "uci-30-0123456789abcdef",
                     *           "schema": "uci-30",
                     *           "rows": 11055,
                     *           "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *           "objectKey": "snapshots/uci-30-0123456789abcdef/data.parquet",
                     *           "columns": [
                     *             "having_IP_Address",
                     *             "URL_Length"
                     *           ],
                     *           "textColumns": [],
                     *           "label": "Result",
                     *           "labelled": true,
                     *           "classCounts": {
                     *             "phishing": 4898,
                     *             "legitimate": 6157
                     *           },
                     *           "source": {
                     *             "kind": "upload",
                     *             "name": "uploads/rows.csv"
                     *           },
                     *           "splitSeed": 9544371,
                     *           "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *           "createdAt": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SnapshotListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Snapshots_create: {
        parameters: {
            query?: {
                /** @example uci-30 */
                schema?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schema": "uci-30",
                 *       "source": {
                 *         "kind": "file",
                 *         "path": "uci-phishing-websites.csv"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SnapshotRequest"];
                /**
                 * @example having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report,Result
                 *     -1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1
                 */
                "text/csv": string;
                /**
                 * @example {
                 *       "schema": "uci-30",
                 *       "file": "having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report,Result\n-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"
                 *     }
                 */
                "multipart/form-data": {
                    /** @description Stands before the file */
                    schema?: string;
                    /**
                     * Format: binary
                     * @description CSV; the field may have another name
                     */
                    file: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    /**
                     * @description `true` where this is the answer to an earlier request with the same key
                     * @example true
                     */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *       "run": {
                     *         "id": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *         "schema": "uci-30",
                     *         "from": "ingestion",
                     *         "until": "validation",
                     *         "state": "queued",
                     *         "stages": {},
                     *         "createdAt": "2026-03-01T12:00:00.000Z",
                     *         "updatedAt": "2026-03-01T12:00:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RunStartedResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The first request with this Idempotency-Key is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-running",
                     *       "title": "The first request with this Idempotency-Key is still under way",
                     *       "status": 409,
                     *       "detail": "Wait as long as Retry-After says and send it again.",
                     *       "code": "WEIR_IDEMPOTENCY_RUNNING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-reused",
                     *       "title": "The Idempotency-Key was used for another request",
                     *       "status": 422,
                     *       "detail": "Use a new key for each new request.",
                     *       "code": "WEIR_IDEMPOTENCY_REUSED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Snapshots_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example uci-30-0123456789abcdef
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "uci-30-0123456789abcdef",
                     *       "schema": "uci-30",
                     *       "rows": 11055,
                     *       "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "objectKey": "snapshots/uci-30-0123456789abcdef/data.parquet",
                     *       "columns": [
                     *         "having_IP_Address",
                     *         "URL_Length"
                     *       ],
                     *       "textColumns": [],
                     *       "label": "Result",
                     *       "labelled": true,
                     *       "classCounts": {
                     *         "phishing": 4898,
                     *         "legitimate": 6157
                     *       },
                     *       "source": {
                     *         "kind": "upload",
                     *         "name": "uploads/rows.csv"
                     *       },
                     *       "splitSeed": 9544371,
                     *       "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *       "createdAt": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SnapshotResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Reports_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @example uci-30 */
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reports": [
                     *         {
                     *           "id": "019c9f2e-7a03-7f60-8e41-6c7d8e9fa0b1",
                     *           "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *           "snapshotId": "uci-30-0123456789abcdef",
                     *           "schema": "uci-30",
                     *           "status": "warned",
                     *           "issues": 1,
                     *           "reportKey": "reports/019c9f2e-7a03-7f60-8e41-6c7d8e9fa0b1/report.json",
                     *           "htmlKey": "reports/019c9f2e-7a03-7f60-8e41-6c7d8e9fa0b1/report.html",
                     *           "createdAt": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReportListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Reports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a03-7f60-8e41-6c7d8e9fa0b1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a03-7f60-8e41-6c7d8e9fa0b1",
                     *       "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *       "snapshotId": "uci-30-0123456789abcdef",
                     *       "parent": null,
                     *       "schema": "uci-30",
                     *       "status": "warned",
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "rows": 11055,
                     *       "classes": [
                     *         {
                     *           "name": "phishing",
                     *           "rows": 4898,
                     *           "share": 0.443
                     *         },
                     *         {
                     *           "name": "legitimate",
                     *           "rows": 6157,
                     *           "share": 0.557
                     *         }
                     *       ],
                     *       "distinct": {
                     *         "rows": 11055,
                     *         "distinctRows": 5849,
                     *         "distinctFeatureRows": 5785,
                     *         "duplicateRows": 5206,
                     *         "conflictingFeatureRows": 64,
                     *         "rowsInConflict": 389
                     *       },
                     *       "columns": [
                     *         {
                     *           "name": "URL_Length",
                     *           "type": "integer",
                     *           "missing": 0,
                     *           "minimum": -1,
                     *           "maximum": 1,
                     *           "mean": -0.63,
                     *           "values": [
                     *             [
                     *               -1,
                     *               8960
                     *             ],
                     *             [
                     *               0,
                     *               135
                     *             ],
                     *             [
                     *               1,
                     *               1960
                     *             ]
                     *           ]
                     *         }
                     *       ],
                     *       "leaks": [],
                     *       "drift": null,
                     *       "issues": [
                     *         {
                     *           "code": "duplicate-rows",
                     *           "severity": "warning",
                     *           "message": "5,206 rows repeat an earlier one",
                     *           "rows": 5206
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ValidationReportResponse"];
                    /** @example <!doctype html><title>Validation report</title>… */
                    "text/html": string;
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The answer cannot be given in this form */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-acceptable",
                     *       "title": "The answer cannot be given in this form",
                     *       "status": 406,
                     *       "detail": "Ask in Accept for one of the media types named.",
                     *       "code": "WEIR_NOT_ACCEPTABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Drift_list: {
        parameters: {
            query?: {
                /**
                 * @description Of this model only
                 * @example url
                 */
                name?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reports": [
                     *         {
                     *           "id": "20260301T120000000Z-0123456789abcdef",
                     *           "model": {
                     *             "name": "url",
                     *             "version": 2
                     *           },
                     *           "reference": "training",
                     *           "from": "2026-03-01T11:55:00.000Z",
                     *           "to": "2026-03-01T12:00:00.000Z",
                     *           "rows": 18000,
                     *           "processes": 2,
                     *           "level": "warned",
                     *           "columns": 121,
                     *           "drifted": [
                     *             {
                     *               "column": "url_length",
                     *               "populationStabilityIndex": 0.31,
                     *               "adjustedPValue": 0.0001,
                     *               "drifted": true
                     *             }
                     *           ],
                     *           "verdictRows": {
                     *             "malicious": 210,
                     *             "suspicious": 390,
                     *             "safe": 17400
                     *           },
                     *           "at": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DriftListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Drift_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 20260301T120000000Z-0123456789abcdef
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "20260301T120000000Z-0123456789abcdef",
                     *       "model": {
                     *         "name": "url",
                     *         "version": 2
                     *       },
                     *       "reference": "training",
                     *       "from": "2026-03-01T11:55:00.000Z",
                     *       "to": "2026-03-01T12:00:00.000Z",
                     *       "rows": 18000,
                     *       "processes": 2,
                     *       "level": "warned",
                     *       "columns": 121,
                     *       "drifted": [
                     *         {
                     *           "column": "url_length",
                     *           "populationStabilityIndex": 0.31,
                     *           "adjustedPValue": 0.0001,
                     *           "drifted": true
                     *         }
                     *       ],
                     *       "verdictRows": {
                     *         "malicious": 210,
                     *         "suspicious": 390,
                     *         "safe": 17400
                     *       },
                     *       "at": "2026-03-01T12:00:00.000Z",
                     *       "features": [
                     *         {
                     *           "feature": "url_length",
                     *           "populationStabilityIndex": 0.31,
                     *           "adjustedPValue": 0.0001,
                     *           "drifted": true,
                     *           "referenceMean": 41.2,
                     *           "currentMean": 63.8,
                     *           "bins": [
                     *             [
                     *               4,
                     *               40,
                     *               0.62,
                     *               0.38
                     *             ],
                     *             [
                     *               41,
                     *               2000,
                     *               0.38,
                     *               0.62
                     *             ]
                     *           ],
                     *           "missing": {
                     *             "reference": 0,
                     *             "current": 0
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DriftReportResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Schemas_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         {
                     *           "name": "uci-30",
                     *           "title": "UCI Phishing Websites",
                     *           "description": "30 features of a web site",
                     *           "input": {
                     *             "kind": "features"
                     *           },
                     *           "columns": [
                     *             {
                     *               "name": "having_IP_Address",
                     *               "type": "integer",
                     *               "allowed": [
                     *                 -1,
                     *                 1
                     *               ]
                     *             }
                     *           ],
                     *           "label": {
                     *             "column": "Result",
                     *             "positive": "phishing",
                     *             "classes": [
                     *               {
                     *                 "name": "phishing",
                     *                 "value": -1,
                     *                 "verdict": "malicious"
                     *               },
                     *               {
                     *                 "name": "legitimate",
                     *                 "value": 1,
                     *                 "verdict": "safe"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaListResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Schemas_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "uci-30",
                     *       "title": "UCI Phishing Websites",
                     *       "description": "30 features of a web site",
                     *       "input": {
                     *         "kind": "features"
                     *       },
                     *       "columns": [
                     *         {
                     *           "name": "having_IP_Address",
                     *           "type": "integer",
                     *           "allowed": [
                     *             -1,
                     *             1
                     *           ]
                     *         }
                     *       ],
                     *       "label": {
                     *         "column": "Result",
                     *         "positive": "phishing",
                     *         "classes": [
                     *           {
                     *             "name": "phishing",
                     *             "value": -1,
                     *             "verdict": "malicious"
                     *           },
                     *           {
                     *             "name": "legitimate",
                     *             "value": 1,
                     *             "verdict": "safe"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FeatureSchemaResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Runs_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @example uci-30 */
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runs": [
                     *         {
                     *           "id": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *           "schema": "uci-30",
                     *           "from": "training",
                     *           "until": "training",
                     *           "state": "succeeded",
                     *           "stages": {
                     *             "validation": {
                     *               "state": "succeeded",
                     *               "done": 11055,
                     *               "total": 11055,
                     *               "message": "11,055 rows passed",
                     *               "startedAt": "2026-03-01T12:00:00.000Z",
                     *               "at": "2026-03-01T12:00:00.000Z"
                     *             },
                     *             "training": {
                     *               "state": "succeeded",
                     *               "done": 40,
                     *               "total": 40,
                     *               "message": "promoted to champion",
                     *               "startedAt": "2026-03-01T12:00:00.000Z",
                     *               "at": "2026-03-01T12:00:00.000Z"
                     *             }
                     *           },
                     *           "snapshotId": "uci-30-0123456789abcdef",
                     *           "createdAt": "2026-03-01T12:00:00.000Z",
                     *           "updatedAt": "2026-03-01T12:00:00.000Z",
                     *           "model": "uci-30",
                     *           "version": 2,
                     *           "alias": "champion",
                     *           "links": {
                     *             "snapshot": "/v1/snapshots/uci-30-0123456789abcdef",
                     *             "model": "/v1/models/uci-30/2",
                     *             "card": "/v1/models/uci-30/2/card"
                     *           }
                     *         }
                     *       ],
                     *       "next": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0"
                     *     }
                     */
                    "application/json": components["schemas"]["RunListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Runs_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schema": "uci-30",
                 *       "from": "training"
                 *     }
                 */
                "application/json": components["schemas"]["RunRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    /**
                     * @description `true` where this is the answer to an earlier request with the same key
                     * @example true
                     */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *       "schema": "uci-30",
                     *       "from": "training",
                     *       "until": "training",
                     *       "state": "succeeded",
                     *       "stages": {
                     *         "validation": {
                     *           "state": "succeeded",
                     *           "done": 11055,
                     *           "total": 11055,
                     *           "message": "11,055 rows passed",
                     *           "startedAt": "2026-03-01T12:00:00.000Z",
                     *           "at": "2026-03-01T12:00:00.000Z"
                     *         },
                     *         "training": {
                     *           "state": "succeeded",
                     *           "done": 40,
                     *           "total": 40,
                     *           "message": "promoted to champion",
                     *           "startedAt": "2026-03-01T12:00:00.000Z",
                     *           "at": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       },
                     *       "snapshotId": "uci-30-0123456789abcdef",
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "updatedAt": "2026-03-01T12:00:00.000Z",
                     *       "model": "uci-30",
                     *       "version": 2,
                     *       "alias": "champion",
                     *       "links": {
                     *         "snapshot": "/v1/snapshots/uci-30-0123456789abcdef",
                     *         "model": "/v1/models/uci-30/2",
                     *         "card": "/v1/models/uci-30/2/card"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RunResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The first request with this Idempotency-Key is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-running",
                     *       "title": "The first request with this Idempotency-Key is still under way",
                     *       "status": 409,
                     *       "detail": "Wait as long as Retry-After says and send it again.",
                     *       "code": "WEIR_IDEMPOTENCY_RUNNING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-reused",
                     *       "title": "The Idempotency-Key was used for another request",
                     *       "status": 422,
                     *       "detail": "Use a new key for each new request.",
                     *       "code": "WEIR_IDEMPOTENCY_REUSED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Runs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *       "schema": "uci-30",
                     *       "from": "training",
                     *       "until": "training",
                     *       "state": "succeeded",
                     *       "stages": {
                     *         "validation": {
                     *           "state": "succeeded",
                     *           "done": 11055,
                     *           "total": 11055,
                     *           "message": "11,055 rows passed",
                     *           "startedAt": "2026-03-01T12:00:00.000Z",
                     *           "at": "2026-03-01T12:00:00.000Z"
                     *         },
                     *         "training": {
                     *           "state": "succeeded",
                     *           "done": 40,
                     *           "total": 40,
                     *           "message": "promoted to champion",
                     *           "startedAt": "2026-03-01T12:00:00.000Z",
                     *           "at": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       },
                     *       "snapshotId": "uci-30-0123456789abcdef",
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "updatedAt": "2026-03-01T12:00:00.000Z",
                     *       "model": "uci-30",
                     *       "version": 2,
                     *       "alias": "champion",
                     *       "links": {
                     *         "snapshot": "/v1/snapshots/uci-30-0123456789abcdef",
                     *         "model": "/v1/models/uci-30/2",
                     *         "card": "/v1/models/uci-30/2/card"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RunResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Aliases_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
                /**
                 * @description `champion` serves
                 * @example champion
                 */
                alias: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "uci-30",
                     *       "alias": "champion",
                     *       "version": 2,
                     *       "revision": 3,
                     *       "by": "ann",
                     *       "reason": "better on the March data",
                     *       "at": "2026-03-01T12:00:00.000Z",
                     *       "previous": [
                     *         1
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AliasResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Aliases_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what is to be changed, or `*`: 412 where it is another by now */
                "If-Match"?: string;
                /** @description `*`: 412 where there is one already */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
                /**
                 * @description `champion` serves
                 * @example champion
                 */
                alias: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 2,
                 *       "reason": "better on the March data"
                 *     }
                 */
                "application/json": components["schemas"]["AliasRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "uci-30",
                     *       "alias": "champion",
                     *       "version": 2,
                     *       "revision": 3,
                     *       "by": "ann",
                     *       "reason": "better on the March data",
                     *       "at": "2026-03-01T12:00:00.000Z",
                     *       "previous": [
                     *         1
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AliasResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The alias cannot be moved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:alias-invalid",
                     *       "title": "The alias cannot be moved",
                     *       "status": 409,
                     *       "detail": "Promote a version that exists; roll back only where an earlier champion is known.",
                     *       "code": "WEIR_ALIAS_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description It was changed by someone else meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:precondition-failed",
                     *       "title": "It was changed by someone else meanwhile",
                     *       "status": 412,
                     *       "detail": "Read it again, and repeat the change with its new ETag.",
                     *       "code": "WEIR_PRECONDITION_FAILED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Aliases_rollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ifVersion": 2,
                 *       "reason": "worse on the March data"
                 *     }
                 */
                "application/json": components["schemas"]["RollbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "uci-30",
                     *       "alias": "champion",
                     *       "version": 2,
                     *       "revision": 3,
                     *       "by": "ann",
                     *       "reason": "better on the March data",
                     *       "at": "2026-03-01T12:00:00.000Z",
                     *       "previous": [
                     *         1
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AliasResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The alias cannot be moved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:alias-invalid",
                     *       "title": "The alias cannot be moved",
                     *       "status": 409,
                     *       "detail": "Promote a version that exists; roll back only where an earlier champion is known.",
                     *       "code": "WEIR_ALIAS_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Models_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @example uci-30 */
                schema?: string;
            };
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "models": [
                     *         {
                     *           "name": "uci-30",
                     *           "schema": "uci-30",
                     *           "newest": {
                     *             "version": 2,
                     *             "algorithm": "gradient-boosting",
                     *             "metrics": {
                     *               "distinct.f1": 0.951,
                     *               "distinct.f1Low": 0.942,
                     *               "distinct.f1High": 0.959,
                     *               "distinct.rocAuc": 0.989
                     *             },
                     *             "aliases": [
                     *               "champion"
                     *             ],
                     *             "snapshotId": "uci-30-0123456789abcdef",
                     *             "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *             "rows": 11055,
                     *             "createdAt": "2026-03-01T12:00:00.000Z"
                     *           },
                     *           "champion": {
                     *             "version": 2,
                     *             "algorithm": "gradient-boosting",
                     *             "metrics": {
                     *               "distinct.f1": 0.951,
                     *               "distinct.f1Low": 0.942,
                     *               "distinct.f1High": 0.959,
                     *               "distinct.rocAuc": 0.989
                     *             },
                     *             "aliases": [
                     *               "champion"
                     *             ],
                     *             "snapshotId": "uci-30-0123456789abcdef",
                     *             "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *             "rows": 11055,
                     *             "createdAt": "2026-03-01T12:00:00.000Z"
                     *           },
                     *           "aliases": {
                     *             "champion": 2
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ModelListResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Models_get: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "uci-30",
                     *       "schema": "uci-30",
                     *       "newest": {
                     *         "version": 2,
                     *         "algorithm": "gradient-boosting",
                     *         "metrics": {
                     *           "distinct.f1": 0.951,
                     *           "distinct.f1Low": 0.942,
                     *           "distinct.f1High": 0.959,
                     *           "distinct.rocAuc": 0.989
                     *         },
                     *         "aliases": [
                     *           "champion"
                     *         ],
                     *         "snapshotId": "uci-30-0123456789abcdef",
                     *         "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *         "rows": 11055,
                     *         "createdAt": "2026-03-01T12:00:00.000Z"
                     *       },
                     *       "champion": {
                     *         "version": 2,
                     *         "algorithm": "gradient-boosting",
                     *         "metrics": {
                     *           "distinct.f1": 0.951,
                     *           "distinct.f1Low": 0.942,
                     *           "distinct.f1High": 0.959,
                     *           "distinct.rocAuc": 0.989
                     *         },
                     *         "aliases": [
                     *           "champion"
                     *         ],
                     *         "snapshotId": "uci-30-0123456789abcdef",
                     *         "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *         "rows": 11055,
                     *         "createdAt": "2026-03-01T12:00:00.000Z"
                     *       },
                     *       "aliases": {
                     *         "champion": 2
                     *       },
                     *       "versions": [
                     *         {
                     *           "version": 2,
                     *           "algorithm": "gradient-boosting",
                     *           "metrics": {
                     *             "distinct.f1": 0.951,
                     *             "distinct.f1Low": 0.942,
                     *             "distinct.f1High": 0.959,
                     *             "distinct.rocAuc": 0.989
                     *           },
                     *           "aliases": [
                     *             "champion"
                     *           ],
                     *           "snapshotId": "uci-30-0123456789abcdef",
                     *           "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *           "rows": 11055,
                     *           "createdAt": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ModelResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Models_compare: {
        parameters: {
            query: {
                /** @example 2 */
                b: string;
                /** @example champion */
                a: string;
            };
            header?: never;
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "uci-30",
                     *       "a": {
                     *         "version": 1,
                     *         "algorithm": "gradient-boosting",
                     *         "metrics": {
                     *           "distinct.f1": 0.951,
                     *           "distinct.f1Low": 0.942,
                     *           "distinct.f1High": 0.959,
                     *           "distinct.rocAuc": 0.989
                     *         },
                     *         "aliases": [],
                     *         "snapshotId": "uci-30-0123456789abcdef",
                     *         "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *         "rows": 11055,
                     *         "createdAt": "2026-03-01T12:00:00.000Z",
                     *         "name": "uci-30",
                     *         "schema": "uci-30",
                     *         "parameters": {
                     *           "nEstimators": 200,
                     *           "maxDepth": 8,
                     *           "learningRate": 0.1
                     *         },
                     *         "thresholds": {
                     *           "malicious": 0.81,
                     *           "suspicious": 0.42
                     *         },
                     *         "candidates": [
                     *           {
                     *             "algorithm": "gradient-boosting",
                     *             "parameters": {
                     *               "nEstimators": 200,
                     *               "maxDepth": 8,
                     *               "learningRate": 0.1
                     *             },
                     *             "meanF1": 0.949,
                     *             "standardDeviation": 0.004,
                     *             "foldF1": [
                     *               0.945,
                     *               0.949,
                     *               0.953
                     *             ],
                     *             "seconds": 1.4
                     *           }
                     *         ],
                     *         "importance": [
                     *           {
                     *             "feature": "SSLfinal_State",
                     *             "importance": 0.41
                     *           }
                     *         ],
                     *         "snapshotSha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567",
                     *         "seed": 1,
                     *         "objectKey": "models/uci-30/89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567.safetensors",
                     *         "sha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567"
                     *       },
                     *       "b": {
                     *         "version": 2,
                     *         "algorithm": "gradient-boosting",
                     *         "metrics": {
                     *           "distinct.f1": 0.951,
                     *           "distinct.f1Low": 0.942,
                     *           "distinct.f1High": 0.959,
                     *           "distinct.rocAuc": 0.989
                     *         },
                     *         "aliases": [
                     *           "champion"
                     *         ],
                     *         "snapshotId": "uci-30-0123456789abcdef",
                     *         "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *         "rows": 11055,
                     *         "createdAt": "2026-03-01T12:00:00.000Z",
                     *         "name": "uci-30",
                     *         "schema": "uci-30",
                     *         "parameters": {
                     *           "nEstimators": 200,
                     *           "maxDepth": 8,
                     *           "learningRate": 0.1
                     *         },
                     *         "thresholds": {
                     *           "malicious": 0.81,
                     *           "suspicious": 0.42
                     *         },
                     *         "candidates": [
                     *           {
                     *             "algorithm": "gradient-boosting",
                     *             "parameters": {
                     *               "nEstimators": 200,
                     *               "maxDepth": 8,
                     *               "learningRate": 0.1
                     *             },
                     *             "meanF1": 0.949,
                     *             "standardDeviation": 0.004,
                     *             "foldF1": [
                     *               0.945,
                     *               0.949,
                     *               0.953
                     *             ],
                     *             "seconds": 1.4
                     *           }
                     *         ],
                     *         "importance": [
                     *           {
                     *             "feature": "SSLfinal_State",
                     *             "importance": 0.41
                     *           }
                     *         ],
                     *         "snapshotSha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567",
                     *         "seed": 1,
                     *         "objectKey": "models/uci-30/89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567.safetensors",
                     *         "sha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567"
                     *       },
                     *       "metrics": [
                     *         {
                     *           "metric": "f1",
                     *           "split": "grouped",
                     *           "a": 0.944,
                     *           "b": 0.951,
                     *           "difference": 0.007,
                     *           "interval": {
                     *             "a": [
                     *               0.934,
                     *               0.953
                     *             ],
                     *             "b": [
                     *               0.942,
                     *               0.959
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "parameters": [
                     *         {
                     *           "parameter": "maxDepth",
                     *           "a": 6,
                     *           "b": 8
                     *         }
                     *       ],
                     *       "importance": [
                     *         {
                     *           "feature": "SSLfinal_State",
                     *           "a": 0.39,
                     *           "b": 0.41
                     *         }
                     *       ],
                     *       "curves": {
                     *         "a": null,
                     *         "b": {
                     *           "roc": [
                     *             [
                     *               0,
                     *               0
                     *             ],
                     *             [
                     *               0.03,
                     *               0.94
                     *             ],
                     *             [
                     *               1,
                     *               1
                     *             ]
                     *           ],
                     *           "precisionRecall": [
                     *             [
                     *               0.94,
                     *               0.96
                     *             ],
                     *             [
                     *               1,
                     *               0.44
                     *             ]
                     *           ],
                     *           "reliability": [
                     *             {
                     *               "predicted": 0.97,
                     *               "observed": 0.98,
                     *               "rows": 812
                     *             }
                     *           ]
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ModelComparisonResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Models_version: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
                /**
                 * @description Its number, or an alias
                 * @example champion
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 2,
                     *       "algorithm": "gradient-boosting",
                     *       "metrics": {
                     *         "distinct.f1": 0.951,
                     *         "distinct.f1Low": 0.942,
                     *         "distinct.f1High": 0.959,
                     *         "distinct.rocAuc": 0.989
                     *       },
                     *       "aliases": [
                     *         "champion"
                     *       ],
                     *       "snapshotId": "uci-30-0123456789abcdef",
                     *       "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *       "rows": 11055,
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "name": "uci-30",
                     *       "schema": "uci-30",
                     *       "parameters": {
                     *         "nEstimators": 200,
                     *         "maxDepth": 8,
                     *         "learningRate": 0.1
                     *       },
                     *       "thresholds": {
                     *         "malicious": 0.81,
                     *         "suspicious": 0.42
                     *       },
                     *       "candidates": [
                     *         {
                     *           "algorithm": "gradient-boosting",
                     *           "parameters": {
                     *             "nEstimators": 200,
                     *             "maxDepth": 8,
                     *             "learningRate": 0.1
                     *           },
                     *           "meanF1": 0.949,
                     *           "standardDeviation": 0.004,
                     *           "foldF1": [
                     *             0.945,
                     *             0.949,
                     *             0.953
                     *           ],
                     *           "seconds": 1.4
                     *         }
                     *       ],
                     *       "importance": [
                     *         {
                     *           "feature": "SSLfinal_State",
                     *           "importance": 0.41
                     *         }
                     *       ],
                     *       "snapshotSha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567",
                     *       "seed": 1,
                     *       "objectKey": "models/uci-30/89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567.safetensors",
                     *       "sha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567"
                     *     }
                     */
                    "application/json": components["schemas"]["ModelVersionResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ModelFiles_card: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
                /**
                 * @description Its number, or an alias
                 * @example champion
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "weir-model-card",
                     *       "formatVersion": 1,
                     *       "model": {
                     *         "schema": "uci-30",
                     *         "algorithm": "gradient-boosting",
                     *         "parameters": {
                     *           "nEstimators": 200,
                     *           "maxDepth": 8,
                     *           "learningRate": 0.1
                     *         },
                     *         "engine": "weir",
                     *         "terms": null,
                     *         "bytes": 412680,
                     *         "sha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567"
                     *       },
                     *       "data": {
                     *         "rows": 11055,
                     *         "distinctRows": 5785,
                     *         "skippedRows": 0,
                     *         "classes": {
                     *           "phishing": 4898,
                     *           "legitimate": 6157
                     *         },
                     *         "positiveClass": "phishing",
                     *         "features": 30,
                     *         "source": "uploads/rows.csv",
                     *         "labelsFrom": null,
                     *         "snapshotId": "uci-30-0123456789abcdef",
                     *         "snapshotSha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567",
                     *         "notes": []
                     *       },
                     *       "splits": {
                     *         "grouped": {
                     *           "rows": 2211,
                     *           "keptTogether": "rows with the same features",
                     *           "figures": {
                     *             "f1": {
                     *               "value": 0.951,
                     *               "low": 0.942,
                     *               "high": 0.959
                     *             }
                     *           },
                     *           "confusion": [
                     *             [
                     *               931,
                     *               49
                     *             ],
                     *             [
                     *               46,
                     *               1185
                     *             ]
                     *           ]
                     *         },
                     *         "plain": null
                     *       },
                     *       "crossValidation": {
                     *         "f1": 0.949,
                     *         "standardDeviation": 0.004,
                     *         "folds": 3
                     *       },
                     *       "calibration": {
                     *         "method": "isotonic",
                     *         "heldOutLogLoss": {
                     *           "platt": 0.14,
                     *           "isotonic": 0.13
                     *         },
                     *         "expectedCalibrationError": 0.012,
                     *         "reliability": [
                     *           {
                     *             "predicted": 0.97,
                     *             "observed": 0.98,
                     *             "rows": 812
                     *           }
                     *         ]
                     *       },
                     *       "thresholds": [
                     *         {
                     *           "verdict": "malicious",
                     *           "probability": 0.81,
                     *           "falsePositiveRate": 0.01,
                     *           "recall": 0.87
                     *         }
                     *       ],
                     *       "evasion": null,
                     *       "curves": {
                     *         "roc": [
                     *           [
                     *             0,
                     *             0
                     *           ],
                     *           [
                     *             0.03,
                     *             0.94
                     *           ],
                     *           [
                     *             1,
                     *             1
                     *           ]
                     *         ],
                     *         "precisionRecall": [
                     *           [
                     *             0.94,
                     *             0.96
                     *           ],
                     *           [
                     *             1,
                     *             0.44
                     *           ]
                     *         ]
                     *       },
                     *       "leaks": null,
                     *       "feedback": null,
                     *       "importance": {
                     *         "gain": [
                     *           {
                     *             "feature": "SSLfinal_State",
                     *             "share": 0.41
                     *           }
                     *         ],
                     *         "permutation": []
                     *       },
                     *       "candidates": {
                     *         "tried": 12,
                     *         "best": [
                     *           {
                     *             "algorithm": "gradient-boosting",
                     *             "parameters": {
                     *               "nEstimators": 200,
                     *               "maxDepth": 8,
                     *               "learningRate": 0.1
                     *             },
                     *             "meanF1": 0.949,
                     *             "standardDeviation": 0.004,
                     *             "seconds": 1.4,
                     *             "tried": 6
                     *           }
                     *         ]
                     *       },
                     *       "limits": [
                     *         "Who labelled the rows, and how, is not recorded."
                     *       ],
                     *       "lineage": {
                     *         "snapshotId": "uci-30-0123456789abcdef",
                     *         "snapshotSha256": "89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567",
                     *         "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0",
                     *         "seed": 1,
                     *         "createdAt": "2026-03-01T12:00:00.000Z",
                     *         "rows": 11055
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ModelCardResponse"];
                    /** @example # Model card: uci-30 */
                    "text/markdown": string;
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The answer cannot be given in this form */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-acceptable",
                     *       "title": "The answer cannot be given in this form",
                     *       "status": 406,
                     *       "detail": "Ask in Accept for one of the media types named.",
                     *       "code": "WEIR_NOT_ACCEPTABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ModelFiles_download: {
        parameters: {
            query?: {
                format?: "safetensors" | "onnx" | "ml-random-forest";
                /** @description With `onnx`: whether column means may stand for missing values */
                missingValues?: "refuse" | "mean";
            };
            header?: {
                /** @description The `ETag` of an answer one has: 304 where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description A model's name, which is its schema's
                 * @example uci-30
                 */
                name: string;
                /**
                 * @description Its number, or an alias
                 * @example champion
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model */
            200: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    /**
                     * @example {
                     *       "name": "RFRegression",
                     *       "baseModel": {}
                     *     }
                     */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description What the client has is what there is */
            304: {
                headers: {
                    /**
                     * @description The entity tag that `If-None-Match` and `If-Match` take
                     * @example "Ye8_2dQ0xXqMZ5fUsDl6kA"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The alias cannot be moved */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:alias-invalid",
                     *       "title": "The alias cannot be moved",
                     *       "status": 409,
                     *       "detail": "Promote a version that exists; roll back only where an earlier champion is known.",
                     *       "code": "WEIR_ALIAS_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    VerdictFeed_stream: {
        parameters: {
            query?: {
                /** @description In place of the header */
                lastEventId?: string;
                /** @description One or more, repeated or with commas between */
                verdict?: ("malicious" | "suspicious" | "safe")[];
                /** @description Most verdicts a second: an even sample. A second’s worth may come at once. */
                rate?: number;
                /** @description `event: stats` once a second */
                stats?: boolean;
            };
            header?: {
                /** @description Resumes after this event */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events; the data of each without a name is a UrlVerdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    VerdictFeed_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019c9f2e-7a00-7c3d-9b1e-3f1a2b4c5d6e",
                     *       "url": "http://paypal.com.secure-login.example.tk/verify",
                     *       "verdict": "malicious",
                     *       "probability": 0.97,
                     *       "model": {
                     *         "name": "url",
                     *         "version": 2
                     *       },
                     *       "reasons": [
                     *         "The name paypal.com stands below another domain"
                     *       ],
                     *       "change": {
                     *         "sentence": "Without the name of a brand below the domain it would be suspicious",
                     *         "verdict": "suspicious"
                     *       },
                     *       "classifiedAt": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["UrlVerdict"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RunEvents_follow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events; the data of each without a name is a RunResponse */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Classic_train: {
        parameters: {
            query?: {
                /** @example uci-30 */
                schema?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "schema": "uci-30"
                 *     }
                 */
                "application/json": components["schemas"]["TrainRequest"];
                /**
                 * @example having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report,Result
                 *     -1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1
                 */
                "text/csv": string;
                /**
                 * @example {
                 *       "schema": "uci-30",
                 *       "file": "having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report,Result\n-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"
                 *     }
                 */
                "multipart/form-data": {
                    /** @description Stands before the file */
                    schema?: string;
                    /**
                     * Format: binary
                     * @description CSV; the field may have another name
                     */
                    file: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    /**
                     * @description `true` where this is the answer to an earlier request with the same key
                     * @example true
                     */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Training of uci-30 has started.",
                     *       "runId": "019c9f2e-7a02-7e5f-9d30-5b6c7d8e9fa0"
                     *     }
                     */
                    "application/json": components["schemas"]["TrainResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The first request with this Idempotency-Key is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-running",
                     *       "title": "The first request with this Idempotency-Key is still under way",
                     *       "status": 409,
                     *       "detail": "Wait as long as Retry-After says and send it again.",
                     *       "code": "WEIR_IDEMPOTENCY_RUNNING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The Idempotency-Key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:idempotency-reused",
                     *       "title": "The Idempotency-Key was used for another request",
                     *       "status": 422,
                     *       "detail": "Use a new key for each new request.",
                     *       "code": "WEIR_IDEMPOTENCY_REUSED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Classic_predict: {
        parameters: {
            query?: {
                /** @example uci-30 */
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report
                 *     -1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1
                 */
                "text/csv": string;
                /**
                 * @example {
                 *       "file": "having_IP_Address,URL_Length,Shortining_Service,having_At_Symbol,double_slash_redirecting,Prefix_Suffix,having_Sub_Domain,SSLfinal_State,Domain_registeration_length,Favicon,port_no,HTTPS_token,Request_URL,URL_of_Anchor,Links_in_tags,SFH,Submitting_to_email,Abnormal_URL,Redirect,on_mouseover,RightClick,popUpWidnow,Iframe,age_of_domain,DNSRecord,web_traffic,Page_Rank,Google_Index,Links_pointing_to_page,Statistical_report\n-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"
                 *     }
                 */
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV; the field may have another name
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description A page with the table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Predictions</title>… */
                    "text/html": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A value cannot be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:data-value",
                     *       "title": "A value cannot be read",
                     *       "status": 422,
                     *       "detail": "Mend the row and column named.",
                     *       "code": "WEIR_DATA_VALUE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Keys_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "id": "0199c0ffee0a7b1c8d2e",
                     *           "name": "mail filter",
                     *           "scopes": [
                     *             "predict",
                     *             "read"
                     *           ],
                     *           "createdAt": "2026-03-01T12:00:00.000Z",
                     *           "createdBy": "ann",
                     *           "expiresAt": "2030-01-01T00:00:00.000Z",
                     *           "lastUsedAt": "2026-03-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["KeyListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Keys_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "mail filter",
                 *       "scopes": [
                 *         "predict",
                 *         "read"
                 *       ],
                 *       "expiresAt": "2030-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199c0ffee0a7b1c8d2e",
                     *       "name": "mail filter",
                     *       "scopes": [
                     *         "predict",
                     *         "read"
                     *       ],
                     *       "createdAt": "2026-03-01T12:00:00.000Z",
                     *       "createdBy": "ann",
                     *       "expiresAt": "2030-01-01T00:00:00.000Z",
                     *       "key": "weir_0199c0ffee0a7b1c8d2e_…"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedKeyResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Keys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As a list or an answer gave it
                 * @example 0199c0ffee0a7b1c8d2e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:not-found",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "Check the id; lists name what there is.",
                     *       "code": "WEIR_NOT_FOUND"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "session",
                     *       "name": "ann",
                     *       "scopes": [
                     *         "admin"
                     *       ],
                     *       "csrfToken": "q3Jx…",
                     *       "expiresAt": "2026-03-01T20:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Session_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "weir_0199c0ffee0a7b1c8d2e_…"
                 *     }
                 */
                "application/json": components["schemas"]["SessionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "session",
                     *       "name": "ann",
                     *       "scopes": [
                     *         "admin"
                     *       ],
                     *       "csrfToken": "q3Jx…",
                     *       "expiresAt": "2026-03-01T20:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-too-large",
                     *       "title": "The request is too large",
                     *       "status": 413,
                     *       "detail": "Send it in parts.",
                     *       "code": "WEIR_REQUEST_TOO_LARGE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The body has a media type that is not read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:media-type-unsupported",
                     *       "title": "The body has a media type that is not read here",
                     *       "status": 415,
                     *       "detail": "Send one of the media types named, with its Content-Type.",
                     *       "code": "WEIR_MEDIA_TYPE_UNSUPPORTED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Session_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                subject?: string;
                action?: "alias.move" | "alias.rollback" | "run.start" | "snapshot.create" | "list.put" | "list.remove" | "key.create" | "key.revoke" | "feedback.create";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "id": "019c9f2e-7a04-7061-9f52-7d8e9fa0b1c2",
                     *           "at": "2026-03-01T12:00:00.000Z",
                     *           "by": "ann",
                     *           "keyId": "0199c0ffee0a7b1c8d2e",
                     *           "action": "alias.move",
                     *           "subject": "uci-30/champion",
                     *           "detail": {
                     *             "version": 2
                     *           },
                     *           "requestId": "019c9f2e-7a05-7162-8063-8e9fa0b1c2d3"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditListResponse"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:request-invalid",
                     *       "title": "The request is not valid",
                     *       "status": 400,
                     *       "detail": "Mend the fields named.",
                     *       "code": "WEIR_REQUEST_INVALID"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description A key is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:key-required",
                     *       "title": "A key is required",
                     *       "status": 401,
                     *       "detail": "Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.",
                     *       "code": "WEIR_KEY_REQUIRED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The key may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:scope-missing",
                     *       "title": "The key may not do this",
                     *       "status": 403,
                     *       "detail": "Use a key with the scope named.",
                     *       "code": "WEIR_SCOPE_MISSING"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    /**
                     * @description What is left of the bound, and seconds until all of it is back
                     * @example "key";r=399;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description The bound: requests at once, and seconds in which they come back
                     * @example "key";q=400;w=2
                     */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:rate-limited",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait as long as Retry-After says, or send many URLs in one request.",
                     *       "code": "WEIR_RATE_LIMITED"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:inference-unavailable",
                     *       "title": "The inference service cannot be reached",
                     *       "status": 503,
                     *       "detail": "Check WEIR_INFERENCE_URL and that the service runs.",
                     *       "code": "WEIR_INFERENCE_UNAVAILABLE"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
}
