import { post } from './ask.js';
import { byId, element, showFailure } from './element.js';
import { offerFeedback, takeFeedback } from './feedback.js';
import { refreshAll } from './overview.js';
import { verdictParts } from './verdict.js';

async function check(event) {
  event.preventDefault();
  const button = event.target.querySelector('button');
  const url = byId('url').value.trim();
  const enrich = byId('enrich').checked;
  if (url === '') return;
  button.disabled = true;
  offerFeedback(undefined);
  showWaiting(enrich);
  try {
    const answer = await post('/v1/verdicts', { url, enrich });
    const place = byId('verdict');
    place.className = answer.verdict;
    place.replaceChildren(...verdictParts(answer));
    offerFeedback(answer.url);
  } catch (error) {
    showFailure(byId('verdict'), error);
  } finally {
    button.disabled = false;
  }
}

function showWaiting(enrich) {
  const place = byId('verdict');
  const text = enrich ? 'Checking, and looking the site up: that takes some seconds…' : 'Checking…';
  place.className = '';
  place.replaceChildren(element('p', { className: 'quiet', text }));
  place.hidden = false;
}

byId('check').addEventListener('submit', check);
takeFeedback();
refreshAll();
