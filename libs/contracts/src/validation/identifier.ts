import { Matches } from 'class-validator';

/** Printable ASCII without spaces, short enough for any store's key: Airflow's run ids, UUIDs and names with slashes fit. */
const IDENTIFIER = /^[\x21-\x7e]{1,200}$/;

/** An id that becomes a document's key. One that no store takes would be handled again for ever. */
export function IsIdentifier(): PropertyDecorator {
  return Matches(IDENTIFIER, {
    message: '$property must be 1 to 200 printable ASCII characters without spaces',
  });
}
