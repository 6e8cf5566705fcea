import { MAX_URL_LENGTH } from '@weir/contracts';
import { IsArray, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { invalidRequest, issue } from '../http/request-validation.js';

export const MAX_EVENTS = 10_000;

/** `POST /v1/events`: one URL, or many. */
export class EventsRequest {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(MAX_URL_LENGTH) url?: string;
  /** The id of the one URL's record; a new one where absent. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(256) id?: string;
  @IsOptional() @IsArray() @IsString({ each: true }) urls?: string[];
  /** Who sends them. */
  @IsOptional() @IsString() @MaxLength(256) source?: string;
}

/** The request's URLs. Throws `WEIR_REQUEST_INVALID`. */
export function submittedUrls({ url, urls, id }: EventsRequest): readonly string[] {
  if ((url === undefined) === (urls === undefined)) {
    throw invalidRequest([issue('url', 'oneOf', 'give either url or urls')]);
  }
  if (url !== undefined) return [url];
  if (id !== undefined) throw invalidRequest([issue('id', 'oneOf', 'id goes with url, not with urls')]);
  const many = urls ?? [];
  if (many.length === 0 || many.length > MAX_EVENTS) {
    throw invalidRequest([issue('urls', 'arraySize', `give 1 to ${MAX_EVENTS} URLs`)]);
  }
  const issues = many.flatMap((each, index) => lengthIssues(each, `urls.${index}`));
  if (issues.length > 0) throw invalidRequest(issues);
  return many;
}

function lengthIssues(url: string, path: string) {
  if (url.trim() === '') return [issue(path, 'isNotEmpty', 'the URL is empty')];
  if (url.length > MAX_URL_LENGTH) {
    return [issue(path, 'maxLength', `the URL is longer than ${MAX_URL_LENGTH} characters`)];
  }
  return [];
}
