/** What Twilio's SDK does not request goes through the same proxy, and to the same region. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deployedStamp } from '../../src/twilio/deploy/deployedBuild';
import { postForm } from '../../src/twilio/emergency/ask';
import { findLogin } from '../../src/twilio/client/login';
import { fetchRecording } from '../../src/twilio/messages/recording';

const SID = `AC${'0'.repeat(32)}`;
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

describe('a proxy', () => {
  let proxy: Server;
  let connected: string[];
  beforeEach(async () => {
    connected = [];
    proxy = createServer().on('connect', (request, socket) => {
      connected.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    process.env.HTTP_PROXY = `http://127.0.0.1:${port}`;
  });
  afterEach(async () => {
    await new Promise((resolve) => proxy.close(resolve));
  });

  it('is asked for the page of the build', async () => {
    expect(await deployedStamp('dialtone-1234-stage.twil.io')).toBeUndefined();
    expect(connected).toEqual(['dialtone-1234-stage.twil.io:443']);
  });

  it('is asked for what the functions answer', async () => {
    await postForm('https://dialtone-1234-stage.twil.io/sip-outgoing', {}, {}).catch(() => '');
    expect(connected).toEqual(['dialtone-1234-stage.twil.io:443']);
  });

  it('is asked for a recording', async () => {
    const login = { accountSid: SID, username: SID, password: 'x' };
    await expect(fetchRecording(`RE${'0'.repeat(32)}`, login)).rejects.toThrow('502');
    expect(connected).toEqual(['api.twilio.com:443']);
  });
});

describe('TWILIO_REGION', () => {
  beforeEach(() => {
    Object.assign(process.env, { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: 'x' });
  });

  it.each(['ie1', 'au1'])('%s is refused: nothing of the account is there', (region) => {
    process.env.TWILIO_REGION = region;
    expect(() => findLogin('stage', undefined, process.env)).toThrow(`TWILIO_REGION is ${region}`);
  });

  it.each(['us1', ''])('%j is what it is anyway', (region) => {
    process.env.TWILIO_REGION = region;
    expect(findLogin('stage', undefined, process.env).accountSid).toBe(SID);
  });
});
