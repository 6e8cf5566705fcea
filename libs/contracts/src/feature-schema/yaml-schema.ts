import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { parse } from 'yaml';
import { flattenIssues, type Issue } from '../validation/issue.js';
import { VERDICTS, type Verdict } from '../verdict/verdict.js';
import { type FeatureSchema, positiveIndexOf } from './feature-schema.js';

/** A user's schema file cannot be used; `issues` says where and why. */
export class InvalidSchemaError extends Error {
  constructor(
    readonly file: string,
    readonly issues: readonly Issue[],
  ) {
    super(`${file}: ${issues.map((each) => `${each.path}: ${each.message}`).join('; ')}`);
    this.name = 'InvalidSchemaError';
  }
}

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
  @IsNotEmpty() value!: number | string;
  @IsOptional() @IsArray() aliases?: (number | string)[];
  @IsIn(VERDICTS) verdict!: Verdict;
}

class YamlLabel {
  @IsString() @IsNotEmpty() column!: string;
  @IsString() @IsNotEmpty() positive!: string;
  @IsArray() @ArrayMinSize(2) @ValidateNested({ each: true }) @Type(() => YamlClass) classes!: YamlClass[];
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
  @IsNotEmpty() @ValidateNested() @Type(() => YamlLabel) label!: YamlLabel;
}

/**
 * A user's feature schema from YAML text. `file` is named in errors only.
 * Throws {@link InvalidSchemaError} with every problem found.
 */
export function parseFeatureSchema(text: string, file: string): FeatureSchema {
  const raw = parseYaml(text, file);
  const schema = plainToInstance(YamlSchema, raw);
  const issues = flattenIssues(validateSync(schema, { whitelist: true, forbidNonWhitelisted: true }));
  if (issues.length > 0) throw new InvalidSchemaError(file, issues);
  const parsed: FeatureSchema = {
    name: schema.name,
    title: schema.title ?? schema.name,
    description: schema.description ?? '',
    ...(schema.source === undefined ? {} : { source: schema.source }),
    input: { kind: 'features' },
    columns: schema.columns.map((each) => ({ ...each })),
    label: { ...schema.label, classes: schema.label.classes.map((each) => ({ ...each })) },
  };
  try {
    positiveIndexOf(parsed.label);
  } catch (error) {
    throw new InvalidSchemaError(file, [
      { code: 'positive', path: 'label.positive', message: (error as Error).message },
    ]);
  }
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
