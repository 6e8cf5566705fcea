export {
  isExpired,
  type ListChange,
  type ListEntry,
  type ListEntryKey,
  type ListPage,
  ListsCatalog,
} from './lists-catalog.js';
