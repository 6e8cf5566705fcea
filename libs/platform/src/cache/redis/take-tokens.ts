/** Stands in the message of Redis's error where the key holds something else. */
export const NOT_A_BUCKET = 'WEIR_NOT_A_BUCKET';

/**
 * `takeFrom` of ../token-bucket.ts, line by line, in Redis: one script is atomic, and the server's own clock is the same
 * for every replica. The value is `tokens:at`, to 17 digits, at which a double comes back as it was. The time to live
 * ends when the bucket is full.
 */
export const TAKE_TOKENS = `
local capacity, refill = tonumber(ARGV[1]), tonumber(ARGV[2])
local tokens, least = tonumber(ARGV[3]), tonumber(ARGV[4])
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + tonumber(clock[2]) / 1000
local level, at = capacity, now
local stored = redis.call('GET', KEYS[1])
if stored then
  local had, since = string.match(stored, '^([%d.e+-]+):([%d.e+-]+)$')
  had, since = tonumber(had), tonumber(since)
  if not had or not since then return redis.error_reply('${NOT_A_BUCKET}') end
  level = math.min(capacity, had + math.max(0, now - since) * refill / 1000)
  at = math.max(now, since)
end
local whole = math.floor(level + 1e-9)
local taken, wait = 0, 0
if whole < least then
  wait = math.max(1, math.ceil((least - level) / refill * 1000))
else
  taken = math.min(tokens, whole)
  level = level - taken
end
local full = math.max(1, math.ceil((capacity - level) / refill * 1000))
redis.call('SET', KEYS[1], string.format('%.17g:%.17g', level, at), 'PX', string.format('%.0f', full))
return {taken, whole - taken, wait}`;
