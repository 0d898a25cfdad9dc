// Loaded before a command that must not use the network: ends it when it tries.
const { Socket } = require('node:net');
const { exit, stderr } = require('node:process');

const { connect } = Socket.prototype;
Socket.prototype.connect = function connectToNobody(...args) {
  const [options] = args.flat();
  // A pipe on this machine, by which tsx talks to itself.
  if (options?.path) return connect.apply(this, args);
  stderr.write('tried to use the network\n');
  exit(97);
};
