import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Boot, BOOTS, type BootRequest } from './boots';
import { deviceOf, filesFor, SECRETS, startSite, type TestServer } from './site';
import { ask, until, type WireAnswer } from './wire';

let server: TestServer;
beforeAll(async () => {
  server = await startSite();
});
afterAll(() => server.stop());

const MISSING = 'Not found\n';

async function replay(boot: Boot, port = server.port) {
  const { token } = deviceOf(boot.extension);
  const answers: { request: BootRequest; answer: WireAnswer }[] = [];
  for (const request of boot.requests) {
    const answer = await ask(port, `/p/${token}/${request.name}`, {
      agent: boot.agent,
      version: boot.version,
      ...(request.method && { method: request.method }),
      ...(request.method === 'PUT' && { body: '0101 |cfg  |4|00|restarted\n' }),
    });
    answers.push({ request, answer });
  }
  return answers;
}

describe.each(BOOTS)('$agent', (boot) => {
  const { extension } = boot;
  const contents = filesFor(deviceOf(extension));

  it('has an extension of its own kind', () => {
    expect(boot.requests.some(({ secret }) => secret)).toBe(true);
  });

  it('gets nothing while it is not open', async () => {
    for (const { request, answer } of await replay(boot)) {
      if (request.method === 'PUT') continue;
      expect([request.name, answer.status]).toEqual([request.name, 404]);
      expect(answer.body).toBe(request.method === 'HEAD' ? '' : MISSING);
    }
  });

  it('gets the right files in its order while it is open', async () => {
    server.provisioner.open(extension, 15);
    for (const { request, answer } of await replay(boot)) {
      const { name, gets, method } = request;
      expect([name, answer.status]).toEqual([name, gets || method === 'PUT' ? 200 : 404]);
      if (!gets) continue;
      expect(answer.headers).toMatchObject({
        'content-type': expect.stringMatching(new RegExp(`^${gets}`)) as string,
        'cache-control': 'no-store',
        connection: 'close',
      });
      expect(answer.headers).not.toHaveProperty('transfer-encoding');
      expect(answer.headers).not.toHaveProperty('content-encoding');
      const content = request.secret
        ? contents.find(({ secret }) => secret)?.content
        : contents.find((file) => file.name === name.toLowerCase())?.content;
      expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(content ?? '')));
      if (method !== 'HEAD') expect(answer.body).toBe(content);
    }
  });

  it('has its file after that, and nobody gets it again', async () => {
    const device = deviceOf(extension);
    await until(() => server.provisioner.windowOf(device).handedOver);
    for (const { request, answer } of await replay(boot)) {
      if (request.method !== 'PUT')
        expect([request.name, answer.status]).toEqual([request.name, 404]);
      expect(SECRETS.filter((secret) => answer.text.includes(secret))).toEqual([]);
    }
    expect(server.events.filter((event) => event.device === device.id)).toContainEqual(
      expect.objectContaining({ outcome: 'handed-over', warnings: [] }),
    );
  });

  it('is recognised by what it says of itself', () => {
    const { id } = deviceOf(extension);
    const events = server.events.filter(({ device }) => device === id);
    expect(new Set(events.map(({ agent }) => typeof agent?.firmware))).toEqual(new Set(['string']));
    expect(events.flatMap(({ warnings }) => warnings)).toEqual([]);
  });
});

describe('a file on its way', () => {
  const device = deviceOf('101');
  const url = `/p/${device.token}/001565000001.cfg`;

  it('is there under its name in any case, and with the MAC address in any form', async () => {
    for (const name of ['001565000001.CFG', '00:15:65:00:00:01.cfg', '00-15-65-00-00-01.cfg']) {
      server.provisioner.open('101', 15);
      expect((await ask(server.port, `/p/${device.token.toUpperCase()}/${name}`)).status).toBe(200);
    }
  });

  it('is not handed over by looking whether it is there', async () => {
    server.provisioner.open('101', 15);
    for (let i = 0; i < 3; i++) await ask(server.port, url, { method: 'HEAD' });
    expect(server.provisioner.windowOf(device).handedOver).toBe(false);
    expect((await ask(server.port, url)).status).toBe(200);
  });

  it('is gone when the time is over', async () => {
    server.provisioner.open('101', 0);
    expect((await ask(server.port, url)).status).toBe(404);
    expect(server.provisioner.windowOf(device).ranOut).toBe(true);
  });

  it('is gone when it is closed', async () => {
    server.provisioner.open('101', 15);
    server.provisioner.close('101');
    expect((await ask(server.port, url)).status).toBe(404);
  });

  it('may be had again when it is open again', async () => {
    for (let i = 0; i < 2; i++) {
      server.provisioner.open('101', 15);
      expect((await ask(server.port, url)).status).toBe(200);
      await until(() => server.provisioner.windowOf(device).handedOver);
    }
  });
});

