import { post } from './ask.js';
import { byId, element, showFailure } from './element.js';

const TOLD = { phishing: 'phishing', legitimate: 'fine' };

let judged;

/** The URL that the buttons speak of from now on; none hides them. */
export function offerFeedback(url) {
  judged = url;
  byId('feedback').hidden = url === undefined;
  byId('feedback-told').hidden = true;
}

async function send(event) {
  event.preventDefault();
  const label = event.submitter.value;
  const by = byId('by').value.trim();
  const place = byId('feedback-told');
  const buttons = [...event.target.querySelectorAll('button')];
  if (by === '' || judged === undefined) return byId('by').reportValidity();
  for (const each of buttons) each.disabled = true;
  try {
    await post('/v1/feedback', { url: judged, label, by });
    const text = `Thank you. The next training learns that this is ${TOLD[label]}; until then the verdict stays.`;
    place.replaceChildren(element('p', { text }));
    place.hidden = false;
  } catch (error) {
    showFailure(place, error);
  } finally {
    for (const each of buttons) each.disabled = false;
  }
}

export function takeFeedback() {
  byId('feedback').addEventListener('submit', send);
}
