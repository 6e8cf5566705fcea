import 'reflect-metadata';
import { runService } from '@weir/platform';
import { validationService } from './index.js';

await runService('validation', 8083, validationService);
