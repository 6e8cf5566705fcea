import { RunEventsController } from '../runs/run-events.controller.js';
import { RunFollowers } from '../runs/run-followers.js';
import { SseConnections } from '../sse/sse-connections.js';
import { FeedSubscription } from './feed-subscription.js';
import { RecentVerdicts } from './recent-verdicts.js';
import { StatsListeners } from './stats-listeners.js';
import { VerdictFeedController } from './verdict-feed.controller.js';
import { VerdictFeed } from './verdict-feed.js';

export const FEED_CONTROLLERS = [VerdictFeedController, RunEventsController];

export const FEED_PROVIDERS = [
  SseConnections,
  VerdictFeed,
  FeedSubscription,
  RecentVerdicts,
  StatsListeners,
  RunFollowers,
];
