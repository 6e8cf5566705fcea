import type { FeatureSchema } from '@weir/contracts';
import type { FalsePositiveRates } from '@weir/learning';

/**
 * Of a thousand harmless URLs of the training data, seven may be called malicious and forty suspicious or worse, by
 * models that had not seen their site. Stricter than for feature rows: a stream of URLs is nearly all harmless.
 */
const URL_RATES: FalsePositiveRates = { malicious: 0.007, suspicious: 0.04 };

/** Undefined where the library's own rates do. */
export function verdictRates(schema: FeatureSchema): FalsePositiveRates | undefined {
  return schema.input.kind === 'url' ? URL_RATES : undefined;
}
