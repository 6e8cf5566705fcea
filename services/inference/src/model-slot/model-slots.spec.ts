import { beforeEach, describe, expect, it } from 'vitest';
import { ModelSlots } from './model-slots.js';
import type { ServedModel } from './served-model.js';

const model = (version: number, name = 'url') => ({ name, version }) as ServedModel;

let slots: ModelSlots;

beforeEach(() => {
  slots = new ModelSlots();
});

describe('a challenger', () => {
  it('stands beside the champion, and a next one takes its place', () => {
    slots.swap(model(1));
    slots.challenge({ model: model(2), aliasRevision: 1 });
    slots.challenge({ model: model(3), aliasRevision: 2 });
    expect(slots.challenger('url')).toMatchObject({ model: { version: 3 }, aliasRevision: 2 });
    expect(slots.current('url')).toMatchObject({ version: 1 });
    expect(slots.challenger('uci-9')).toBeUndefined();
  });

  it('is none once it is champion, or where the champion is named', () => {
    slots.swap(model(1));
    slots.challenge({ model: model(2), aliasRevision: 1 });
    slots.swap(model(2));
    expect(slots.challenger('url')).toBeUndefined();
    slots.challenge({ model: model(1), aliasRevision: 2 });
    slots.challenge({ model: model(2), aliasRevision: 3 });
    expect(slots.challenger('url')).toBeUndefined();
  });

  it('stays where another version becomes champion, until it is dismissed', () => {
    slots.swap(model(1));
    slots.challenge({ model: model(2), aliasRevision: 1 });
    slots.swap(model(3));
    slots.swap(model(1, 'uci-9'));
    expect(slots.challenger('url')).toMatchObject({ model: { version: 2 } });
    slots.dismiss('url');
    expect(slots.challenger('url')).toBeUndefined();
    expect(slots.current('url')).toMatchObject({ version: 3 });
  });
});
