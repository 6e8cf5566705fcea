export { ModelSlots } from './model-slots.js';
export type { Challenger, ServedModel } from './served-model.js';
