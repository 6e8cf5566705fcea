export {
  isExpired,
  type ListEntry,
  type ListEntryKey,
  type ListPage,
  ListsCatalog,
} from './lists-catalog.js';
