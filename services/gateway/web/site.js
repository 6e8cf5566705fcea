import { element } from './element.js';
import { percent, shownUrl } from './url-text.js';

/** The 30 features of the site, by what they say. */
const SAYS = [
  [-1, 'For phishing'],
  [0, 'Suspicious'],
  [1, 'Against it'],
];

/** What was found of the site beside the URL's own verdict, or why nothing was. */
export function siteSection(enrichment, urlVerdict) {
  const parts = 'error' in enrichment ? [refusal(enrichment.error)] : found(enrichment, urlVerdict);
  return element('div', { className: 'site' }, [element('h2', { text: 'The site itself' }), ...parts]);
}

function refusal({ message }) {
  return element('p', { text: `It was not looked up: ${message}.` });
}

function found(enrichment, urlVerdict) {
  const { verdict, probability, model, features, missing } = enrichment;
  const known = SAYS.flatMap(([value, says]) => {
    const names = Object.keys(features).filter((name) => features[name] === value);
    return names.length === 0 ? [] : [outcome(says, names.map(words))];
  });
  const without = missing.map(({ feature, reason }) => `${words(feature)}: ${reason}`);
  const all = Object.keys(features).length;
  // Where no page answers, most features are missing: such a verdict gets no colour.
  const isSeen = enrichment.finalUrl !== undefined;
  return [
    element('p', {}, [
      `By the ${all - missing.length} of ${all} features that could be had, it is `,
      element('strong', { className: isSeen ? `says-${verdict}` : '', text: verdict }),
      `: ${percent(probability)} (model ${model.name}, version ${model.version}).`,
    ]),
    ...whereItEnded(enrichment, urlVerdict),
    ...known,
    ...(without.length === 0 ? [] : [outcome('Missing', without)]),
  ];
}

function whereItEnded({ finalUrl, redirects, tookMs, verdict }, urlVerdict) {
  const took = `It took ${(tookMs / 1000).toFixed(1)} s.`;
  if (finalUrl === undefined)
    return [element('p', { text: `No page answered, so this says little. ${took}` })];
  const isSafe = verdict === 'safe' && urlVerdict === 'safe';
  const hops = redirects === null || redirects === 0 ? '' : `, ${redirects} redirects on`;
  return [
    element('p', {}, [
      'The page is at ',
      element('code', { text: shownUrl(finalUrl, isSafe) }),
      `${hops}. ${took}`,
    ]),
  ];
}

function outcome(title, lines) {
  const items = lines.map((text) => element('li', { text }));
  const summary = element('summary', { text: `${title}: ${lines.length}` });
  return element('details', {}, [summary, element('ul', {}, items)]);
}

/** `having_IP_Address` → `having IP Address`: the published names, to be read. */
const words = (name) => name.replaceAll('_', ' ');
