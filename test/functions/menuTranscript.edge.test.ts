/** docs/menu-transcript.md is what the server answers. */
import { readFileSync } from 'node:fs';
import { type LocalServer, startLocalServer } from '../support/localServer';

const page = readFileSync('docs/menu-transcript.md', 'utf8');
const blocks = [
  ...page.matchAll(
    /```console\n\$ curl 'http:\/\/localhost:3000([^']+)'([^]*?)\n(<\?xml[^]*?)\n```/g,
  ),
];

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer('examples/payphones');
});
afterAll(() => server.stop());

describe('docs/menu-transcript.md', () => {
  it('has every block of the page read', () => {
    expect(blocks.length).toBe(page.split('```console').length - 1);
    expect(blocks.length).toBeGreaterThanOrEqual(9);
  });

  it.each(blocks.map(([, route = '', data = '', answer = '']) => [route, data, answer]))(
    'shows what POST %s answers',
    async (route, data, answer) => {
      const parameters = Object.fromEntries(
        [...data.matchAll(/'(\w+)=([^']*)'/g)].map(([, name = '', value = '']) => [name, value]),
      );
      expect((await server.post(route, parameters)).body.trimEnd()).toBe(answer);
    },
  );

  it('asks only for sounds that the server has', async () => {
    const plays = [
      ...new Set([...page.matchAll(/<Play>([^<]+)<\/Play>/g)].map(([, url = '']) => url)),
    ];
    expect(plays).toEqual(['/sounds/dial-tone.wav']);
    for (const url of plays) {
      const answer = await fetch(server.url + url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    }
  });
});
