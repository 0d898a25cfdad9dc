/** `dialtone sounds check`, and the sounds of a build. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSounds } from '../../../src/build/soundAssets';
import { checkedProject } from '../../../src/config/checkedProject';
import { checkUrls } from '../../../src/config/recordings/remote';
import type { SoundReport } from '../../../src/config/recordings/check';
import { samplesOf } from '../../../src/build/tones/tone';
import { wav } from '../../../src/build/tones/wav';
import { mp3 } from '../../fixtures/mp3';
import { spawnDialtone as dialtone } from '../../cli/commandLine';

const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-sounds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tone = { frequencies: [440], cadence: [2], seconds: 2, ramp: 0.01 };
const quiet = wav(samplesOf({ ...tone, level: -20 }));
const clipped = wav(
  samplesOf({ ...tone, level: 12 }).map((each) => Math.max(-1, Math.min(1, each))),
);

/** The same over and over: 32 kbit/s. */
const lasting = (minutes: number, file: Buffer) =>
  Buffer.concat(Array<Buffer>(Math.ceil((minutes * 60 * 4_000) / file.length)).fill(file));

function write(name: string, contents: string | Buffer): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
}

beforeAll(async () => {
  write(
    'site.yaml',
    'name: S\ntimeZone: UTC\nlanguages: [en]\nenvironments: { dev: { sipDomain: direct-s-dev } }\ndefaults: { callerId: +15035550100 }\nsentences: { busy: line, blocked: gone }\n',
  );
  write('extensions.yaml', '101: { name: Bench, hash: { menu: main } }\n');
  write(
    'menus/main.yaml',
    `main:
  intro: [{ play: good }, { play: clipped }, { play: fake }, { play: endless }, { play: long }, { say: Hello. }, { play: absent, say: Not there. }]
  keys: { 1: { play: short, do: repeat } }
`,
  );
  const short = await mp3(samplesOf({ ...tone, level: -20 }));
  write('sounds/en/good.wav', quiet);
  write('sounds/en/clipped.wav', clipped);
  write('sounds/en/fake.mp3', 'this is not a sound');
  write('sounds/en/endless.mp3', lasting(41, short));
  write('sounds/en/long.mp3', lasting(11, short));
  write('sounds/en/short.mp3', short);
  write('sounds/en/line.wav', quiet);
  write('sounds/en/unused.wav', quiet);
  write('sounds/en/two words.mp3', short);
  write('sounds/notes.txt', 'of the recording session');
});

describe('dialtone sounds check', () => {
  it('tells every error once, and exits 1', async () => {
    const { code, stdout } = await dialtone(['sounds', 'check', '-d', folder, '--json']);
    const report = JSON.parse(stdout) as SoundReport;
    expect(code).toBe(1);
    expect(
      report.diagnostics
        .map(({ severity, where, message }) => `${severity} ${where.file} ${message}`)
        .sort(),
    ).toEqual([
      'error sounds/en/endless.mp3 is 41 minutes long: Twilio may drop the call',
      'error sounds/en/fake.mp3 is not a sound, not what its name says',
      'warning sounds/absent is used by menu main, intro, but missing in en: its sentence is spoken instead',
      'warning sounds/en/clipped.wav is clipped: its peaks are cut off',
      'warning sounds/en/long.mp3 is 11 minutes long',
      'warning sounds/en/two words.mp3 is not part of the build',
      'warning sounds/gone is used by site.yaml, sentences.blocked, but missing in en: its sentence is spoken instead',
    ]);
    expect(report).toMatchObject({ checked: 8, unused: ['en/unused.wav'] });
    expect(report.sentences.map(({ sentence }) => sentence)).toEqual([
      'Hello.',
      'Not there.',
      'Calls to that number are not allowed.',
    ]);
  });

  it('is content with the example', async () => {
    const { code, stdout } = await dialtone(['sounds', 'check', '-d', 'examples/payphones']);
    expect([code, /0 errors, 0 warnings/.test(stdout)]).toEqual([0, true]);
  });
});

describe('What is heard of a recording', () => {
  const recordings = mkdtempSync(path.join(tmpdir(), 'dialtone-loud-'));
  afterAll(() => rmSync(recordings, { recursive: true, force: true }));

  it('is measured alike in a WAV and an MP3, and a broken MP3 is told', async () => {
    cpSync('examples/payphones', recordings, { recursive: true });
    const put = (name: string, contents: Buffer) => {
      mkdirSync(path.join(recordings, 'sounds'), { recursive: true });
      writeFileSync(path.join(recordings, 'sounds', name), contents);
    };
    const shout = samplesOf({ ...tone, level: 20 }).map((each) => Math.max(-1, Math.min(1, each)));
    const kinds = {
      quiet: samplesOf({ ...tone, level: -20 }),
      loud: samplesOf({ ...tone, level: 0 }),
      shouted: shout,
      silent: new Float64Array(16_000),
    };
    for (const [kind, samples] of Object.entries(kinds)) {
      put(`${kind}.wav`, wav(samples));
      put(`${kind}.mp3`, await mp3(samples));
    }
    const good = await mp3(kinds.quiet);
    put('no-frames.mp3', Buffer.concat([good.subarray(0, 288), Buffer.alloc(8_000, 0x55)]));
    put('half.mp3', Buffer.concat([good.subarray(0, good.length / 2), Buffer.alloc(4_000)]));
    put('hole.mp3', Buffer.from(good).fill(0, 2_000, 6_000));

    const { stdout, stderr } = await dialtone(['sounds', 'check', '-d', recordings, '--json']);
    const { diagnostics } = JSON.parse(stdout) as SoundReport;
    expect(
      diagnostics.map(({ severity, where, message }) => `${severity} ${where.file} ${message}`),
    )
      // An encoder makes it somewhat quieter, and smears what was cut off.
      .toEqual([
        'error sounds/half.mp3 is broken: only 1.1 of its 2.1 seconds play',
        'error sounds/hole.mp3 is broken: only 1.2 of its 2.2 seconds play',
        'warning sounds/loud.mp3 is very loud (RMS -7.0 dB)',
        'warning sounds/loud.wav is very loud (RMS -6.2 dB)',
        'error sounds/no-frames.mp3 contains no sound',
        'warning sounds/shouted.mp3 is very loud (RMS -1.2 dB)',
        'warning sounds/shouted.wav is clipped: its peaks are cut off',
        'warning sounds/silent.mp3 is silent',
        'warning sounds/silent.wav is silent',
      ]);
    expect(stderr).toBe('');
  });
});

