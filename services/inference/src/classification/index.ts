export { type Refusal, type RefusalReason, readSubmission, type Submission } from './submission.js';
export { SubmittedUrlsController } from './submitted-urls.controller.js';
export { URL_MODEL, UrlClassifier } from './url-classifier.js';
