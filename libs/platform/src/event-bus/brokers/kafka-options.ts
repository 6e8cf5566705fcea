import type { ISocketFactory } from 'kafkajs';
import type { BusStatus } from './kafka-channels.js';

/** What kafkajs says goes here; the shape of a pino logger. */
export interface KafkaLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaBusOptions {
  /** `host:port` of some brokers; the others are found through them. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly ssl?: boolean;
  readonly sasl?: KafkaSasl;
  /** How connections are opened, for brokers behind a tunnel. Default: TCP, or TLS with `ssl`. */
  readonly socketFactory?: ISocketFactory;
  /** Without one, kafkajs is silent. */
  readonly logger?: KafkaLogger;
  /** Called for every change in the life of a subscription; the same goes to the channel `weir:event-bus:status`. */
  readonly onStatus?: (status: BusStatus) => void;
  /** Replicas of topics created here. Default: what the broker is configured for. */
  readonly replicationFactor?: number;
  /** Milliseconds `publish` goes on trying while the brokers are away. Default 30,000. */
  readonly publishTimeoutMs?: number;
  /** Milliseconds a closing subscription leaves its handlers before it aborts their signal. Default 5,000. */
  readonly drainTimeoutMs?: number;
  /** Milliseconds a partition waits after its first failure; doubled for each further one. Default 100. */
  readonly retryInitialMs?: number;
  /** Milliseconds a partition waits at most between two attempts. Default 30,000. */
  readonly retryMaxMs?: number;
  /** Milliseconds without a heartbeat after which the group gives a member's partitions away. Default 15,000: handlers do not hold up heartbeats. */
  readonly sessionTimeoutMs?: number;
}

export const DEFAULT_PUBLISH_TIMEOUT_MS = 30_000;
export const DEFAULT_DRAIN_TIMEOUT_MS = 5_000;
export const DEFAULT_RETRY_INITIAL_MS = 100;
export const DEFAULT_RETRY_MAX_MS = 30_000;
export const DEFAULT_SESSION_TIMEOUT_MS = 15_000;
