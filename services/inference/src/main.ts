import { runService } from '@weir/platform';
import { inferenceService } from './index.js';

await runService('inference', 8081, inferenceService);
