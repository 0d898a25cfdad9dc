// Loaded before twilio-run by `npm start` alone: answers GET / with the start page, and touches no other request.
const { readFileSync } = require('node:fs');
const { Server } = require('node:http');
const path = require('node:path');

const PAGE = path.join(process.cwd(), '.serve', 'start-page.json');
// It names phones and numbers: whoever comes through a tunnel does not see it.
const HERE = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

const { emit } = Server.prototype;
Server.prototype.emit = function emitUnlessPage(event, ...values) {
  if (event === 'request' && isForPage(values[0]) && sendPage(...values)) return true;
  return emit.call(this, event, ...values);
};

function isForPage({ method, url, headers }) {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && /^\/(\?|$)/.test(url) && HERE.test(headers.host ?? '');
}

/** False where there is none. */
function sendPage(request, response) {
  let page;
  try {
    page = JSON.parse(readFileSync(PAGE, 'utf8'));
  } catch {
    return false;
  }
  response.writeHead(200, page.headers);
  response.end(request.method === 'HEAD' ? undefined : page.html);
  return true;
}
