import 'reflect-metadata';
import { runService } from '@weir/platform';
import { trainingService } from './index.js';

await runService('training', 8082, trainingService);
