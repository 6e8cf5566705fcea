import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
  validateSync,
} from 'class-validator';
import { parse } from 'yaml';
import { dropAbsent } from '../validation/drop-absent.js';
import { flattenIssues, type Issue } from '../validation/issue.js';
import { Nested } from '../validation/nested.js';
import { VERDICTS, type Verdict } from '../verdict/verdict.js';
import { contradictionsOf } from './contradictions.js';
import type { FeatureSchema } from './feature-schema.js';

/** A user's schema file cannot be used; `issues` says where and why. */
export class InvalidSchemaError extends Error {
  constructor(
    readonly file: string,
    readonly issues: readonly Issue[],
  ) {
    super(
      `${file}: ${issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')}`,
    );
    this.name = 'InvalidSchemaError';
  }
}

/** A label's value in a data set: text that is not empty, or a number. */
const IsSpelling = (options: ValidationOptions = {}) =>
  ValidateBy(
    {
      name: 'isSpelling',
      validator: {
        validate: (value) => (typeof value === 'string' ? value.trim() !== '' : Number.isFinite(value)),
        defaultMessage: (details) => `${details?.property ?? 'it'} must be text or a number`,
      },
    },
    options,
  );

class YamlColumn {
  @IsString() @IsNotEmpty() name!: string;
  @IsIn(['integer', 'number']) type!: 'integer' | 'number';
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsNumber({}, { each: true }) allowed?: number[];
  @IsOptional() @IsNumber() minimum?: number;
  @IsOptional() @IsNumber() maximum?: number;
  @IsOptional() @IsString() description?: string;
}

class YamlClass {
  @IsString() @IsNotEmpty() name!: string;
  @IsSpelling() value!: number | string;
  @IsOptional() @IsArray() @IsSpelling({ each: true }) aliases?: (number | string)[];
  @IsIn(VERDICTS) verdict!: Verdict;
}

/** As many as the checks for contradicting rows tell apart. */
const MAX_CLASSES = 31;

class YamlLabel {
  @IsString() @IsNotEmpty() column!: string;
  @IsString() @IsNotEmpty() positive!: string;
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(MAX_CLASSES)
  @ValidateNested({ each: true })
  @Type(() => YamlClass)
  classes!: YamlClass[];
}

class YamlSchema {
  @Matches(/^[a-z][a-z0-9-]{0,62}$/, { message: 'name must be lower-case letters, digits and hyphens' })
  name!: string;
  @IsOptional() @IsString() title?: string;
  @IsOptional() @IsString() description?: string;
  @IsOptional() @IsString() source?: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique((column: YamlColumn) => column?.name)
  @ValidateNested({ each: true })
  @Type(() => YamlColumn)
  columns!: YamlColumn[];
  @Nested(() => YamlLabel) label!: YamlLabel;
}

/**
 * A user's feature schema from YAML text. `file` is named in errors only.
 * Throws {@link InvalidSchemaError} with every problem found.
 */
export function parseFeatureSchema(text: string, file: string): FeatureSchema {
  const schema = plainToInstance(YamlSchema, parseYaml(text, file));
  const issues = flattenIssues(validateSync(schema, { whitelist: true, forbidNonWhitelisted: true }));
  if (issues.length > 0) throw new InvalidSchemaError(file, issues);
  dropAbsent(schema);
  const { name, title, description, source, columns, label } = schema;
  const parsed: FeatureSchema = {
    name,
    title: title ?? name,
    description: description ?? '',
    ...(source === undefined ? {} : { source }),
    input: { kind: 'features' },
    columns: columns.map((each) => ({ ...each })),
    label: { ...label, classes: label.classes.map((each) => ({ ...each })) },
  };
  const contradictions = contradictionsOf(parsed);
  if (contradictions.length > 0) throw new InvalidSchemaError(file, contradictions);
  return parsed;
}

function parseYaml(text: string, file: string): object {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw new InvalidSchemaError(file, [{ code: 'yaml', path: '', message: (error as Error).message }]);
  }
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return raw;
  throw new InvalidSchemaError(file, [
    { code: 'yaml', path: '', message: 'the file must hold one YAML mapping' },
  ]);
}
