/** Everything shown is set as text: nothing a URL or a server message holds can become markup or a link. */
const REFRESH_MS = 5_000;
const WORDS = { malicious: 'Malicious', suspicious: 'Suspicious', safe: 'Safe' };

const byId = (id) => document.getElementById(id);

function element(tag, { text, className } = {}, children = []) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}

/** The URL so that nobody opens it by accident: `hxxps://example[.]org/`. */
function defang(url) {
  return url.replace(/^http/i, 'hxxp').replaceAll('.', '[.]');
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { accept: 'application/json', ...options.headers } });
  } catch {
    throw new Error('Weir cannot be reached. Is it still running?');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail ?? `Weir answered ${response.status}.`);
  return body;
}

function showVerdict({ url, verdict, probability, reasons, model }) {
  const place = byId('verdict');
  place.className = verdict;
  place.replaceChildren(
    element('p', { className: 'word', text: WORDS[verdict] ?? verdict }),
    element('p', {}, [element('code', { text: defang(url) })]),
    element('p', { text: `Probability of phishing: ${(100 * probability).toFixed(1)} %` }),
    ...(reasons.length > 0
      ? [
          element(
            'ul',
            {},
            reasons.map((text) => element('li', { text })),
          ),
        ]
      : []),
    element('p', { className: 'quiet', text: `Model ${model.name}, version ${model.version}` }),
  );
  place.hidden = false;
}

function showFailure(place, error) {
  place.replaceChildren(element('p', { className: 'failed', text: error.message }));
  place.hidden = false;
}

async function check(event) {
  event.preventDefault();
  const button = event.target.querySelector('button');
  const place = byId('verdict');
  const url = byId('url').value.trim();
  if (url === '') return;
  button.disabled = true;
  place.className = '';
  place.replaceChildren(element('p', { className: 'quiet', text: 'Checking…' }));
  place.hidden = false;
  try {
    const body = JSON.stringify({ url });
    showVerdict(
      await ask('/v1/verdicts', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  } catch (error) {
    showFailure(place, error);
  } finally {
    button.disabled = false;
  }
}

function table(names, rows) {
  const headers = names.map((text) => Object.assign(element('th', { text }), { scope: 'col' }));
  for (const row of rows) {
    // On a phone each row is a card, and each value says what it is.
    for (const [index, each] of [...row.cells].entries()) each.dataset.label = names[index];
  }
  const head = element('thead', {}, [element('tr', {}, headers)]);
  return element('table', {}, [head, element('tbody', {}, rows)]);
}

const cell = (text, className) => element('td', className === undefined ? { text } : { text, className });
/** What a version is promoted on: F1 of the phishing class on rows whose groups it has not seen. */
const F1 = 'distinct.f1';
const figure = (value) => (typeof value === 'number' ? value.toFixed(4) : '–');
const time = (iso) => new Date(iso).toLocaleString();

function modelRow({ name, champion, newest }) {
  const { algorithm, metrics } = champion ?? newest;
  const version = champion === null ? `none (newest ${newest.version})` : String(champion.version);
  return element('tr', {}, [cell(name), cell(version), cell(algorithm), cell(figure(metrics[F1]))]);
}

function runRow({ schema, state, stages, error, createdAt }) {
  const newest = Object.values(stages).sort((a, b) => b.at.localeCompare(a.at))[0];
  const message = error?.message ?? newest?.message ?? 'waiting for its first stage';
  return element('tr', {}, [
    cell(time(createdAt)),
    cell(schema),
    cell(state, state),
    cell(message, 'message'),
  ]);
}

const LISTS = [
  {
    id: 'models',
    path: '/v1/models',
    names: ['Model', 'Champion', 'Algorithm', 'F1'],
    row: modelRow,
    empty: 'No model yet. The first training run makes one.',
  },
  {
    id: 'runs',
    path: '/v1/runs?limit=10',
    names: ['Started', 'Schema', 'State', 'Where it is'],
    row: runRow,
    empty: 'No run yet.',
  },
];

const shown = new Map();

async function refresh({ id, path, names, row, empty }) {
  const place = byId(id);
  try {
    const items = (await ask(path))[id];
    const text = JSON.stringify(items);
    // Unchanged lists are left alone, or a screen reader would read them out every time.
    if (shown.get(id) === text) return;
    shown.set(id, text);
    const content =
      items.length === 0 ? element('p', { className: 'quiet', text: empty }) : table(names, items.map(row));
    place.replaceChildren(content);
  } catch (error) {
    shown.delete(id);
    showFailure(place, error);
  }
}

async function refreshAll() {
  if (!document.hidden) await Promise.all(LISTS.map(refresh));
  setTimeout(refreshAll, REFRESH_MS);
}

byId('check').addEventListener('submit', check);
refreshAll();
