import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { Nested } from './nested.js';
import { validate } from './validate.js';

class Inner {
  @IsOptional() @IsString() note?: string;
  @IsInt() size!: number;
}
class Outer {
  @Nested(() => Inner) inner!: Inner;
  @IsOptional() @IsObject() free?: Record<string, unknown>;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Inner) list?: Inner[];
}

describe('validate', () => {
  it('gives nested objects their class, without members that were not sent', () => {
    const validated = validate(Outer, { inner: { size: 1 } });
    if (!validated.ok) throw new Error('refused');
    expect(validated.value.inner).toBeInstanceOf(Inner);
    expect(Object.keys(validated.value)).toEqual(['inner']);
    expect(Object.keys(validated.value.inner)).toEqual(['size']);
  });

  it("leaves the members of the sender's own objects as they are, null among them", () => {
    const free = { a: null, b: { c: [null, 1] } };
    expect(validate(Outer, { inner: { size: 1 }, free })).toMatchObject({ ok: true, value: { free } });
  });

  it('names every place that is wrong, items of lists by their index', () => {
    const validated = validate(Outer, { inner: { size: 'x', note: 1 }, list: [{ size: 1 }, { size: 0.5 }] });
    if (validated.ok) throw new Error('accepted');
    expect(validated.issues.map(({ path, code }) => [path, code])).toEqual([
      ['inner.note', 'isString'],
      ['inner.size', 'isInt'],
      ['list.1.size', 'isInt'],
    ]);
  });

  it('cannot be talked into another prototype', () => {
    const raw = JSON.parse(
      '{"inner": {"size": 1, "__proto__": {"note": "x"}}, "__proto__": {"free": {}}}',
    ) as unknown;
    const validated = validate(Outer, raw);
    expect(validated).toMatchObject({ ok: true });
    if (validated.ok) {
      expect(validated.value).toBeInstanceOf(Outer);
      expect(validated.value.free).toBeUndefined();
      expect(validated.value.inner.note).toBeUndefined();
    }
    expect({}).not.toHaveProperty('note');
  });
});
