export { FeedbackController } from './feedback.controller.js';
export { FEEDBACK_SOURCE, FeedbackIntake } from './feedback-intake.js';
