// Made from libs/client/openapi.json by `npm run api-client`. SHA-256 of that file: be0f40fdf2888bba772bb0eac2360a567cea3124b317c25f95d829a6dd919a60
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
         * @description Row objects as JSON, a CSV body or a multipart upload; the answer's form follows Accept. The whole input is checked before the first row is predicted. `null`, an empty cell and `?` are missing values.
         */
        post: operations["Predictions_predict"];
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
        /** Train on an upload, or again on the newest snapshot */
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
        /** A CSV of features to a table, as a page */
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
            url?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                "application/json": components["schemas"]["VerdictRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["VerdictBatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["EventsRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                list: "allow" | "deny";
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
                    "application/json": components["schemas"]["ListEntriesResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                list: "allow" | "deny";
                entry: string;
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
                    "application/json": components["schemas"]["ListEntryResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                list: "allow" | "deny";
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ListEntryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description Something went wrong inside Weir */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:internal",
                     *       "title": "Something went wrong inside Weir",
                     *       "status": 412,
                     *       "detail": "Look for the request id in the log, and report it.",
                     *       "code": "WEIR_INTERNAL"
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                list: "allow" | "deny";
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
            /** @description Something went wrong inside Weir */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:internal",
                     *       "title": "Something went wrong inside Weir",
                     *       "status": 412,
                     *       "detail": "Look for the request id in the log, and report it.",
                     *       "code": "WEIR_INTERNAL"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                schema: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>[] | Record<string, never> | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "multipart/form-data": Record<string, never>[] | Record<string, never> | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "text/csv": Record<string, never>[] | Record<string, never> | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
            };
        };
        responses: {
            /** @description Predictions in the order of the rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionsAnswer"];
                    "text/csv": string;
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["SnapshotRequest"] | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "multipart/form-data": components["schemas"]["SnapshotRequest"] | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "text/csv": components["schemas"]["SnapshotRequest"] | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                    "application/json": Record<string, never>;
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                /** @description Of this model only */
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
        };
    };
    Schemas_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
        };
    };
    Runs_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["RunRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                name: string;
                alias: string;
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
                    "application/json": components["schemas"]["AliasResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                name: string;
                alias: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AliasRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description Something went wrong inside Weir */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:weir:error:internal",
                     *       "title": "Something went wrong inside Weir",
                     *       "status": 412,
                     *       "detail": "Look for the request id in the log, and report it.",
                     *       "code": "WEIR_INTERNAL"
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RollbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelListResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                    "application/json": components["schemas"]["ModelResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                b: string;
                a: string;
            };
            header?: never;
            path: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                name: string;
                version: string;
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
                    "application/json": components["schemas"]["ModelVersionResponse"];
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelCardResponse"];
                    "text/markdown": string;
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "application/json": Record<string, never>;
                };
            };
            /** @description What the client has is what there is */
            304: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
        };
    };
    RunEvents_follow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                "application/json": components["schemas"]["TrainRequest"] | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "multipart/form-data": components["schemas"]["TrainRequest"] | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "text/csv": components["schemas"]["TrainRequest"] | {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
                "text/csv": {
                    /** Format: binary */
                    file: string;
                    schema?: string;
                } | string;
            };
        };
        responses: {
            /** @description A page with the table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
                "application/json": components["schemas"]["SessionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
            /** @description The inference service cannot be reached */
            503: {
                headers: {
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
