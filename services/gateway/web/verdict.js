import { element } from './element.js';
import { siteSection } from './site.js';
import { percent, sentence, shownUrl } from './url-text.js';

const WORDS = { malicious: 'Malicious', suspicious: 'Suspicious', safe: 'Safe' };

/** What `POST /v1/verdicts` answered, as elements. */
export function verdictParts(answer) {
  const { url, verdict, probability, model, list, enrichment } = answer;
  return [
    element('p', { className: 'word', text: WORDS[verdict] ?? verdict }),
    element('p', {}, [element('code', { className: 'url', text: shownUrl(url, verdict === 'safe') })]),
    ...(list === undefined ? [] : [overruled(list, probability)]),
    element('p', { text: `Probability of phishing, by the model: ${percent(probability)}` }),
    ...reasonParts(answer),
    ...changeParts(answer),
    element('p', { className: 'quiet', text: `Model ${model.name}, version ${model.version}` }),
    ...(enrichment === undefined ? [] : [siteSection(enrichment, verdict)]),
  ];
}

function overruled({ list, entry, reason, by, expiresAt }) {
  const why = reason === undefined ? '' : `: ${reason}`;
  const who = by === undefined ? '' : ` (by ${by})`;
  const until = expiresAt === undefined ? '' : `, until ${new Date(expiresAt).toLocaleString()}`;
  return element('p', { className: 'overruled' }, [
    element('strong', { text: `The ${list} list decides` }),
    ', not the model: ',
    element('code', { text: shownUrl(entry, list === 'allow') }),
    ` is on it${why}${who}${until}`,
  ]);
}

/** The list's own sentence stands first among the reasons; it has a line of its own here. */
function reasonParts({ reasons, list, verdict }) {
  const said = list === undefined ? reasons : reasons.slice(1);
  if (said.length === 0) return [];
  const items = said.map((text) => element('li', {}, sentence(text, verdict === 'safe')));
  return [
    element('h2', { text: list === undefined ? 'Why' : 'What the model says' }),
    element('ul', {}, items),
  ];
}

function changeParts({ change, list, verdict }) {
  if (change === undefined || list !== undefined) return [];
  const url = change.url === undefined ? [] : [': ', element('code', { text: change.url })];
  return [
    element('h2', { text: 'What would change it' }),
    element('p', {}, [...sentence(change.sentence, verdict === 'safe'), ...url]),
  ];
}
