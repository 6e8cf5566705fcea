/** One kind of failure. `status` is the HTTP status the gateway answers with. */
export interface CatalogueEntry {
  readonly title: string;
  readonly remedy: string;
  readonly status: number;
  readonly transient: boolean;
}

const entry = (status: number, title: string, remedy: string, transient = false): CatalogueEntry => ({
  title,
  remedy,
  status,
  transient,
});

/** Every coded error of the platform and the services. `docs/errors.md` is made from it; codes are never reused. */
export const ERROR_CATALOGUE = {
  WEIR_CONFIG_INVALID: entry(
    500,
    'Configuration is missing or malformed',
    'Mend the variables or options named, then start again.',
  ),
  WEIR_PORT_IN_USE: entry(
    500,
    'The port is in use',
    'Stop the program that listens there, or choose another port with --port or WEIR_PORT.',
  ),
  WEIR_STATE_LOCKED: entry(
    500,
    'Another Weir uses this state folder',
    'Stop it, or give this one a folder of its own with WEIR_HOME.',
  ),
  WEIR_STATE_UNWRITABLE: entry(
    500,
    'The state folder cannot be written',
    'Free space or mend the permissions of the folder named, or choose another with WEIR_HOME.',
  ),
  WEIR_BUS_UNAVAILABLE: entry(
    503,
    'The event bus cannot be reached',
    'Check KAFKA_BROKERS and that the brokers run; Weir goes on trying.',
    true,
  ),
  WEIR_BUS_REJECTED: entry(
    500,
    'The event bus refused a record',
    "Make the record smaller, or raise the topic's max.message.bytes.",
  ),
  WEIR_TOPIC_MISSING: entry(
    500,
    'A topic does not exist',
    'Create the topic, or let Weir create it: it needs the CREATE right on the cluster.',
  ),
  WEIR_DOCUMENTS_UNAVAILABLE: entry(
    503,
    'The document store cannot be reached',
    'Check MONGODB_URI and that MongoDB runs.',
    true,
  ),
  WEIR_DOCUMENT_EXISTS: entry(
    409,
    'A document with this id exists',
    'Use another id, or replace the one that is there.',
  ),
  WEIR_DOCUMENT_CONFLICT: entry(
    409,
    'The document was changed by someone else',
    'Read it again and repeat the change.',
    true,
  ),
  WEIR_OBJECTS_UNAVAILABLE: entry(
    503,
    'The object store cannot be reached',
    'Check the S3_ variables and that the server runs.',
    true,
  ),
  WEIR_OBJECT_MISSING: entry(
    404,
    'The object is not there',
    'It was deleted, or never written: run the stage that makes it again.',
  ),
  WEIR_OBJECT_CORRUPT: entry(
    500,
    'The object does not have the bytes that were recorded',
    'Restore it from a backup, or run the stage that makes it again.',
  ),
  WEIR_OBJECT_TOO_LARGE: entry(
    413,
    'The object is larger than the bound',
    'Raise the bound, or give a smaller object.',
  ),
  WEIR_CACHE_UNAVAILABLE: entry(
    503,
    'The cache cannot be reached',
    'Check REDIS_URL and that Redis runs.',
    true,
  ),
  WEIR_EVENT_INVALID: entry(
    400,
    'An event cannot be read',
    'Mend the producer; the record stands in urls.rejected with its reason.',
  ),
  WEIR_SCHEMA_UNKNOWN: entry(
    404,
    'No such feature schema',
    'Use one of the schemas named, or add a YAML file with yours to WEIR_SCHEMAS.',
  ),
  WEIR_SCHEMA_INVALID: entry(
    500,
    'A feature schema file cannot be used',
    'Mend the places named in the file.',
  ),
  WEIR_NOT_FOUND: entry(404, 'Not found', 'Check the id; lists name what there is.'),
  WEIR_PAGE_MISSING: entry(
    503,
    'The web page was not built',
    'Run npm run build, or start Weir with npm start, which builds it.',
  ),
  WEIR_REQUEST_INVALID: entry(400, 'The request is not valid', 'Mend the fields named.'),
  WEIR_URL_INVALID: entry(
    400,
    'The text is not a URL that can be judged',
    'Send one http or https URL of at most 65,536 characters, spaces encoded as %20.',
  ),
  WEIR_REQUEST_TOO_LARGE: entry(413, 'The request is too large', 'Send it in parts.'),
  WEIR_METHOD_NOT_ALLOWED: entry(
    405,
    'The route does not answer this method',
    'Use a method of the Allow header.',
  ),
  WEIR_NOT_ACCEPTABLE: entry(
    406,
    'The answer cannot be given in this form',
    'Ask in Accept for one of the media types named.',
  ),
  WEIR_MEDIA_TYPE_UNSUPPORTED: entry(
    415,
    'The body has a media type that is not read here',
    'Send one of the media types named, with its Content-Type.',
  ),
  WEIR_HOST_REFUSED: entry(
    421,
    'This host name is not served',
    'Use the address that the gateway printed at start.',
  ),
  WEIR_ORIGIN_REFUSED: entry(
    403,
    'The request comes from another web site',
    "Send it from the gateway's own page, or from a program.",
  ),
  WEIR_DATA_EMPTY: entry(
    422,
    'The data holds no rows',
    'Give a file with a header line and at least one row.',
  ),
  WEIR_DATA_BINARY: entry(422, 'The data is not text', 'Give CSV, ARFF or NDJSON in UTF-8, gzipped or not.'),
  WEIR_DATA_COLUMNS: entry(
    422,
    "The data's columns are not the schema's",
    'Rename, add or remove the columns named, or check the delimiter.',
  ),
  WEIR_DATA_VALUE: entry(422, 'A value cannot be read', 'Mend the row and column named.'),
  WEIR_DATA_LABEL: entry(
    422,
    'A label is not one of the classes',
    'Use a label of the schema in the row named.',
  ),
  WEIR_DATA_MALFORMED: entry(
    422,
    'The data cannot be parsed',
    'Mend the row named: quotes, delimiters, JSON.',
  ),
  WEIR_SOURCE_UNAVAILABLE: entry(
    503,
    'The source cannot be read',
    "Check the source's name, its rights and that its server runs.",
    true,
  ),
  WEIR_SOURCE_REFUSED: entry(
    403,
    'The source is not allowed',
    'Files must lie below WEIR_FILES; credentials come from the environment only.',
  ),
  WEIR_DATA_ONE_CLASS: entry(422, 'All rows have the same label', 'Give rows of at least two classes.'),
  WEIR_DATA_TOO_SMALL: entry(422, 'Too few rows to split', 'Give more rows of each class.'),
  WEIR_DATA_UNLEARNABLE: entry(
    422,
    'No model can be learnt from the data',
    'Give more rows, or rows of another kind, as the message says.',
  ),
  WEIR_DATA_LEAK: entry(
    422,
    'One trivial rule predicts the label',
    'Collect the classes alike, or start the run with "leaks": "accept": the model is then marked.',
  ),
  WEIR_REPORT_FAILED: entry(
    422,
    'The snapshot failed validation',
    'Read the report, mend the data, ingest it again.',
  ),
  WEIR_TRAINING_FAILED: entry(
    500,
    'Training failed',
    'Read the message; run it again with POST /v1/runs {"from": "training"}.',
  ),
  WEIR_ARTIFACT_REFUSED: entry(
    500,
    'A model artifact was refused',
    'The version in service stays. Train a new version, or promote another.',
  ),
  WEIR_MODEL_FORMAT: entry(
    409,
    'The model cannot be had in this format',
    'Ask for one of the formats named, or for a version of another algorithm.',
  ),
  WEIR_MODEL_MISSING: entry(
    503,
    'No model serves this schema yet',
    'Train one with POST /v1/runs, or promote a version to champion.',
    true,
  ),
  WEIR_INFERENCE_UNAVAILABLE: entry(
    503,
    'The inference service cannot be reached',
    'Check WEIR_INFERENCE_URL and that the service runs.',
    true,
  ),
  WEIR_ENRICHMENT_REFUSED: entry(
    422,
    'The URL may not be visited',
    'Only public http and https sites on the ports of WEIR_ENRICH_PORTS are visited, without credentials.',
  ),
  WEIR_ENRICHMENT_UNAVAILABLE: entry(
    503,
    'The URL cannot be enriched now',
    'Ask again later; the verdict on the URL stands without it. WEIR_ENRICH_ variables set the limits.',
    true,
  ),
  WEIR_ALIAS_INVALID: entry(
    409,
    'The alias cannot be moved',
    'Promote a version that exists; roll back only where an earlier champion is known.',
  ),
  WEIR_KEY_REQUIRED: entry(
    401,
    'A key is required',
    'Send Authorization: Bearer <key> or X-API-Key; `weir keys create` makes one.',
  ),
  WEIR_KEY_REFUSED: entry(
    401,
    'The key is not valid',
    'Check the key; it may have been revoked or have run out. `weir keys create` makes one.',
  ),
  WEIR_SCOPE_MISSING: entry(403, 'The key may not do this', 'Use a key with the scope named.'),
  WEIR_CSRF_REFUSED: entry(
    403,
    'The change was not asked for by the page',
    'Send the csrfToken of GET /v1/session as X-CSRF-Token, or use a key.',
  ),
  WEIR_RATE_LIMITED: entry(
    429,
    'Too many requests',
    'Wait as long as Retry-After says, or send many URLs in one request.',
    true,
  ),
  WEIR_OVERLOADED: entry(
    503,
    'The gateway has its hands full',
    'Wait as long as Retry-After says; more replicas, or WEIR_MAX_REQUESTS, raise the bound.',
    true,
  ),
  WEIR_REQUEST_TIMEOUT: entry(408, 'The request did not arrive in time', 'Send it faster, or in parts.'),
  WEIR_HEADERS_TOO_LARGE: entry(
    431,
    'The request line and headers are too large',
    'Keep them below 16 KiB together; send URLs in the body.',
  ),
  WEIR_PRECONDITION_FAILED: entry(
    412,
    'It was changed by someone else meanwhile',
    'Read it again, and repeat the change with its new ETag.',
  ),
  WEIR_IDEMPOTENCY_REUSED: entry(
    422,
    'The Idempotency-Key was used for another request',
    'Use a new key for each new request.',
  ),
  WEIR_IDEMPOTENCY_RUNNING: entry(
    409,
    'The first request with this Idempotency-Key is still under way',
    'Wait as long as Retry-After says and send it again.',
    true,
  ),
  WEIR_JOB_UNFINISHED: entry(
    409,
    'The job has no result yet',
    'Ask for the job until its state is succeeded.',
  ),
  WEIR_GATEWAY_UNAVAILABLE: entry(
    503,
    'The gateway cannot be reached',
    'Check --gateway or WEIR_GATEWAY, and that Weir runs: npm start.',
    true,
  ),
  WEIR_USAGE: entry(
    400,
    'The command line is not understood',
    'Ask weir --help for the commands and their options.',
  ),
  WEIR_INTERNAL: entry(
    500,
    'Something went wrong inside Weir',
    'Look for the request id in the log, and report it.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
