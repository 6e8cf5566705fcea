import { Module } from '@nestjs/common';
import {
  DOCUMENTS,
  type Documents,
  DriftCatalog,
  EVENT_BUS,
  type EventBus,
  ListsCatalog,
  ModelRegistry,
  ReportCatalog,
  RunCatalog,
  SnapshotCatalog,
} from '@weir/platform';
import { ClassicController } from './classic/classic.controller.js';
import { DriftController } from './drift/drift.controller.js';
import { EventsController } from './events/events.controller.js';
import { UrlPublisher } from './events/url-publisher.js';
import { FeedbackController } from './feedback/feedback.controller.js';
import { IdempotencyStore } from './idempotency/idempotency-store.js';
import { IdempotencySweep } from './idempotency/idempotency-sweep.js';
import { InferenceClient } from './inference-client/inference-client.js';
import { JobCatalog } from './jobs/job-catalog.js';
import { JobIntake } from './jobs/job-intake.js';
import { JobResult } from './jobs/job-result.js';
import { JobRun } from './jobs/job-run.js';
import { JobWorker } from './jobs/job-worker.js';
import { JobsController } from './jobs/jobs.controller.js';
import { JobsSweep } from './jobs/jobs-sweep.js';
import { ListsController } from './lists/lists.controller.js';
import { ListsSweep } from './lists/lists-sweep.js';
import { PastedUrlsController } from './lists/pasted-urls.controller.js';
import { AliasesController } from './models/aliases.controller.js';
import { ModelComparisons } from './models/model-comparison.js';
import { ModelFilesController } from './models/model-files.controller.js';
import { ModelFiles } from './models/model-files.js';
import { ModelsController } from './models/models.controller.js';
import { ModelsService } from './models/models.service.js';
import { DocumentHolder } from './openapi/document-holder.js';
import { DocumentsController } from './openapi/documents.controller.js';
import { PageController } from './page/page.controller.js';
import { PredictionsController } from './predictions/predictions.controller.js';
import { PredictionsService } from './predictions/predictions.service.js';
import { Predictor } from './predictions/predictor.js';
import { ReportsController } from './reports/reports.controller.js';
import { ProgressController } from './runs/progress.controller.js';
import { RunPlanner } from './runs/run-planner.js';
import { RunStarter } from './runs/run-starter.js';
import { RunsController } from './runs/runs.controller.js';
import { KnownSchemas } from './schemas/known-schemas.js';
import { SchemasController } from './schemas/schemas.controller.js';
import { SECURITY_CONTROLLERS, SECURITY_PROVIDERS } from './security/security-parts.js';
import { SnapshotIntake } from './snapshots/snapshot-intake.js';
import { SnapshotsController } from './snapshots/snapshots.controller.js';
import { UploadStore } from './snapshots/upload-store.js';
import { SOURCE } from './source.js';
import { FEED_CONTROLLERS, FEED_PROVIDERS } from './verdict-feed/feed-parts.js';
import { EnrichmentService } from './verdicts/enrichment.service.js';
import { VerdictsController } from './verdicts/verdicts.controller.js';
import { VerdictsService } from './verdicts/verdicts.service.js';

const overDocuments = <T>(provide: new (documents: Documents) => T) => ({
  provide,
  useFactory: (documents: Documents) => new provide(documents),
  inject: [DOCUMENTS],
});

/** The catalogues of the platform, over this process's backends. */
const CATALOGUES = [
  overDocuments(RunCatalog),
  overDocuments(ReportCatalog),
  overDocuments(DriftCatalog),
  overDocuments(SnapshotCatalog),
  overDocuments(IdempotencyStore),
  {
    provide: ModelRegistry,
    useFactory: (documents: Documents, bus: EventBus) => new ModelRegistry(documents, bus, SOURCE),
    inject: [DOCUMENTS, EVENT_BUS],
  },
  {
    provide: ListsCatalog,
    useFactory: (documents: Documents, bus: EventBus) => new ListsCatalog(documents, bus, SOURCE),
    inject: [DOCUMENTS, EVENT_BUS],
  },
];

@Module({
  controllers: [
    PageController,
    DocumentsController,
    VerdictsController,
    EventsController,
    FeedbackController,
    ListsController,
    PastedUrlsController,
    PredictionsController,
    JobsController,
    SnapshotsController,
    ReportsController,
    DriftController,
    SchemasController,
    RunsController,
    ProgressController,
    AliasesController,
    ModelsController,
    ModelFilesController,
    ...FEED_CONTROLLERS,
    ClassicController,
    ...SECURITY_CONTROLLERS,
  ],
  providers: [
    ...CATALOGUES,
    ...FEED_PROVIDERS,
    ...SECURITY_PROVIDERS,
    KnownSchemas,
    InferenceClient,
    VerdictsService,
    EnrichmentService,
    UrlPublisher,
    ListsSweep,
    IdempotencySweep,
    Predictor,
    PredictionsService,
    JobCatalog,
    JobRun,
    JobWorker,
    JobIntake,
    JobResult,
    JobsSweep,
    RunPlanner,
    RunStarter,
    UploadStore,
    SnapshotIntake,
    ModelsService,
    ModelFiles,
    ModelComparisons,
    DocumentHolder,
  ],
})
export class GatewayModule {}
