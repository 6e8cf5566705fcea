import { describe, expect, it } from 'vitest';
import { DOCUMENTS, DOWNLOADS, PAGES, SERVER_SCRIPTS } from './file-kinds.js';
import { ASSET_FOLDER, INTERNAL_FOLDER, readFolders } from './folders.js';
import { addTopicCounts, newTopicCounts, wordsAbout } from './topic-counts.js';
import { TOPICS, type Topic } from './topics.js';

function topicsOf(text: string): Partial<Record<Topic, number>> {
  const counts = newTopicCounts();
  addTopicCounts(text, counts);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe('TOPICS', () => {
  it('holds plain words, each once', () => {
    const words = Object.values(TOPICS).flatMap((each) => each.split(' '));
    for (const word of words) expect(word).toMatch(/^[a-z]{2,}$/);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});

describe('addTopicCounts', () => {
  it.each<[string, Partial<Record<Topic, number>>]>([
    ['/login.php', { signIn: 1 }],
    ['/honnin-kakunin', { urgency: 2 }],
    ['/iniciar/sesion?clave', { signIn: 2 }],
    ['/motdepasse', { signIn: 1 }],
    ['/kunden-anmeldung', { account: 2, signIn: 1 }],
    ['/colis/livraison', { delivery: 2 }],
    ['/wp-includes/js', { contentManagement: 2 }],
    ['/docs/latest/api/', { reading: 3 }],
    ['/advisable/taxonomy', {}],
    ['', {}],
  ])('of %s', (text, topics) => {
    expect(topicsOf(text)).toEqual(topics);
  });

  it('names the words it counted', () => {
    expect(wordsAbout('/login/login/verify/bank', ['signIn', 'payment'])).toEqual(['login', 'bank']);
  });
});

describe('readFolders', () => {
  it.each([
    ['', 0, false, false],
    ['/images/login.html', ASSET_FOLDER, false, false],
    ['/login/images', 0, false, false],
    ['/WP-Content/themes/js/x', INTERNAL_FOLDER | ASSET_FOLDER, false, false],
    ['/.well-known/acme/x.php', INTERNAL_FOLDER, true, false],
    ['/~user/index.html', 0, false, true],
    ['/a/.env', 0, true, false],
    ['//css//x', ASSET_FOLDER, false, false],
  ])('of %s', (path, folders, hidden, ofUser) => {
    expect(readFolders(path)).toEqual({ folders, hidden, ofUser });
  });
});

describe('kinds of files', () => {
  it('puts no extension among two kinds', () => {
    const all = [DOCUMENTS, DOWNLOADS, PAGES, SERVER_SCRIPTS].flatMap((kind) => [...kind]);
    expect(new Set(all).size).toBe(all.length);
  });
});
