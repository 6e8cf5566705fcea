// The events of the stream's benchmarks: ordinary links as people click them, and a stated share that looks like phishing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TOPICS } from '@weir/contracts';
import { parse } from 'csv-parse/sync';
import { Partitioners } from 'kafkajs';
import { ROOT } from '../measure/processes.mjs';
import { FLAGGED, KEYS } from './settings.mjs';

const BRANDS = ['paypal', 'amazon', 'netflix', 'apple', 'microsoft', 'facebook', 'dhl', 'chase', 'rakuten'];
const HOSTING = [
  'weebly.com',
  'firebaseapp.com',
  'web.app',
  '000webhostapp.com',
  'blogspot.com',
  'github.io',
];
const PAGES = ['verify', 'signin/index.html', 'account/update.php', 'login', 'secure/webscr?cmd=login'];

/** A prime, so that neighbours of the file, which one source put there, lie far apart. */
const STRIDE = 7_919;
/** Digits of an event's number, at the end of its id. */
const DIGITS = 12;
const ID = 36;

export const PARTITIONS = TOPICS.urlsSubmitted.partitions;
const topic = {
  topic: TOPICS.urlsSubmitted.name,
  partitionMetadata: Array.from({ length: PARTITIONS }, (_, partitionId) => ({ partitionId, leader: 1 })),
};
const choosePartition = Partitioners.DefaultPartitioner();
const keys = Array.from({ length: PARTITIONS }, (_, partition) => keyOf(partition));

const links = parse(gunzipSync(readFileSync(join(ROOT, 'datasets', 'urls-benign-links.csv.gz'))), {
  columns: true,
}).map(({ url }) => url);

/** The URL of an event. Each link comes again after all others: every 30,000 events or so, as links do in a stream. */
export function urlOf(number) {
  return isMadeUp(number) ? madeUp(number) : links[(number * STRIDE) % links.length];
}

/** An id as long as a UUID; its end is the event's number. */
export function idOf(number) {
  return `0194c7a8-0000-7000-8000-${String(number).padStart(DIGITS, '0')}`;
}

/** The number of the event that a verdict's text is about: its id stands first in it, or somewhere. */
export function numberIn(text) {
  const from = text.indexOf('"id":"') + 6;
  return Number(text.slice(from + ID - DIGITS, from + ID));
}

/** A record of `urls.submitted`, as kafkajs and the port take it, in the partition whose turn it is. */
export function recordOf(number) {
  const partition = number % PARTITIONS;
  const value = JSON.stringify({ id: idOf(number), url: urlOf(number), source: 'mail-gateway' });
  return { key: keys[partition], value, partition };
}

/** A key that the clients' partitioner puts into this partition, whatever topic has as many; `null` for none. */
function keyOf(partition) {
  if (KEYS === 'none') return null;
  for (let nth = 0; ; nth++)
    if (choosePartition({ ...topic, message: { key: `${nth}` } }) === partition) return `${nth}`;
}

/** Evenly over the stream: each event for which the share's running sum passes a whole number. */
function isMadeUp(number) {
  return Math.floor((number + 1) * FLAGGED) > Math.floor(number * FLAGGED);
}

function madeUp(number) {
  const nth = Math.floor(number * FLAGGED);
  const host = `${BRANDS[nth % BRANDS.length]}-login-${number}.${HOSTING[nth % HOSTING.length]}`;
  return `http://${host}/${PAGES[nth % PAGES.length]}`;
}

/** Bytes of a value, over the first `count` events. */
export function meanBytes(count) {
  const looked = Math.min(count, links.length);
  let bytes = 0;
  for (let number = 0; number < looked; number++) bytes += Buffer.byteLength(recordOf(number).value);
  return bytes / looked;
}
