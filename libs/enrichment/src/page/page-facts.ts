/** Links of one sort: how many there are, and how many lead to another domain. */
export interface LinkCount {
  readonly total: number;
  readonly foreign: number;
}

/** What a page shows of itself; see `readPage`. */
export interface PageFacts {
  /** Images, audio, video, embedded objects. */
  readonly objects: LinkCount;
  /** `foreign` counts anchors that lead to another domain, or to no page. */
  readonly anchors: LinkCount;
  /** `<meta>` with a URL, `<script src>`, `<link href>`. */
  readonly tags: LinkCount;
  readonly hasForeignFavicon: boolean;
  /** A form without a place to go, or sent to `about:blank`. */
  readonly hasEmptyForm: boolean;
  readonly hasForeignForm: boolean;
  readonly hasMailForm: boolean;
  readonly hasHiddenFrame: boolean;
  readonly changesStatusBar: boolean;
  readonly blocksRightClick: boolean;
  readonly opensPrompt: boolean;
  /** Where `<meta http-equiv="refresh">` leads at once, as an absolute URL. */
  readonly refreshUrl?: string;
}
