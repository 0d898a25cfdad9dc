/** Real clients, unchanged, by both ways in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { TwilioStandIn } from '../standIn';
import { listen, type Way, type Wire } from '.';

const CLIENTS: Readonly<Record<string, string>> = {
  sdk: `
    const twilio = require('twilio')(process.env.SID, process.env.TOKEN);
    twilio.api.v2010.account.sip.domains
      .create({ domainName: 'direct-example.sip.twilio.com', friendlyName: 'Exämple & <more>' })
      .then(({ friendlyName }) => console.log(friendlyName), ({ message }) => console.log(message));`,
  fetch: `
    const authorization = 'Basic ' + btoa(process.env.SID + ':' + process.env.TOKEN);
    fetch('https://serverless.twilio.com/v1/Services', { headers: { authorization } })
      .then((response) => response.text()).then(console.log, ({ cause }) => console.log(cause.message))
      .finally(() => process.exit());`,
  'https.get': `
    require('node:https').get('https://example-1234.twil.io/none.json', (response) => {
      console.log(response.statusCode);
      response.resume();
    })
      .on('error', ({ message }) => console.log(message));`,
  elsewhere: `
    require('node:https').get('https://example.org/').on('error', ({ message }) => console.log(message));`,
};

describe('the stand-in on the wire', () => {
  let standIn: TwilioStandIn;
  let wire: Wire;
  beforeEach(async () => {
    standIn = new TwilioStandIn();
    wire = await listen(standIn);
  });
  afterEach(() => wire.close());

  async function run(client: keyof typeof CLIENTS, way: Way): Promise<string> {
    const env = { SID: standIn.accountSid, TOKEN: standIn.authToken, ...wire.env(way) };
    const child = spawn(process.execPath, ['-e', CLIENTS[client]!], { env });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    return output.trim();
  }

  it.each<Way>(['proxy', 'hook'])("answers Twilio's SDK by %s", async (way) => {
    expect(await run('sdk', way)).toBe('Exämple & <more>');
    expect(standIn.state.api.domains).toHaveLength(1);
    expect(standIn.violations).toEqual([]);
  });

  it("answers Node's own fetch and https by the hook", async () => {
    expect(JSON.parse(await run('fetch', 'hook'))).toMatchObject({ services: [] });
    expect(await run('https.get', 'hook')).toBe('404');
  });

  it('refuses every other host', async () => {
    expect(await run('elsewhere', 'hook')).toContain('example.org is not asked');
  });

  it('resets the connection where a reply is lost, after it was processed', async () => {
    standIn.faults.plan({ on: ({ write }) => write, fault: { loseReply: true } });
    expect(await run('sdk', 'hook')).toMatch(/socket hang up|ECONNRESET/);
    expect(standIn.state.api.domains).toHaveLength(1);
  });

  it('resets the connection of a dropped request, which was not', async () => {
    standIn.faults.plan({ on: () => true, fault: { drop: true } });
    expect(await run('sdk', 'proxy')).toMatch(/socket hang up|ECONNRESET/);
    expect(standIn.state.api.domains).toHaveLength(0);
  });
});
