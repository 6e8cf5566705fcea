import type { ClassConstructor } from 'class-transformer';
import {
  DatasetReportPublished,
  DatasetSnapshotPublished,
  ListEntryChanged,
  ModelAliasChanged,
  ModelDriftPublished,
  ModelVersionPublished,
  PipelineProgress,
  PipelineRequested,
  UrlEnriched,
  UrlFeedback,
  UrlShadowVerdict,
  UrlSketchPublished,
  UrlSubmitted,
  UrlVerdict,
} from '../events/index.js';
import { TOPICS } from '../topics/topics.js';

/** The class of each topic's values; `null` where the value is bytes as they came. */
export const PAYLOADS: Readonly<Record<keyof typeof TOPICS, ClassConstructor<object> | null>> = {
  urlsSubmitted: UrlSubmitted,
  urlsVerdicts: UrlVerdict,
  urlsVerdictsShadow: UrlShadowVerdict,
  urlsEnrichments: UrlEnriched,
  urlsSketches: UrlSketchPublished,
  urlsRejected: null,
  urlsFeedback: UrlFeedback,
  listsEntries: ListEntryChanged,
  datasetsSnapshots: DatasetSnapshotPublished,
  datasetsReports: DatasetReportPublished,
  modelsVersions: ModelVersionPublished,
  modelsAliases: ModelAliasChanged,
  modelsDrift: ModelDriftPublished,
  pipelineRequests: PipelineRequested,
  pipelineProgress: PipelineProgress,
};
