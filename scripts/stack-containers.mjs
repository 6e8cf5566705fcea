// Servers in containers for `npm run test:stack`, by Testcontainers. Images are the ones docker-compose.yml names.
import { createServer } from 'node:net';
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers';

/** Why no container can be started, or undefined if one can. */
export async function engineProblem() {
  try {
    await getContainerRuntimeClient();
    return undefined;
  } catch (error) {
    return error.message;
  }
}

const STARTERS = {
  KAFKA_BROKERS: startKafka,
  MONGODB_URI: startMongo,
  REDIS_URL: startRedis,
  S3_ENDPOINT: startS3,
};

/** Starts a server for each variable named, and sets the variables. */
export async function startServers(variables) {
  const started = await Promise.all(variables.map((name) => STARTERS[name]()));
  return { stop: () => Promise.all(started.map((container) => container.stop())) };
}

async function startKafka() {
  // The broker tells its clients its address, so the port outside must be known before it starts.
  const port = await freePort();
  const container = await new GenericContainer('apache/kafka:4.3.1')
    .withExposedPorts({ container: 9094, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'OUTSIDE://:9094,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `OUTSIDE://127.0.0.1:${port}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'OUTSIDE',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  process.env.KAFKA_BROKERS = `127.0.0.1:${port}`;
  return container;
}

async function startMongo() {
  const container = await new GenericContainer('mongo:8')
    .withExposedPorts(27017)
    .withWaitStrategy(Wait.forListeningPorts())
    .start();
  process.env.MONGODB_URI = `mongodb://127.0.0.1:${container.getMappedPort(27017)}/?directConnection=true`;
  return container;
}

async function startRedis() {
  const container = await new GenericContainer('redis:8-alpine')
    .withExposedPorts(6379)
    .withWaitStrategy(Wait.forListeningPorts())
    .start();
  process.env.REDIS_URL = `redis://127.0.0.1:${container.getMappedPort(6379)}/0`;
  return container;
}

async function startS3() {
  const credentials = { key: 'weir', secret: 'weir-test-only' };
  const container = await new GenericContainer('versity/versitygw:v1.8.0')
    .withEntrypoint(['versitygw'])
    .withCommand(['--port', ':7070', '--quiet', 'posix', '/data'])
    .withEnvironment({ ROOT_ACCESS_KEY_ID: credentials.key, ROOT_SECRET_ACCESS_KEY: credentials.secret })
    .withTmpFs({ '/data': 'rw' })
    .withExposedPorts(7070)
    .withWaitStrategy(Wait.forListeningPorts())
    .start();
  Object.assign(process.env, {
    S3_ENDPOINT: `http://127.0.0.1:${container.getMappedPort(7070)}`,
    S3_REGION: 'us-east-1',
    S3_FORCE_PATH_STYLE: 'true',
    S3_ACCESS_KEY_ID: credentials.key,
    S3_SECRET_ACCESS_KEY: credentials.secret,
  });
  return container;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
