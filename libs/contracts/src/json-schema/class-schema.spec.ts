import { Ajv2020 } from 'ajv/dist/2020.js';
import { ArrayMaxSize, IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { describe, expect, it } from 'vitest';
import {
  PipelineRequested,
  RunContinuation,
  SearchRequest,
  SourceRequest,
  UrlVerdict,
} from '../events/index.js';
import { Nested } from '../validation/nested.js';
import { validate } from '../validation/validate.js';
import { classesBelow, classSchema } from './class-schema.js';
import { Described, MapOf, OrNull } from './described.js';

const options = { refPrefix: '#/components/schemas/' };

class Sample {
  @IsString() @MaxLength(7) name!: string;
  @IsOptional() @IsInt() @Min(2) count?: number;
  @IsIn(['a', 'b'], { each: true }) @ArrayMaxSize(3) letters!: string[];
}

class Answer {
  @MapOf({ type: 'integer' }) @IsObject() counts!: Record<string, number>;
  @Described({ type: ['number', 'string'] }) label!: number | string;
  @Described({ type: 'array', maxItems: 2, items: { type: 'number' } }) point!: number[];
  @OrNull() @IsString() next!: string | null;
  @OrNull() @IsIn(['up', 'down']) direction!: string | null;
  @OrNull() @Nested(() => Sample) sample!: Sample | null;
}

describe('classSchema', () => {
  it("translates each member's rules and names those that must be there", () => {
    expect(classSchema(Sample, options)).toEqual({
      title: 'Sample',
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 7 },
        count: { type: 'integer', minimum: 2 },
        letters: { type: 'array', maxItems: 3, items: { enum: ['a', 'b'] } },
      },
      required: ['name', 'letters'],
    });
  });

  it('says what stands in maps, and what may be null but must be there', () => {
    expect(classSchema(Answer, options)).toMatchObject({
      properties: {
        counts: { type: 'object', additionalProperties: { type: 'integer' } },
        label: { type: ['number', 'string'] },
        point: { type: 'array', maxItems: 2, items: { type: 'number' } },
        next: { type: ['string', 'null'] },
        direction: { enum: ['up', 'down', null] },
        sample: { anyOf: [{ $ref: '#/components/schemas/Sample' }, { type: 'null' }] },
      },
      required: ['counts', 'label', 'point', 'next', 'direction', 'sample'],
    });
    const answer = { counts: {}, label: 1, point: [], next: null, direction: null, sample: null };
    expect(validate(Answer, answer).ok).toBe(true);
    expect(validate(Answer, { ...answer, next: undefined })).toMatchObject({ issues: [{ path: 'next' }] });
    expect(validate(Answer, { ...answer, sample: 1 }).ok).toBe(false);
  });

  it('closes a class to other members, where null counts as absent', () => {
    expect(classSchema(Sample, { ...options, closed: true })).toMatchObject({
      properties: { name: { type: 'string' }, count: { type: ['integer', 'null'], minimum: 2 } },
      additionalProperties: false,
    });
  });

  it('describes grids of values by algorithm and parameter', () => {
    const valid = new Ajv2020({ strict: false }).compile(classSchema(SearchRequest, options));
    expect(
      valid({ strategy: 'halving', engine: 'ml', grids: { knn: { k: [3, 5], weights: ['uniform'] } } }),
    ).toBe(true);
    for (const grids of [[], { knn: [3] }, { knn: { k: 3 } }, { knn: { k: [] } }, { knn: { k: [true] } }])
      expect(valid({ grids })).toBe(false);
    expect(valid({ engine: 'python' })).toBe(false);
  });

  it('refers to nested classes', () => {
    const { properties } = classSchema(UrlVerdict, options);
    expect(properties?.model).toEqual({ $ref: '#/components/schemas/ModelReference' });
    expect(properties?.reasons).toEqual({ type: 'array', items: { type: 'string' } });
  });
});

describe('classesBelow', () => {
  it('finds the classes that a class nests, at any depth', () => {
    const found = classesBelow([PipelineRequested]);
    expect([...found.values()]).toEqual([PipelineRequested, SourceRequest, RunContinuation, SearchRequest]);
  });

  it('refuses two classes of one name', () => {
    const twin = { SearchRequest: class SearchRequest {} };
    expect(() => classesBelow([SearchRequest, twin.SearchRequest])).toThrow(/SearchRequest/);
  });
});
