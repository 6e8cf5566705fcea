export { disputedUrls } from './disputed-urls.js';
export { sameConfiguration, withoutDisputed } from './held-out.js';
export { previousChampion } from './previous-champion.js';
export { loadTaughtData, type TaughtData } from './taught-data.js';
