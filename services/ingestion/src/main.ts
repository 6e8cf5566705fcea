import 'reflect-metadata';
import { runService } from '@weir/platform';
import { ingestionService } from './index.js';

await runService('ingestion', 8084, ingestionService);
