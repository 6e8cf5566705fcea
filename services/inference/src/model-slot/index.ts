export { ModelSlots } from './model-slots.js';
export type { ServedModel } from './served-model.js';
