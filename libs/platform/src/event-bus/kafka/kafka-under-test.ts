/** The brokers that stack tests run against, from `KAFKA_BROKERS`. */
export function brokersUnderTest(): string[] {
  const brokers = process.env.KAFKA_BROKERS;
  if (brokers === undefined || brokers === '')
    throw new Error('KAFKA_BROKERS is not set: start a Kafka broker and name it, as host:port');
  return brokers.split(',');
}
