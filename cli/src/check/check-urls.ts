import type { ExitCode } from '../exit-codes.js';
import { inOrder } from '../input/in-order.js';
import { urlBatches } from '../input/url-source.js';
import type { Invocation } from '../invocation.js';
import { Progress } from '../output/progress.js';
import { batchJudge, enrichingJudge, isGatewayThere } from './gateway-judges.js';
import { count, emptyTally, type FailOn, type Judge, type Judged } from './judged.js';
import { outcome, summary } from './outcome.js';
import { starterJudge } from './starter-judge.js';
import { explainedLines, verdictLine } from './verdict-lines.js';

export interface UrlCheck {
  readonly reasons?: boolean;
  readonly enrich?: boolean;
  readonly failOn: FailOn;
}

const BATCH = 1_000;
/** So many batches are under way while the one before is printed. */
const AHEAD = 2;
const VISITED_BATCH = 8;

/** Judges URLs in their order, in batches, as fast as they are read and printed. */
export async function checkUrls(
  invocation: Invocation,
  urls: readonly string[],
  options: UrlCheck,
): Promise<ExitCode> {
  const { output, input } = invocation;
  const areNamed = urls.length > 0 && urls[0] !== '-';
  const isExplained = options.reasons ?? areNamed;
  const batches = urlBatches(urls, input, options.enrich === true ? VISITED_BATCH : BATCH);
  const judge = await judgeOf(invocation, options, isExplained);
  const tally = emptyTally();
  const progress = new Progress(output);
  for await (const judged of inOrder(batches, AHEAD, judge)) {
    count(tally, judged);
    progress.clear();
    await print(invocation, judged, isExplained);
    progress.show({
      what: 'URLs checked',
      done: total(tally),
      total: areNamed ? urls.length : 0,
    });
  }
  progress.clear();
  if (output.isWatched && total(tally) > 1) output.note(summary(tally, 'URLs'));
  return outcome(tally, options.failOn);
}

async function judgeOf(invocation: Invocation, { enrich }: UrlCheck, isExplained: boolean): Promise<Judge> {
  const { gateway, isGatewayNamed, output } = invocation;
  if (isGatewayNamed || (await isGatewayThere(invocation)))
    return enrich === true ? enrichingJudge(invocation) : batchJudge(invocation, isExplained);
  output.note(
    `weir: no gateway at ${gateway}: judged by the starter model that is shipped, without your lists${enrich === true ? ' and without visits' : ''}.`,
  );
  return starterJudge(isExplained);
}

async function print({ output }: Invocation, judged: readonly Judged[], isExplained: boolean): Promise<void> {
  if (output.json) return output.documents(judged);
  await output.lines(
    judged.flatMap((each) =>
      isExplained ? explainedLines(output.paint, each) : [verdictLine(output.paint, each)],
    ),
  );
}

function total({ malicious, suspicious, safe, error }: ReturnType<typeof emptyTally>): number {
  return malicious + suspicious + safe + error;
}
