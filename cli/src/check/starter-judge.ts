import { readFile } from 'node:fs/promises';
import type { Judge } from './judged.js';

/** The model shipped with the project; the training service registers the same file as the first champion. */
const STARTER = new URL('../../../services/training/starter/url.safetensors', import.meta.url);
/** What a new registry gives it. */
const MODEL = { name: 'url', version: 1 };

/** Judges in this process, by the starter model, with no gateway: no lists, no visits, and no newer model. */
export async function starterJudge(reasons: boolean): Promise<Judge> {
  // Loaded here alone: whoever has a gateway does not wait for it.
  const [{ fileClassifier }, { parseUrl, isUrlProblem }] = await Promise.all([
    import('@weir/inference/file-classifier'),
    import('@weir/url-features'),
  ]);
  const classify = fileClassifier(await readFile(STARTER));
  return async (urls) => {
    const classifiedAt = new Date().toISOString();
    return urls.map((url, index) => {
      const parsed = parseUrl(url);
      if (isUrlProblem(parsed)) {
        return { url, error: { code: 'WEIR_URL_INVALID', message: parsed.message } };
      }
      const [scored] = classify([parsed], reasons ? 'exact' : 'none');
      if (scored === undefined) throw new TypeError('a classifier that gives no verdict');
      const { verdict, probability, reasons: sentences, change } = scored;
      return {
        id: `offline-${index}`,
        url,
        verdict,
        probability,
        model: MODEL,
        reasons: [...sentences],
        ...(change === undefined ? {} : { change }),
        classifiedAt,
      };
    });
  };
}
