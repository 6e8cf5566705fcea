export { type Refusal, type RefusalReason, readSubmission, type Submission } from './submission.js';
export { SubmittedUrlsController } from './submitted-urls.controller.js';
export { type Reasons, URL_MODEL, UrlClassifier } from './url-classifier.js';
