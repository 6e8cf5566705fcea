import { onSignal } from './run-service.js';

// Started by a test: closes never, or at once, as it is told.
const close = process.env.WEIR_TEST_CLOSES === 'never' ? () => new Promise<void>(() => {}) : async () => {};
onSignal(close, { withinMs: 500 });
setInterval(() => {}, 60_000);
console.log('waiting');
