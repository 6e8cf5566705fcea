import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { TOPICS, UrlSketchPublished } from '@weir/contracts';
import { sketchFromJson } from '@weir/drift';
import {
  BatchEventPattern,
  deadLetter,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  type RejectedRecord,
  readEvents,
} from '@weir/platform';
import { SOURCE } from '../source.js';
import { dueAt } from './drift-detector.js';
import { DriftLooks } from './drift-looks.js';
import { SketchInbox } from './sketch-inbox.js';

/** Takes sketches in; they are looked at when their window is over. */
@Controller()
export class StreamDriftController {
  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    private readonly inbox: SketchInbox,
    private readonly looks: DriftLooks,
  ) {}

  /** Rejects where the store is away: the sketches come again. */
  @BatchEventPattern(TOPICS.urlsSketches.name)
  async onSketches(@Payload() batch: EventBatch): Promise<void> {
    const rejected: RejectedRecord[] = [];
    for (const { value, record } of await readEvents(this.bus, batch, UrlSketchPublished, SOURCE)) {
      const reason = faultOf(value);
      if (reason !== null) rejected.push({ record, reason });
      else if (await this.inbox.add(value)) this.looks.wake(dueAt(value));
    }
    await deadLetter(this.bus, rejected, { source: SOURCE });
  }
}

function faultOf({ sketch, from, to }: UrlSketchPublished): string | null {
  if (!(Date.parse(to) > Date.parse(from))) return 'to: must be after from';
  try {
    sketchFromJson(sketch);
    return null;
  } catch (error) {
    return `sketch: ${error instanceof Error ? error.message : String(error)}`;
  }
}