describe('A recording that was not copied whole, or not converted', () => {
  const recordings = mkdtempSync(path.join(tmpdir(), 'dialtone-cut-'));
  afterAll(() => rmSync(recordings, { recursive: true, force: true }));

  it('is told of once, and clearly', async () => {
    const unknownLength = Buffer.from(quiet);
    unknownLength.writeUInt32LE(0xffffffff, 40);
    const odd = Buffer.from(quiet);
    odd.writeUInt16LE(2, 20); // ADPCM
    const files: Record<string, Buffer> = {
      'whole.wav': quiet,
      'header.wav': quiet.subarray(0, 30),
      'no-data.wav': quiet.subarray(0, 44),
      'start.wav': quiet.subarray(0, 5_000),
      // Written to a pipe: the length was not known.
      'pipe.wav': unknownLength,
      'chunk.wav': withChunk(quiet),
      'chunk-start.wav': withChunk(quiet).subarray(0, 5_000),
      'last-sample.wav': quiet.subarray(0, quiet.length - 2),
      'adpcm.wav': odd,
      'orphan.ogg': Buffer.from('OggS'),
      'Voice Memo.M4A': Buffer.from('ftyp'),
      'bad name!.wav': quiet,
      'notes.txt': Buffer.from('of the session'),
    };
    cpSync('examples/payphones', recordings, { recursive: true });
    mkdirSync(path.join(recordings, 'sounds'));
    for (const [name, contents] of Object.entries(files))
      writeFileSync(path.join(recordings, 'sounds', name), contents);

    const { stdout } = await dialtone(['sounds', 'check', '-d', recordings, '--json']);
    const { diagnostics } = JSON.parse(stdout) as SoundReport;
    expect(
      diagnostics.map(({ severity, where, message }) => `${severity} ${where.file} ${message}`),
    ).toEqual([
      'warning sounds/adpcm.wav is a WAV of ADPCM, which Twilio does not document',
      'error sounds/chunk-start.wav is cut off: it has 0.3 of its 2.0 seconds',
      'error sounds/header.wav contains no sound',
      'error sounds/no-data.wav is cut off: it has 0.0 of its 2.0 seconds',
      'error sounds/start.wav is cut off: it has 0.3 of its 2.0 seconds',
      'warning sounds/Voice Memo.M4A is not part of the build: Twilio plays MP3 and WAV',
      'warning sounds/bad name!.wav is not part of the build',
      'warning sounds/orphan.ogg is not part of the build: Twilio plays MP3 and WAV',
    ]);
  });

  /** As recorders write them: another chunk before the sound. */
  function withChunk(file: Buffer): Buffer {
    const chunk = Buffer.concat([Buffer.from('JUNK'), Buffer.from([6, 0, 0, 0]), Buffer.alloc(6)]);
    return Buffer.concat([file.subarray(0, 36), chunk, file.subarray(36)]);
  }
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

    const diagnostics = await checkUrls([
      ...Object.keys(types).map((name) => base + name),
      ...many,
    ]);
    server.close();
    server.closeAllConnections();
    const unreachable = await checkUrls([`${base}/a.ulaw`]);

    expect(
      diagnostics
        .filter(({ message }) => message !== 'answers 404')
        .map(({ where, message }) => [where.file.slice(base.length), message]),
    ).toEqual([
      ['/b.ulaw', 'is sent as `application/octet-stream`'],
      ['/e.ulaw', 'is sent as `audio/basic`'],
    ]);
    expect(diagnostics.filter(({ message }) => message === 'answers 404')).toHaveLength(40);
    expect(most).toBeLessThanOrEqual(8);
    expect(unreachable.map(({ message }) => message)).toEqual(['cannot be reached']);
  });
});

describe('The sounds of a build', () => {
  it('are our tones, and the recordings that Twilio plays', () => {
    const assets = path.join(folder, 'assets');
    const fake = path.join(folder, 'sounds/en/fake.mp3');
    expect(() => writeSounds({ ...checkedProject('examples/payphones'), folder }, assets)).toThrow(
      `${fake} is not a sound`,
    );
    rmSync(fake);
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
      'sounds/en/good.wav',
      'sounds/en/line.wav',
      'sounds/en/long.mp3',
      'sounds/en/short.mp3',
      'sounds/en/unused.wav',
      'sounds/hold.wav',
    ]);
  });
});
