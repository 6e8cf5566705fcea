import { Injectable } from '@nestjs/common';
import { type ItemError, MAX_URL_LENGTH, type ScoredUrl, type UrlVerdict } from '@weir/contracts';
import { uuid7 } from '@weir/platform';
import type { TraceContext } from '../http/trace-context.js';
import { errorOfItem } from '../inference-client/error-of-response.js';
import { InferenceClient } from '../inference-client/inference-client.js';
import type { BatchItem, FailedVerdict, VerdictBatch } from './verdict-requests.js';

/** Verdicts at once, straight from inference. */
@Injectable()
export class VerdictsService {
  constructor(private readonly inference: InferenceClient) {}

  /** Rejects with the item's own coded error where the text is no URL. */
  async verdict(url: string, reasons: boolean, trace: TraceContext): Promise<UrlVerdict> {
    const { model, result } = await this.inference.verdict(url, reasons, trace);
    if (isFailed(result)) throw errorOfItem(result.error);
    return { id: uuid7(), url, ...result, model, classifiedAt: new Date().toISOString() } as UrlVerdict;
  }

  /** One item a URL, in order; what cannot be classified has its `error` in its place. */
  async batch(urls: readonly unknown[], reasons: boolean, trace: TraceContext): Promise<VerdictBatch> {
    const refused = urls.map(refusalOf);
    const accepted = urls.filter((_, index) => refused[index] === null) as string[];
    const items = accepted.length === 0 ? [] : await this.#classify(accepted, reasons, trace);
    const queue = items.values();
    return { verdicts: refused.map((refusal) => refusal ?? (queue.next().value as BatchItem)) };
  }

  async #classify(urls: readonly string[], reasons: boolean, trace: TraceContext): Promise<BatchItem[]> {
    const { model, results } = await this.inference.verdicts({ urls, reasons }, trace);
    const classifiedAt = new Date().toISOString();
    return results.map((result, index) => {
      const url = urls[index] ?? '';
      return isFailed(result) ? { url, ...result } : { id: uuid7(), url, ...result, model, classifiedAt };
    }) as BatchItem[];
  }
}

function isFailed(result: ScoredUrl | ItemError): result is ItemError {
  return 'error' in result;
}

function refusalOf(url: unknown): FailedVerdict | null {
  if (typeof url !== 'string') return refusal(null, 'an item is a URL as text');
  if (url.trim() === '') return refusal(url, 'the URL is empty');
  if (url.length <= MAX_URL_LENGTH) return null;
  return refusal(`${url.slice(0, 100)}…`, `the URL is longer than ${MAX_URL_LENGTH} characters`);
}

function refusal(url: unknown, message: string): FailedVerdict {
  return { url, error: { code: 'WEIR_REQUEST_INVALID', message } };
}
