import type { ServiceDefinition } from '@weir/platform';
import { ValidationModule } from './validation.module.js';

export const validationService: ServiceDefinition = { module: ValidationModule };
