export * from './documents.js';
export { EmbeddedDocuments } from './embedded/embedded-documents.js';
export { MongoDocuments, type MongoDocumentsOptions } from './mongodb/mongo-documents.js';
