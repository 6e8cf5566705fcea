export type { OpenSource, Source } from './source.js';
export { Sources } from './sources.js';
export { UPLOAD_PREFIX } from './upload-source.js';
