import { expect, it } from 'vitest';
import { brokerAddress } from './cluster.js';

it.each([
  ['kafka:9093', 'kafka', 9093],
  ['kafka', 'kafka', 9092],
  ['127.0.0.1:19092', '127.0.0.1', 19092],
  ['[::1]:9092', '::1', 9092],
  ['[fe80::1]', 'fe80::1', 9092],
])('reads %s', (text, host, port) => {
  expect(brokerAddress(text)).toEqual({ host, port });
});
