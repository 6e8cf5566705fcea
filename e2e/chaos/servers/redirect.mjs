// Loaded into a service with `node --import`: connections to the addresses of WEIR_CHAOS_REDIRECT
// (`host:port=relay port`, separated by commas) go to a relay on this machine. Brokers name their own address, so that
// no setting of a client leads it through a relay for good.
import { Socket } from 'node:net';

const relays = new Map(
  (process.env.WEIR_CHAOS_REDIRECT ?? '').split(',').map((each) => {
    const [address, port] = each.split('=');
    return [address, Number(port)];
  }),
);
const { connect } = Socket.prototype;

Socket.prototype.connect = function redirected(first, ...rest) {
  if (Array.isArray(first)) first[0] = elsewhere(first[0]);
  else if (typeof first === 'object' && first !== null) return connect.call(this, elsewhere(first), ...rest);
  else if (typeof first === 'number' && typeof rest[0] === 'string') {
    const { port, host } = elsewhere({ port: first, host: rest[0] });
    return connect.call(this, port, host, ...rest.slice(1));
  }
  return connect.call(this, first, ...rest);
};

function elsewhere(options) {
  const port = relays.get(`${options.host}:${options.port}`);
  return port === undefined ? options : { ...options, host: '127.0.0.1', port };
}
