import type { FeatureSchema } from '@weir/contracts';
import { snapshotColumnsOf } from '@weir/platform';

/** The columns that data of a schema may have. */
export interface ExpectedColumns {
  readonly required: readonly string[];
  /** Kept where they are there: a URL's context, and the label. */
  readonly optional: readonly string[];
}

/** Features, or the URL, must be there; the label may be absent from the whole of the data. */
export function expectedColumnsOf(schema: FeatureSchema): ExpectedColumns {
  const { columns } = snapshotColumnsOf(schema);
  const label = schema.label.column;
  if (schema.input.kind === 'features') return { required: columns, optional: [label] };
  return { required: [schema.input.column], optional: [...schema.input.context, label] };
}

export function allColumnsOf({ required, optional }: ExpectedColumns): string[] {
  return [...required, ...optional];
}
