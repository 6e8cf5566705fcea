/** What the process ends with; docs/cli.md says the same. Numbers above 2 are those of sysexits.h and of shells. */
export const EXIT = {
  ok: 0,
  /** Something went wrong: the gateway cannot be reached, refused, a run failed, a URL could not be judged. */
  failed: 1,
  /** `check` found something: a malicious URL, or with `--fail-on suspicious` a suspicious one. */
  found: 2,
  /** The command line is not understood. */
  usage: 64,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
