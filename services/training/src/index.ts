import type { ServiceDefinition } from '@weir/platform';
import { TrainingModule } from './training.module.js';

export const trainingService: ServiceDefinition = { module: TrainingModule };
