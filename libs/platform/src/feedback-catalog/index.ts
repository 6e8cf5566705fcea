export { type Correction, FeedbackCatalog, feedbackSnapshots } from './feedback-catalog.js';
