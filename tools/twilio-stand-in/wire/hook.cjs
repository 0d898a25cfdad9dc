// Loaded before a program with `node --require`: its connections to Twilio go to the stand-in, which
// listens on loopback at TWILIO_STAND_IN_PORT. Every other host but loopback is refused, and written to
// the file TWILIO_STAND_IN_REFUSED. This sits where sockets are made, below every HTTP library, so that
// the program runs unchanged; TLS above it still asks for Twilio's names.
'use strict';
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const LOOPBACK = '127.0.0.1';
const HTTPS = 443;
const { TWILIO_STAND_IN_PORT, TWILIO_STAND_IN_REFUSED } = process.env;

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectElsewhere(...args) {
  // Node's own modules hand over a list that is normalised already, and marked so.
  const [options, callback] = Array.isArray(args[0]) ? args[0] : net._normalizeArgs(args);
  const host = options.host ?? 'localhost';
  if (options.path || isLoopback(host)) return connect.apply(this, args);
  if (isTwilios(host) && Number(options.port) === HTTPS) {
    return connect.call(this, { ...options, host: LOOPBACK, port: TWILIO_STAND_IN_PORT }, callback);
  }
  refuse(this, `${host}:${options.port}`);
  return this;
};

function isLoopback(host) {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
}

function isTwilios(host) {
  return /\.(twilio\.com|twil\.io)$/.test(host);
}

function refuse(socket, address) {
  if (TWILIO_STAND_IN_REFUSED) appendFileSync(TWILIO_STAND_IN_REFUSED, `${address}\n`);
  const message = `connect ECONNREFUSED ${address}: with the stand-in there is only Twilio, by HTTPS`;
  const error = Object.assign(new Error(message), { code: 'ECONNREFUSED', syscall: 'connect' });
  // Whoever made the socket listens for errors as soon as it has it.
  process.nextTick(() => socket.destroy(error));
}
