import { Injectable } from '@nestjs/common';
import { isWeirError } from '@weir/platform';
import type { CurvesResponse } from '../openapi/curve-responses.js';
import { ModelFiles } from './model-files.js';
import type { VersionView } from './model-views.js';
import { ModelsService } from './models.service.js';
import {
  type ComparedImportance,
  type ComparedMetric,
  type ComparedParameter,
  comparedImportance,
  comparedMetrics,
  comparedParameters,
} from './version-comparison.js';

export interface ModelComparison {
  readonly name: string;
  readonly a: VersionView;
  readonly b: VersionView;
  readonly metrics: readonly ComparedMetric[];
  readonly parameters: readonly ComparedParameter[];
  readonly importance: readonly ComparedImportance[];
  readonly curves: { readonly a: CurvesResponse | null; readonly b: CurvesResponse | null };
}

/** What of a card is drawn. Older cards have no `curves`. */
interface DrawnCard {
  readonly calibration?: { readonly reliability?: CurvesResponse['reliability'] };
  readonly curves?: Pick<CurvesResponse, 'roc' | 'precisionRecall'> | null;
}

/** Two versions of a model side by side. */
@Injectable()
export class ModelComparisons {
  constructor(
    private readonly models: ModelsService,
    private readonly files: ModelFiles,
  ) {}

  /** Versions by number or alias. Rejects with `WEIR_NOT_FOUND`. */
  async compare(name: string, first: string, second: string): Promise<ModelComparison> {
    const [a, b] = await Promise.all([this.models.version(name, first), this.models.version(name, second)]);
    const [curvesOfA, curvesOfB] = await Promise.all([this.#curves(a), this.#curves(b)]);
    return {
      name,
      a,
      b,
      metrics: comparedMetrics(a, b),
      parameters: comparedParameters(a, b),
      importance: comparedImportance(a, b),
      curves: { a: curvesOfA, b: curvesOfB },
    };
  }

  /** Null where the version has no card, or its card is lost: the figures can be compared all the same. */
  async #curves({ name, version, card }: VersionView): Promise<CurvesResponse | null> {
    if (card === undefined) return null;
    try {
      const bytes = await this.files.card(name, String(version), 'json');
      return drawn(JSON.parse(bytes.toString()) as DrawnCard);
    } catch (error) {
      if (isWeirError(error, 'WEIR_OBJECT_MISSING') || isWeirError(error, 'WEIR_OBJECT_CORRUPT')) return null;
      throw error;
    }
  }
}

function drawn({ calibration, curves }: DrawnCard): CurvesResponse | null {
  const reliability = calibration?.reliability ?? [];
  const { roc = [], precisionRecall = [] } = curves ?? {};
  if (roc.length === 0 && precisionRecall.length === 0 && reliability.length === 0) return null;
  return { roc, precisionRecall, reliability };
}
