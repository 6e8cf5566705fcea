import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { classesBelow, classSchema } from '@weir/contracts';
import { TrainRequest } from '../classic/classic-requests.js';
import { EventsRequest } from '../events/event-requests.js';
import { FeedbackRequest } from '../feedback/feedback-requests.js';
import { JobListResponse } from '../jobs/job-responses.js';
import { ListEntryRequest } from '../lists/list-requests.js';
import { AliasRequest, RollbackRequest } from '../models/alias-requests.js';
import { RunRequest } from '../runs/run-requests.js';
import { AuditListResponse } from '../security/audit/audit-requests.js';
import { CreatedKeyResponse, KeyListResponse, KeyRequest } from '../security/keys/key-requests.js';
import { SessionRequest, SessionResponse } from '../security/session/session-requests.js';
import { SnapshotRequest } from '../snapshots/snapshot-requests.js';
import { RecentVerdictsResponse } from '../verdict-feed/feed-responses.js';
import { EnrichedVerdict } from '../verdicts/enriched-verdict.js';
import { VerdictBatchRequest, VerdictRequest } from '../verdicts/verdict-requests.js';
import * as comparisonResponses from './comparison-responses.js';
import { completeOperations } from './complete-operations.js';
import { describeAccess, SECURITY_SCHEMES } from './document-security.js';
import * as driftResponses from './drift-responses.js';
import * as healthResponses from './health-responses.js';
import * as listResponses from './list-responses.js';
import * as cardResponses from './model-card-responses.js';
import * as modelResponses from './model-responses.js';
import * as reportResponses from './report-responses.js';
import * as responses from './responses.js';
import * as runResponses from './run-responses.js';
import * as schemaResponses from './schema-responses.js';
import * as snapshotResponses from './snapshot-responses.js';

/** What clients send: nothing beside the members declared. */
const REQUESTS = [
  VerdictRequest,
  VerdictBatchRequest,
  EventsRequest,
  RunRequest,
  SnapshotRequest,
  AliasRequest,
  RollbackRequest,
  TrainRequest,
  ListEntryRequest,
  FeedbackRequest,
  KeyRequest,
  SessionRequest,
];

const ANSWERS = [
  cardResponses,
  comparisonResponses,
  driftResponses,
  healthResponses,
  listResponses,
  modelResponses,
  reportResponses,
  responses,
  runResponses,
  schemaResponses,
  snapshotResponses,
].flatMap((each) => Object.values(each).filter((member) => typeof member === 'function'));
const CLASSES = [
  ...REQUESTS,
  ...ANSWERS,
  RecentVerdictsResponse,
  EnrichedVerdict,
  JobListResponse,
  CreatedKeyResponse,
  KeyListResponse,
  SessionResponse,
  AuditListResponse,
];

/** Version of the REST interface. */
export const API_VERSION = '1.0.0';

/** OpenAPI 3.1 of the routes as they are: paths from the controllers, schemas from the classes' own rules. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const configuration = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Weir')
    .setDescription(
      'Finds phishing URLs in a stream. Errors are RFC 9457 problem documents with a stable `type`.',
    )
    .setVersion(API_VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const document = SwaggerModule.createDocument(app, configuration, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  completeOperations(document.paths);
  describeAccess(document.paths);
  const components = { ...document.components, securitySchemes: SECURITY_SCHEMES, schemas: classSchemas() };
  return { ...document, components };
}

function classSchemas(): NonNullable<NonNullable<OpenAPIObject['components']>['schemas']> {
  const requests = classesBelow(REQUESTS);
  const schemas = [...classesBelow(CLASSES)].map(([name, type]) => [
    name,
    classSchema(type, { refPrefix: '#/components/schemas/', closed: requests.has(name) }),
  ]);
  return Object.fromEntries(schemas);
}
