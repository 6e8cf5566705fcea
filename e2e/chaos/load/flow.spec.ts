import { beforeEach, describe, expect, it } from 'vitest';
import { Flow } from './flow.js';

describe('the flow of URLs', () => {
  let now: number;
  let flow: Flow;

  beforeEach(() => {
    now = 5_000;
    flow = new Flow(1_000, 10, 5, () => now);
  });

  it('has half of them come steadily, from its beginning on', () => {
    expect(flow.due()).toBe(0);
    flow.begin();
    expect(flow.due()).toBe(0);
    now += 5_000;
    expect(flow.due()).toBe(250);
    now += 50_000;
    expect(flow.due()).toBe(500);
  });

  it('has the others come in bursts', () => {
    flow.begin();
    for (const due of [100, 200, 300, 400, 500, 500]) {
      flow.burst();
      expect(flow.due()).toBe(due);
    }
  });

  it('has all come at the end', () => {
    flow.begin();
    flow.open();
    expect(flow.due()).toBe(1_000);
  });
});
