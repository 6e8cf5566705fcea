import { runService } from '@weir/platform';
import { gatewayService } from './index.js';

await runService('gateway', 8080, gatewayService);
