export { FilesystemObjects } from './filesystem/filesystem-objects.js';
export * from './objects.js';
export { S3Objects, type S3ObjectsOptions } from './s3/s3-objects.js';
