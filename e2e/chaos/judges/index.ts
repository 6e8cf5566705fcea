export { judgeAcknowledged } from './acknowledged.js';
export { judgeCompleteness } from './completeness.js';
export type { Judgement, SeenVerdict, SubmittedUrl } from './evidence.js';
export { judgeIdentity } from './identity.js';
export { judgeMultiplicity } from './multiplicity.js';
export { judgeOrder } from './order.js';
export { judgeRejected, type RawRecord } from './rejected.js';
export { type AliasMoved, type Hindrance, judgeVersions } from './versions.js';
