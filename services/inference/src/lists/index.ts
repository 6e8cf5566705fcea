export { ListEntriesController } from './list-entries.controller.js';
export { ListsFollower } from './lists-follower.js';
export { LISTS_OPTIONS, type ListsOptions, ListsPoll } from './lists-poll.js';
export { overrule } from './overrule.js';
export { UrlLists } from './url-lists.js';
