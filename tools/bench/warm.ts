/** A warm request to `sip-outgoing`, beside a function on the same server that does nothing. */
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { sipInvite } from '../../test/fixtures/twilio';
import { startLocalServer } from '../../test/support/localServer';
import { inTurns } from './measure';

const RUNS = 2_000;
const EMPTY = `exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');
  response.setBody('<Response/>');
  callback(null, response);
};`;

export async function benchWarm(): Promise<void> {
  const server = await startLocalServer('examples/payphones', {
    change: (dist) => writeFileSync(path.join(dist, 'functions', 'empty.protected.js'), EMPTY),
  });
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const body = new URLSearchParams(
      sipInvite({ from: '+15035550123', to: '5035550199' }),
    ).toString();
    const post = (route: string) => () => send(`${server.url}${route}`, body, agent);
    const times = await inTurns({ empty: post('/empty'), outgoing: post('/sip-outgoing') }, RUNS);
    agent.destroy();
    const { empty, outgoing } = times;
    if (!empty || !outgoing) return;
    console.log('\nWarm POST under twilio-run (ms, median / p95)');
    console.log(`  empty function  ${empty.median.toFixed(3)} / ${empty.p95.toFixed(3)}`);
    console.log(`  sip-outgoing    ${outgoing.median.toFixed(3)} / ${outgoing.p95.toFixed(3)}`);
    console.log(`  ours            ${(outgoing.median - empty.median).toFixed(3)}`);
  } finally {
    await server.stop();
  }
}

function send(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', resolve);
    })
      .on('error', reject)
      .end(body);
  });
}
