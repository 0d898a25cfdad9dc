// Loaded before twilio-run, which can only listen on every interface. Locally nobody
// checks Twilio's signatures, so the server must not be reachable from the network.
const { Server } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  return typeof port === 'number' || typeof port === 'string'
    ? listen.call(this, { port: Number(port), host: '127.0.0.1' }, ...rest)
    : listen.call(this, port, ...rest);
};
