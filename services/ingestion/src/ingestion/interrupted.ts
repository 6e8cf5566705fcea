/** The partition was taken away: another member of the group finishes. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
