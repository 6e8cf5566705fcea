import { ask } from './ask.js';
import { defang } from './defang.js';
import { byId, element, showFailure } from './element.js';

const REFRESH_MS = 5_000;

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
    // An error of the data may quote a URL.
    cell(message.replace(/https?:\/\/[^\s"]+/gi, defang), 'message'),
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

/** Reads both lists now and again every few seconds, while somebody looks. */
export async function refreshAll() {
  if (!document.hidden) await Promise.all(LISTS.map(refresh));
  setTimeout(refreshAll, REFRESH_MS);
}
