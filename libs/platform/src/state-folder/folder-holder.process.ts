import { isWeirError } from '../errors/index.js';
import { openStateFolder } from './index.js';

// Started by tests: opens the folder, says so or why not, and holds it until it is killed.
try {
  await openStateFolder(process.env.WEIR_TEST_FOLDER ?? '');
  console.log('open');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(isWeirError(error) ? `${error.code} ${error.message}` : String(error));
}
