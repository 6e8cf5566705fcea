export { disputedUrls } from './disputed-urls.js';
export { previousChampion } from './previous-champion.js';
export { loadTaughtData, type TaughtData } from './taught-data.js';
