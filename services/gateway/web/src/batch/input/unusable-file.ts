/** A file that holds nothing to score; the message says what to do. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}
