export { PredictionPortController } from './prediction-port.controller.js';
export {
  type ServedModelSummary,
  ServedModelsController,
  type ServedModelsResponse,
} from './served-models.controller.js';
