export { type Refusal, type RefusalReason, readSubmission, type Submission } from './submission.js';
export { SubmittedUrlsController } from './submitted-urls.controller.js';
export { type Reasons, type ScoredRows, URL_MODEL, UrlClassifier } from './url-classifier.js';
