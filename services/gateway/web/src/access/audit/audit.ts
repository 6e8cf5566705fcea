import { type components, type paths, unwrap } from '@weir/client';
import { client, type Pages, usePages } from '../../api/index.js';
import { shownUrl } from '../../components/index.js';

export type AuditEntry = components['schemas']['AuditEntryResponse'];
export type AuditPage = components['schemas']['AuditListResponse'];
export type AuditAction = NonNullable<
  NonNullable<paths['/v1/audit']['get']['parameters']['query']>['action']
>;

export const AUDIT = ['audit'];

export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'alias.move': 'Promoted',
  'alias.rollback': 'Rolled back',
  'run.start': 'Started a run',
  'snapshot.create': 'Took data in',
  'list.put': 'Put on a list',
  'list.remove': 'Took off a list',
  'key.create': 'Made a key',
  'key.revoke': 'Revoked a key',
  'feedback.create': 'Corrected a verdict',
};
export const ACTIONS = Object.keys(ACTION_WORDS) as AuditAction[];

const PAGE = 50;

/** Newest first; of one action, or of all. */
export function useAudit(action: AuditAction | 'all'): Pages<AuditPage> {
  return usePages({
    key: [...AUDIT, action],
    ask: (cursor, signal) => {
      const query = {
        limit: PAGE,
        ...(action === 'all' ? {} : { action }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      return unwrap(client.GET('/v1/audit', { params: { query }, signal }));
    },
  });
}

/** `version 2, reason tried on the page`; hosts and URLs defanged. */
export function detailText(detail: AuditEntry['detail']): string {
  return Object.entries(detail ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(' and ');
  return typeof value === 'string' ? shownIfUrl(value) : JSON.stringify(value);
}

/** What a mail or chat program would make a link of. */
function shownIfUrl(text: string): string {
  return text.replace(/\S+\.\S+/g, shownUrl);
}