describe('the maker’s files that the operator puts beside ours', () => {
  const OURS = ['cfg000b82000001.xml', 'old-000b82000001.xml', 'linphone-clinton.xml'];
  let withVendorFiles: TestServer;
  const folder = mkdtempSync(path.join(tmpdir(), 'vendor-files-'));
  const { token } = deviceOf('operator-desk');
  beforeAll(async () => {
    writeFileSync(path.join(folder, 'sip.ld'), Buffer.alloc(3_000_000, 1));
    writeFileSync(path.join(folder, 'phone1.cfg'), '<phone1/>');
    writeFileSync(path.join(folder, '000000000000.cfg'), 'for any phone');
    for (const name of OURS) {
      writeFileSync(path.join(folder, name), 'a file of ours, with its password');
    }
    withVendorFiles = await startSite({ vendorFiles: folder });
  });
  afterAll(async () => {
    await withVendorFiles.stop();
    rmSync(folder, { recursive: true });
  });
  const get = (name: string, of = token) => ask(withVendorFiles.port, `/p/${of}/${name}`);

  it('are only given while a phone is open', async () => {
    expect((await get('phone1.cfg')).status).toBe(404);
    withVendorFiles.provisioner.open('operator-desk', 15);
    expect((await get('phone1.cfg')).body).toBe('<phone1/>');
    expect((await get('phone1.cfg', 'x'.repeat(26))).status).toBe(404);
  });

  it('are given whole, and again after the phone has its own', async () => {
    withVendorFiles.provisioner.open('operator-desk', 15);
    expect((await get('0004f2000001-line.cfg')).status).toBe(200);
    await until(() => withVendorFiles.provisioner.windowOf(deviceOf('operator-desk')).handedOver);
    for (let i = 0; i < 2; i++) {
      const answer = await get('sip.ld');
      expect(answer.headers['content-length']).toBe('3000000');
      expect(answer.body).toHaveLength(3_000_000);
    }
  });

  it('are never for any phone, nor what is ours', async () => {
    withVendorFiles.provisioner.open('operator-desk', 15);
    withVendorFiles.provisioner.open('+15035550123', 15);
    for (const name of ['000000000000.cfg', ...OURS]) {
      expect([name, (await get(name)).status]).toEqual([name, 404]);
    }
    const own = await get('cfg000b82000001.xml', deviceOf('+15035550123').token);
    expect(own.body).toContain('<gs_provision');
  });

  it('are none that have become a link since', async () => {
    const phone2 = path.join(folder, 'phone2.cfg');
    writeFileSync(phone2, '<phone2/>');
    const started = await startSite({ vendorFiles: folder });
    rmSync(phone2);
    writeFileSync(path.join(folder, 'secret-key'), 'of somebody');
    symlinkSync('secret-key', phone2);
    started.provisioner.open('operator-desk', 15);
    expect((await ask(started.port, `/p/${token}/phone2.cfg`)).status).toBe(404);
    await started.stop();
  });

  it('are named where an old Polycom asks for them and they are not here', async () => {
    withVendorFiles.provisioner.open('operator-desk', 15);
    await get('sip.cfg');
    expect(withVendorFiles.events.at(-1)).toMatchObject({
      outcome: 'vendor-file-missing',
      file: 'sip.cfg',
    });
  });
});

describe('what a Polycom puts', () => {
  const { token, id } = deviceOf('operator-desk');
  const put = (name: string, body: string | Buffer, of = token) =>
    ask(server.port, `/p/${of}/${name}`, { method: 'PUT', body });
  const kept = (name: string) => path.join(server.uploads, id, name);

  it('is kept for its owner alone, the latest of each name', async () => {
    expect((await put(`${id}-boot.log`, 'first')).status).toBe(200);
    expect((await put(`${id.toUpperCase()}-BOOT.LOG`, 'second')).status).toBe(200);
    expect(readFileSync(kept(`${id}-boot.log`), 'utf8')).toBe('second');
    expect(statSync(kept(`${id}-boot.log`)).mode & 0o777).toBe(0o600);
  });

  it('never becomes what is handed out', async () => {
    expect((await put(`${id}-directory.xml`, 'theirs')).status).toBe(200);
    server.provisioner.open('operator-desk', 15);
    const answer = await ask(server.port, `/p/${token}/${id}-directory.xml`);
    expect(answer.body).toContain('<directory>');
    expect((await ask(server.port, `/p/${token}/${id}-boot.log`)).status).toBe(404);
  });

  it.each([
    ['without the token', `${id}-boot.log`, 'x'.repeat(26)],
    ['as a file of ours', `${id}.cfg`, token],
    ['as the one with the password', `${id}-line.cfg`, token],
    ['as another phone’s', '0004f2000009-boot.log', token],
    ['under a name of its own', 'anything.log', token],
    ['into a folder', `..%2f${id}-boot.log`, token],
    ['as a phone that puts nothing', '001565000001-boot.log', deviceOf('101').token],
  ])('is refused %s', async (_, name, of) => {
    expect((await put(name, 'hostile', of)).status).toBe(404);
    expect(existsSync(kept(name)) && readFileSync(kept(name), 'utf8')).not.toBe('hostile');
  });

  it('is kept up to its limit, and refused beyond', async () => {
    const most = 512 * 1024;
    expect((await put(`${id}-app.log`, Buffer.alloc(most, 'x'))).status).toBe(200);
    expect(statSync(kept(`${id}-app.log`)).size).toBe(most);
    expect((await put(`${id}-app.log`, Buffer.alloc(most + 1, 'y'))).status).toBe(404);
    expect(readFileSync(kept(`${id}-app.log`), 'utf8')).not.toContain('y');
  });

  it('is kept too where it comes in chunks, up to the same limit', async () => {
    const chunked = (body: string) =>
      ask(server.port, `/p/${token}/${id}-now.log`, {
        method: 'PUT',
        headers: ['Transfer-Encoding: chunked', '', body],
      });
    expect((await chunked('5\r\nhello\r\n0\r\n\r\n')).status).toBe(200);
    const large = `${(600 * 1024).toString(16)}\r\n${'z'.repeat(600 * 1024)}\r\n0\r\n\r\n`;
    expect((await chunked(large)).status).toBe(404);
    expect(readFileSync(kept(`${id}-now.log`), 'utf8')).toBe('hello');
  });
});
