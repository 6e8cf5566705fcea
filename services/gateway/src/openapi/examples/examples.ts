/** Answers by the name of their class. */
export type Examples = Readonly<Record<string, object>>;
