// Loaded before twilio-run: requests to Twilio's REST API go to a stand-in on loopback,
// whose port the environment variable REST_PORT tells; every other host is refused.
const http = require('node:http');
const https = require('node:https');

const port = Number(process.env.REST_PORT);

https.request = (options, callback) => {
  if (options.hostname !== 'api.twilio.com') throw new Error(`refused: ${options.hostname}`);
  const { method, path, headers } = options;
  return http.request({ host: '127.0.0.1', port, method, path, headers }, callback);
};
