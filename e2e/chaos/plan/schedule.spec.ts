import { describe, expect, it } from 'vitest';
import { type Schedule, SERVERS, type Step, scheduleOf, strikesIn } from './schedule.js';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const kinds = (steps: readonly Step[]) => new Set(steps.map(({ action }) => action.kind));
const lasts = (steps: readonly Step[]) =>
  steps.reduce((sum, { afterMs, action }) => sum + afterMs + ('forMs' in action ? action.forMs : 0), 0);

describe('a schedule', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(scheduleOf(7, 60_000)).toEqual(scheduleOf(7, 60_000));
    expect(scheduleOf(8, 60_000)).not.toEqual(scheduleOf(7, 60_000));
  });

  it('has every kind of fault, however short the round', () => {
    for (const seed of seeds) {
      const { processes, zombies, servers, models } = scheduleOf(seed, 1);
      expect(kinds(processes)).toEqual(new Set(['kill', 'start', 'terminate']));
      expect(kinds(zombies)).toEqual(new Set(['freeze']));
      expect(kinds(models)).toEqual(new Set(['promote', 'rollback', 'refused-version']));
      const away = servers.map(({ action }) => (action.kind === 'server-away' ? action.server : undefined));
      expect(new Set(away)).toEqual(new Set(SERVERS));
    }
  });

  it('needs every kind, and no more than that', () => {
    for (const seed of seeds) {
      const short = scheduleOf(seed, 1);
      const long = scheduleOf(seed, 120_000);
      expect(
        Object.values(short)
          .flat()
          .every(({ needed }: Step) => needed),
      ).toBe(true);
      expect(long.processes.filter(({ needed }) => needed)).toHaveLength(short.processes.length);
      expect(long.servers.filter(({ needed }) => needed)).toHaveLength(SERVERS.length);
    }
  });

  it('counts what should find a process at work', () => {
    // Killed twice, terminated once, stopped once.
    expect(strikesIn(scheduleOf(7, 1))).toBe(4);
  });

  it('fills the time of a long round and does not pass it', () => {
    for (const seed of seeds) {
      const schedule: Schedule = scheduleOf(seed, 120_000);
      for (const steps of Object.values(schedule) as Step[][]) {
        expect(lasts(steps)).toBeLessThanOrEqual(120_000);
        expect(lasts(steps)).toBeGreaterThan(90_000);
      }
    }
  });

  it('never leaves fewer than one process less than there were, nor more than one more', () => {
    for (const seed of seeds) {
      let running = 3;
      for (const { action } of scheduleOf(seed, 120_000).processes) {
        running += action.kind === 'start' ? 1 : -1;
        expect(running).toBeGreaterThanOrEqual(2);
        expect(running).toBeLessThanOrEqual(4);
      }
    }
  });

  it('stops a process for longer than the session time-out', () => {
    for (const seed of seeds) {
      for (const { action } of scheduleOf(seed, 60_000).zombies)
        expect(action.kind === 'freeze' && action.forMs).toBeGreaterThan(15_000);
    }
  });
});
