export type { Backends } from './backends.js';
