import { type Run, runEvents } from '@weir/client';
import { CliError } from '../errors/cli-error.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Invocation } from '../invocation.js';
import { Progress } from '../output/progress.js';
import { outcomeLines, stageOf, stepOf } from './run-lines.js';

/** Shows a run until it ends: a line for each stage, a bar on a terminal; with `--json` the run at each of its changes. */
export async function followRun({ client, output, signal }: Invocation, id: string): Promise<ExitCode> {
  const progress = new Progress(output);
  let stage: string | undefined;
  let last: Run | undefined;
  for await (const run of runEvents(client, id, { signal })) {
    last = run;
    if (output.json) {
      await output.documents([run]);
      continue;
    }
    if (stageOf(run) !== stage) {
      stage = stageOf(run);
      progress.clear();
      if (stage !== undefined && run.state !== 'failed') output.note(`${stage} …`);
    }
    progress.show(stepOf(run));
  }
  progress.clear();
  if (signal.aborted) return EXIT.interrupted;
  if (last === undefined) throw new CliError('WEIR_NOT_FOUND', `nothing was told of run ${id}`);
  if (!output.json) await output.lines(outcomeLines(output.paint, last));
  return last.state === 'succeeded' ? EXIT.ok : EXIT.failed;
}

/** What to do with a run just started: follow it, or say which it is. */
export async function afterStart(
  invocation: Invocation,
  { id, wait }: { readonly id: string; readonly wait: boolean },
): Promise<ExitCode> {
  const { output } = invocation;
  if (wait) {
    if (!output.json)
      output.note(`Run ${id}; Ctrl-C leaves it to itself, weir runs follow ${id} comes back.`);
    return followRun(invocation, id);
  }
  if (output.json) await output.documents([{ runId: id }]);
  else await output.lines([id]);
  return EXIT.ok;
}
