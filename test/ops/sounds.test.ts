/** `dialtone sounds check`, and the sounds of a build. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSounds } from '../../src/ops/soundAssets';
import { checkedProject } from '../../src/ops/check';
import { checkUrls } from '../../src/ops/sounds/remote';
import type { SoundReport } from '../../src/ops/sounds/check';
import { samplesOf } from '../../src/sounds/tone';
import { wav } from '../../src/sounds/wav';
import { dialtone } from './commandLine';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-sounds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tone = { frequencies: [440], cadence: [2], seconds: 2, ramp: 0.01 };
const quiet = wav(samplesOf({ ...tone, level: -20 }));
const clipped = wav(
  samplesOf({ ...tone, level: 12 }).map((each) => Math.max(-1, Math.min(1, each))),
);

/** Frames of silence: MPEG-2, layer III, 8 kbit/s, 24 kHz, 24 bytes and 24 ms each. */
function mp3(minutes: number): Buffer {
  const frame = Buffer.alloc(24);
  frame.set([0xff, 0xf3, 0x14, 0xc4]);
  return Buffer.alloc(Math.round((minutes * 60) / 0.024) * 24, frame);
}

function write(name: string, contents: string | Buffer): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
}

write(
  'site.yaml',
  'name: S\ntimeZone: UTC\nlanguages: [en]\nenvironments: { dev: { sipDomain: direct-s-dev } }\ndefaults: { callerId: +15035550100 }\n',
);
write('extensions.yaml', '101: { name: Bench, hash: { menu: main } }\n');
write(
  'menus/main.yaml',
  `main:
  intro: [{ play: good }, { play: clipped }, { play: fake }, { play: endless }, { play: long }, { say: Hello. }, { play: absent, say: Not there. }]
  keys: { 1: { play: short, do: repeat } }
`,
);
write('sounds/en/good.wav', quiet);
write('sounds/en/clipped.wav', clipped);
write('sounds/en/fake.mp3', 'this is no sound');
write('sounds/en/endless.mp3', mp3(41));
write('sounds/en/long.mp3', mp3(11));
write('sounds/en/short.mp3', mp3(0.1));
write('sounds/en/unused.wav', quiet);
write('sounds/en/two words.mp3', mp3(0.1));
write('sounds/notes.txt', 'of the recording session');

describe('dialtone sounds check', () => {
  it('tells every fault once, and exits 1', async () => {
    const { code, stdout } = await dialtone(['sounds', 'check', '-d', folder, '--json']);
    const report = JSON.parse(stdout) as SoundReport;
    expect(code).toBe(1);
    expect(
      report.findings
        .map(({ severity, sound, message }) => `${severity} ${sound} ${message}`)
        .sort(),
    ).toEqual([
      'fault en/endless.mp3 is 41 minutes long: Twilio may drop the call',
      'fault en/fake.mp3 is no sound, not what its name says',
      'warning absent is named by menu main, intro, and there is none in en: its sentence is spoken',
      'warning en/clipped.wav is clipped: its peaks are cut off',
      'warning en/long.mp3 is 11 minutes long',
      'warning en/two words.mp3 is not built',
    ]);
    expect(report).toMatchObject({ checked: 7, unmeasured: 4, unused: ['en/unused.wav'] });
    expect(report.sentences.map(({ sentence }) => sentence)).toEqual(['Hello.', 'Not there.']);
  });

  it('is content with the example', async () => {
    const { code, stdout } = await dialtone(['sounds', 'check', '-d', 'examples/payphones']);
    expect([code, /0 faults, 0 warnings/.test(stdout)]).toEqual([0, true]);
  });
});

describe('Recordings behind a base URL', () => {
  it('must be there, and be sent as what Twilio plays', async () => {
    const types: Record<string, string> = {
      '/a.ulaw': 'audio/ulaw',
      '/b.ulaw': 'application/octet-stream',
      '/c.mp3': 'audio/mpeg; charset=binary',
      '/d.wav': 'audio/x-wav',
      '/e.ulaw': 'audio/basic',
    };
    let [busy, most] = [0, 0];
    const server = createServer((request, response) => {
      most = Math.max(most, (busy += 1));
      const type = types[request.url ?? ''];
      setTimeout(() => {
        busy -= 1;
        response.writeHead(type ? 200 : 404, type ? { 'content-type': type } : {}).end();
      }, 5);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const many = Array.from({ length: 40 }, (_, i) => `${base}/missing-${i}.mp3`);

    const findings = await checkUrls([...Object.keys(types).map((name) => base + name), ...many]);
    server.close();
    server.closeAllConnections();
    const unreachable = await checkUrls([`${base}/a.ulaw`]);

    expect(
      findings
        .filter(({ message }) => message !== 'answers 404')
        .map(({ sound, message }) => [sound.slice(base.length), message]),
    ).toEqual([
      ['/b.ulaw', 'is sent as `application/octet-stream`'],
      ['/e.ulaw', 'is sent as `audio/basic`'],
    ]);
    expect(findings.filter(({ message }) => message === 'answers 404')).toHaveLength(40);
    expect(most).toBeLessThanOrEqual(8);
    expect(unreachable.map(({ message }) => message)).toEqual(['cannot be reached']);
  });
});

describe('The sounds of a build', () => {
  it('are our tones, and the recordings that Twilio plays', () => {
    const assets = path.join(folder, 'assets');
    writeSounds({ ...checkedProject('examples/payphones'), folder }, assets);
    expect(
      readdirSync(assets, { recursive: true })
        .map(String)
        .filter((name) => /\.\w+$/.test(name))
        .sort(),
    ).toEqual([
      'sounds/busy.wav',
      'sounds/dial-tone.wav',
      'sounds/en/clipped.wav',
      'sounds/en/endless.mp3',
      'sounds/en/fake.mp3',
      'sounds/en/good.wav',
      'sounds/en/long.mp3',
      'sounds/en/short.mp3',
      'sounds/en/unused.wav',
      'sounds/hold.wav',
    ]);
  });
});
