import type { Verdict } from '../components/index.js';

export interface Advice {
  /** The verdict as a sentence. */
  readonly headline: string;
  readonly steps: readonly string[];
}

/** What to do next, for somebody who got the link. */
export const ADVICE: Readonly<Record<Verdict, Advice>> = {
  malicious: {
    headline: 'This looks like phishing.',
    steps: [
      'Do not open it, and enter nothing there.',
      'If you did enter a password, change it now, from the real site, and everywhere else you use it.',
      'Report the message that brought it, then delete it.',
    ],
  },
  suspicious: {
    headline: 'This could be phishing: be careful.',
    steps: [
      'Do not sign in or pay by this link. Go to the site by an address that you know.',
      'Ask the sender by another way whether they sent it.',
      'Have Weir look the site up: what is found there may settle it.',
    ],
  },
  safe: {
    headline: 'Nothing about this URL points to phishing.',
    steps: [
      'Only its text was read. If the message pressed you to hurry, to pay or to sign in, be careful all the same.',
      'Sites that are otherwise fine get broken into: look the site up if you are unsure.',
    ],
  },
};
