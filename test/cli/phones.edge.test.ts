/** `dialtone phones`: lists, files, sheets and checks, as a process of its own. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EnvironmentName } from '../../src/runtime/model/directory';
import { provisionServer } from '../../src/cli/commands/phones/server';
import { firstKey } from '../../src/config/read/files';
import { checkPhones } from '../../src/cli/commands/phones/checkPhones';
import { showPhone } from '../../src/cli/commands/phones/phones';
import { diagnosticsText, showText } from '../../src/cli/commands/phones/text';
import { readProject } from '../../src/config/project';
import { settingsFor } from '../../src/phones/settings';
import { EXAMPLE, KEY } from '../phones/example';
import { dialtone } from './commandLine';
import { copyOfExample, type DirectoryCopy } from './faultyDirectory';

const EXAMPLE_FOLDER = 'examples/payphones';
const env = { DIALTONE_KEY_PROD: KEY.toString('base64url') };
const { password } = settingsFor('clinton', { environment: 'prod', project: EXAMPLE, key: KEY });

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'dialtone-phones-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const phones = (...args: string[]) => dialtone(['phones', ...args, '-d', EXAMPLE_FOLDER], { env });
const mode = (file: string) => statSync(file).mode & 0o777;

describe('list and show', () => {
  it('lists every extension of an environment, with its phone', async () => {
    const { code, stdout } = await phones('list', '--environment', 'prod', '--json');
    expect(code).toBe(0);
    const listed = JSON.parse(stdout) as { extension: string; model?: string }[];
    expect(listed.find(({ extension }) => extension === 'clinton')).toEqual({
      extension: 'clinton',
      name: 'SE Clinton booth',
      environments: ['dev', 'stage', 'prod'],
      model: 'linksys-pap2',
      mac: '00:18:f8:00:00:01',
      line: 1,
      dial: 'dialtone',
      emergency: false,
    });
  });

  it('shows what a phone is set to without a key, and never a password', async () => {
    for (const key of [env, {}]) {
      for (const json of [[], ['--json']]) {
        const { code, stdout, stderr } = await dialtone(
          ['phones', 'show', 'clinton', '-e', 'prod', '-d', EXAMPLE_FOLDER, ...json],
          { env: key },
        );
        expect(code).toBe(0);
        expect(stdout).toContain('direct-example-prod.sip.twilio.com');
        expect(stdout).toContain('spa0018f8000001.cfg');
        expect(stdout + stderr).not.toMatch(new RegExp(`${password}|password`, 'i'));
      }
    }
  });
});

describe('show of a name that a phone cannot show', () => {
  it.each([
    ['linksys-pap2', '00:18:f8:00:00:01', 'Cabina Ñandú', 'clinton'],
    ['grandstream-ht801', '00:0b:82:00:00:77', 'Cabina Ñandú', 'Cabina Nandu'],
    ['grandstream-ht801', '00:0b:82:00:00:77', '電話', 'clinton'],
    ['yealink-t46s', '80:5e:c0:00:00:77', '電話', '電話'],
  ])('a %s (%s) called %s is shown as %s', (model, mac, name, expected) => {
    const copy = copyOfExample();
    try {
      copy.edit('extensions.yaml', 'name: SE Clinton booth', `name: ${name}`);
      copy.edit('extensions.yaml', 'linksys-pap2, mac: 00:18:f8:00:00:01', `${model}, mac: ${mac}`);
      const { project } = readProject(copy.folder);
      const shown = showPhone({ username: 'clinton', environment: 'prod', project: project! });
      expect(shown).toMatchObject({ displayName: name, shownAs: expected });
      expect(showText(shown)).toMatch(new RegExp(`shown as +${expected}\n`));
    } finally {
      copy.remove();
    }
  });
});

describe('show of an app, or a phone that is not among ours', () => {
  it('gives the values to type, and no password', async () => {
    const { code, stdout } = await phones('show', 'hall', '-e', 'prod', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      username: 'hall',
      authenticationName: 'hall',
      displayName: 'Community hall',
      number: '+15035550140',
      domain: 'direct-example-prod.sip.twilio.com',
      outboundProxy: 'sip.umatilla.twilio.com',
      port: '5061',
      transport: 'tls',
      registerSeconds: 600,
      codec: 'PCMU (G.711 µ-law)',
      media: 'RTP',
      dtmf: 'RFC 2833',
      emergency: false,
    });
    const text = await phones('show', 'hall', '-e', 'prod');
    expect(text.stdout).toContain('docs/phones/softphones.md');
    expect(text.stdout).toContain('sip.umatilla.twilio.com:5061');
  });
});

describe('config and all', () => {
  it('writes a file as the device asks for it, for its owner alone', async () => {
    const out = path.join(folder, 'files');
    const { code, stdout, stderr } = await phones('config', 'clinton', '-e', 'prod', '--out', out);
    expect(code).toBe(0);
    const file = path.join(out, 'spa0018f8000001.cfg');
    expect(stdout.trim()).toBe(file);
    expect([mode(out), mode(file)]).toEqual([0o700, 0o600]);
    expect(readFileSync(file, 'utf8')).toContain(password);
    expect(stdout + stderr).not.toContain(password);
  });

  it('refuses a folder that others can read', async () => {
    const out = path.join(folder, 'open');
    mkdirSync(out);
    chmodSync(out, 0o755);
    const { code, stderr } = await phones('config', 'clinton', '-e', 'prod', '--out', out);
    expect([code, readdirSync(out)]).toEqual([1, []]);
    expect(stderr).toContain('can be read by others');
    expect(stderr).toContain(`chmod 700 ${out}`);
  });

  it.each(['config', 'sheet'])(
    '%s puts no password into a pipe that nobody asked for',
    async (what) => {
      const refused = await phones(what, 'clinton', '-e', 'prod');
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain('--pipe');
      const piped = await phones(what, 'clinton', '-e', 'prod', '--pipe');
      expect(piped.code).toBe(0);
      expect(piped.stdout).toContain(password);
      expect(piped.stderr).not.toContain(password);
    },
  );

  it('writes the files of every device, and leaves nothing unfinished', async () => {
    const { code, stdout } = await phones('all', '-e', 'prod', '--out', folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/files of \d+ devices/);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['spa0018f8000001.cfg', 'cfg000b82000001.xml', '0004f2000001.cfg']),
    );
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      expect([name, mode(file)]).toEqual([
        name,
        /-directory|^0004f2000001\.cfg/.test(name) ? 0o644 : 0o600,
      ]);
    }
  });

  it('writes the others where some have no file, and says why of each', async () => {
    const copy = copyOfExample();
    try {
      const desk =
        'phone: { model: polycom-soundpoint-501, mac: 00:04:f2:00:00:01, dial: dialtone }';
      copy.edit('extensions.yaml', desk, `${desk}\n  passwordGeneration: 0`);
      const belmont = 'model: linksys-pap2, mac: 00:18:f8:00:00:02';
      copy.edit('extensions.yaml', belmont, 'model: linksys-pap3');
      const args = ['phones', 'all', '-e', 'prod', '--out', folder, '--json', '-d', copy.folder];
      const { code, stdout } = await dialtone(args, { env });
      const { written, missing } = JSON.parse(stdout) as Record<string, { extension: string }[]>;
      expect(code).toBe(1);
      expect(missing?.map(({ extension }) => extension).sort()).toEqual([
        'belmont',
        'operator-desk',
      ]);
      expect(written).toHaveLength(readdirSync(folder).length);
      expect(written?.length).toBeGreaterThan(4);
    } finally {
      copy.remove();
    }
  });

  it('warns of each phone, once where several have the same to say', async () => {
    const args = ['all', '-e', 'prod', '--out', folder];
    const { stderr } = await phones(...args);
    const alone = await phones('config', 'clinton', '-e', 'prod', '--out', folder);
    for (const warning of alone.stderr.trim().split('\n')) {
      expect(stderr.split(warning)).toHaveLength(2);
      const line = stderr.split('\n').find((each) => each.endsWith(`: ${warning}`));
      expect(line).toMatch(/\bclinton\b.*:/);
    }
    const { stdout } = await phones(...args, '--json');
    const { warnings } = JSON.parse(stdout) as { warnings: { extensions: string[] }[] };
    expect(warnings).toContainEqual({
      extensions: expect.arrayContaining(['clinton', 'belmont']) as string[],
      message: expect.stringContaining('Which file a PAP2 asks for') as string,
    });
  });

  it('config prints JSON as its siblings do', async () => {
    const args = ['config', 'clinton', '-e', 'prod', '--json'];
    const written = await phones(...args, '--out', folder);
    expect(JSON.parse(written.stdout)).toEqual({
      written: [path.join(folder, 'spa0018f8000001.cfg')],
      warnings: expect.arrayContaining([expect.stringContaining('PAP2')]) as string[],
    });
    expect((await phones(...args)).code).toBe(1);
    const printed = await phones(...args, '--pipe');
    expect(JSON.parse(printed.stdout)).toMatchObject({
      files: [
        { name: 'spa0018f8000001.cfg', content: expect.stringContaining(password) as string },
      ],
    });
  });

  it('says which key is missing, and how one is made', async () => {
    const { code, stderr } = await dialtone(
      ['phones', 'all', '-e', 'stage', '--out', folder, '-d', EXAMPLE_FOLDER],
      { env: {} },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('There is no master key of stage');
    expect(stderr).toContain('./dialtone key new --environment stage');
  });
});

describe('sheet', () => {
  it('is one file for its owner, in the language asked for', async () => {
    const out = path.join(folder, 'clinton.html');
    const { code, stdout } = await phones(
      ...['sheet', 'clinton', '-e', 'prod', '--out', out, '--language', 'es'],
      ...['--server', '192.0.2.20:8080'],
    );
    expect([code, mode(out)]).toEqual([0, 0o600]);
    expect(stdout).not.toContain(password);
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('<html lang="es">');
    expect(page).toContain(password);
    expect(page).toMatch(/http:\/\/192\.0\.2\.20:8080\/p\/\w+\/spa0018f8000001\.cfg/);
    // Another of the site's phones, with digits for a name.
    expect(page).toMatch(/Marque\s*<kbd>101<\/kbd>/);
  });

  it.each([
    'foo',
    'http://x y/',
    '192.0.2.20',
    '192.0.2.20:80800',
    '192.0.2.20:8069/p/secret',
    'https://192.0.2.20:8069',
    'ftp://192.0.2.20:8069',
    'user@192.0.2.20:8069',
    '[192.0.2.20]:8069',
    '<b>:8069',
    '',
  ])('does not take %j for a server', (server) => {
    expect(() => provisionServer(server)).toThrow('such as 192.168.7.2:8069');
  });

  it.each([
    ['192.0.2.20:8069', '192.0.2.20:8069'],
    ['http://192.0.2.20:8069/', '192.0.2.20:8069'],
    ['http://bench.example', 'bench.example'],
    ['bench.example:80', 'bench.example'],
    ['[2001:db8::1]:8069', '[2001:db8::1]:8069'],
  ])('takes %s for a server', (server, expected) => {
    expect(provisionServer(server)).toBe(expected);
  });

  it('exits with 64 where the server is none, and prints no sheet', async () => {
    const args = ['sheet', 'clinton', '-e', 'prod', '--pipe', '--server', 'foo'];
    const { code, stdout, stderr } = await phones(...args);
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toContain('such as 192.168.7.2:8069');
  });

  it('says that a folder is not a file', async () => {
    const { code, stderr } = await phones('sheet', 'clinton', '-e', 'prod', '--out', folder);
    expect([code, readdirSync(folder)]).toEqual([1, []]);
    expect(stderr).toContain(`${folder} is a folder`);
    expect(stderr).toContain('Name a file');
    expect(stderr).not.toContain('.part');
  });

  it('reads back the address that help is sent to', async () => {
    const { stdout } = await phones('sheet', '+15035550124', '-e', 'prod', '--pipe');
    expect(stdout).toContain('200 SE Example Avenue, Portland, OR 97200');
  });
});

describe('check', () => {
  let copy: DirectoryCopy;
  beforeEach(() => (copy = copyOfExample()));
  afterEach(() => copy.remove());

  function found(environments: readonly EnvironmentName[] = ['prod']) {
    const { project, diagnostics } = readProject(copy.folder);
    if (!project) throw new Error(JSON.stringify(diagnostics));
    return checkPhones(project, environments);
  }
  const of = (extension: string) =>
    found().filter(({ where }) => firstKey(where.path) === extension);
  const clinton = 'phone: { model: linksys-pap2, mac: 00:18:f8:00:00:01, dial: dialtone }';
  const becomes = (phone: string) => copy.edit('extensions.yaml', clinton, `phone: { ${phone} }`);

  it('finds nothing wrong with the example, and says which extensions have no phone', () => {
    const diagnostics = found();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics.map(({ where }) => firstKey(where.path))).toContain('hall');
    expect(of('clinton')).toEqual([]);
  });

  it.each([
    ['model: linksys-pap3, mac: 00:18:f8:00:00:01', 'error', 'is not known', 'Did you mean'],
    ['model: linksys-pap2', 'error', 'by its MAC address, and it has none', 'label'],
    ['model: linksys-pap2, mac: 00:0b:82:00:00:77', 'warning', 'of a Grandstream', 'label'],
    ['model: yealink-t46s, mac: 00:18:f8:00:00:01', 'warning', 'of a Linksys or Cisco', 'label'],
    ['model: yealink-t46s, mac: 00:04:f2:00:00:77', 'warning', 'of a Polycom or Poly', 'label'],
    ['model: linksys-pap2, mac: 00:00:5e:00:53:01', 'warning', 'not a prefix we know', 'label'],
    ['model: linksys-pap2, mac: 00:18:f8:00:00:01, line: 4', 'error', 'no line 4', 'It has 2'],
    [
      'model: linksys-pap2, mac: 00:18:f8:00:00:01, transport: tls',
      'error',
      'no transport tls',
      'udp',
    ],
  ])('%s', (phone, severity, message, fix) => {
    becomes(`${phone}, dial: dialtone`);
    expect(of('clinton')).toEqual([
      expect.objectContaining({
        severity,
        // No more than that: whichever of its models.
        message: expect.stringMatching(new RegExp(`${message}(?! HT)`)) as string,
        fix: expect.stringContaining(fix) as string,
      }),
    ]);
  });

  it('finds transports that a secure domain refuses', () => {
    copy.edit('site.yaml', 'edge: umatilla, emergency: direct', 'secure: true, emergency: direct');
    becomes('model: grandstream-ht801, mac: 00:0b:82:00:00:77, transport: udp, dial: dialtone');
    const [diagnostic] = of('clinton');
    expect(diagnostic).toMatchObject({ severity: 'error', where: { environment: 'prod' } });
    expect(diagnostic?.message).toContain('TLS only');
    expect(of('belmont')[0]?.message).toContain('cannot encrypt its calls');
    expect(of('+15035550124')).toEqual([]);
  });

  it('finds more than a password that was set by hand, which is no reason not to show the rest', async () => {
    becomes('model: linksys-pap2, mac: 00:18:f8:00:00:01, transport: tls, dial: dialtone');
    const source = 'transport: tls, dial: dialtone }';
    copy.edit('extensions.yaml', source, `${source}\n  passwordGeneration: 0`);
    expect(of('clinton').map(({ severity }) => severity)).toEqual(['warning', 'error']);
    copy.edit('extensions.yaml', 'transport: tls, ', '');
    const { code, stdout } = await dialtone(
      ['phones', 'show', 'clinton', '-e', 'prod', '-d', copy.folder],
      { env: {} },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('its file leaves it out');
  });

  it('finds a line in two environments, and a password that was set by hand', () => {
    const both = found(['stage', 'prod']).filter(({ where }) => where.path === '');
    expect(both).toHaveLength(1);
    expect(both[0]?.message).toContain('clinton (stage, prod)');
    expect(found(['prod']).filter(({ where }) => where.path === '')).toEqual([]);
    copy.edit('extensions.yaml', clinton, `${clinton}\n  passwordGeneration: 0`);
    expect(of('clinton')).toMatchObject([{ severity: 'warning' }]);
    expect(of('clinton')[0]?.message).toContain('set by hand');
  });

  it('counts what it found', () => {
    const common = {
      where: { file: 'extensions.yaml', line: 0, path: '' },
      message: 'odd',
      fix: 'fix it',
    };
    const [error, warning] = [
      { ...common, severity: 'error' },
      { ...common, severity: 'warning' },
    ] as const;
    expect(diagnosticsText([error, warning, warning])).toMatch(/\n1 error, 2 warnings\.$/);
    expect(diagnosticsText([error, error])).toMatch(/\n2 errors\.$/);
    expect(diagnosticsText([warning])).toMatch(/\n1 warning\.$/);
    expect(diagnosticsText([])).toBe('Nothing is wrong.');
  });

  it('exits with 1 when something is wrong, and with 0 for warnings', async () => {
    const check = (...more: string[]) => dialtone(['phones', 'check', '-d', copy.folder, ...more]);
    expect((await check()).code).toBe(0);
    becomes('model: linksys-pap3, mac: 00:18:f8:00:00:01, dial: dialtone');
    const { code, stdout } = await check('--json', '-e', 'prod');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        where: {
          file: 'extensions.yaml',
          line: expect.any(Number) as number,
          path: 'clinton.phone',
        },
      }),
    );
  });
});
