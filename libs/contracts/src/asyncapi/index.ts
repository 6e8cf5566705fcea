export { type AsyncApiDocument, type AsyncApiOptions, asyncApiDocument } from './asyncapi.js';
