/** Who gets what, whatever is asked: properties of the decision itself. */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { opened, type Windows, sent } from '../../../src/phones/provision/windows';
import { decideRequest, type DeviceRequest } from '../../../src/phones/provision/decide';
import { BOOTS } from './boots';
import { DEVICES, deviceOf, filesFor, SECRETS } from './site';

const NOW = Date.UTC(2026, 10, 21, 12);
const VENDOR_FILES = new Set(['phone1.cfg', 'sip.cfg']);
const FILES = new Map(DEVICES.map((device) => [device.id, filesFor(device)]));

const anyDevice = fc.constantFrom(...DEVICES);
const anyName = fc.oneof(
  fc.constantFrom(...BOOTS.flatMap(({ requests }) => requests.map(({ name }) => name))),
  fc.constantFrom(...DEVICES.flatMap(({ id }) => (FILES.get(id) ?? []).map(({ name }) => name))),
  fc.constantFrom('000000000000.cfg', '000000000000-directory.xml', 'cfg000000000000.xml'),
  fc.constantFrom('phone1.cfg', '..', '.', '', '0004f2000001-app.log', '%2e%2e', 'a/../b'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const anyToken = fc.oneof(
  { weight: 3, arbitrary: anyDevice.map(({ token }) => token) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);
const anyPath = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(anyToken, anyName).map(([token, name]) => `/p/${token}/${name}`),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      anyName.map((name) => `/${name}`),
      fc.string(),
    ),
  },
);
const anyAgent = fc.oneof(fc.constantFrom(...BOOTS.map(({ agent }) => agent)), fc.string());
const anyRequest: fc.Arbitrary<DeviceRequest> = fc.record({
  method: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT') },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom('POST', 'DELETE', 'get'), fc.string()) },
  ),
  path: anyPath,
  userAgent: anyAgent,
  address: fc.ipV4(),
  now: fc.constant(NOW),
});
const anyWindows: fc.Arbitrary<Windows> = fc
  .subarray([...DEVICES])
  .map((some) =>
    some.reduce<Windows>(
      (windows, { id }) => opened(windows, id, { files: FILES.get(id) ?? [], until: NOW + 1 }),
      new Map(),
    ),
  );

function decide(request: Partial<DeviceRequest>, windows: Windows = new Map()) {
  const asked = { method: 'GET', path: '/', userAgent: '', address: '192.0.2.1', now: NOW };
  return decideRequest(
    { ...asked, ...request },
    { devices: DEVICES, windows, vendorFiles: VENDOR_FILES },
  );
}

describe('whatever is asked', () => {
  it('a file leaves only for the token of a device that is open, and only its own', () => {
    fc.assert(
      fc.property(anyRequest, anyWindows, (request, windows) => {
        const { file, device, status, vendorFile } = decide(request, windows);
        if (!file && vendorFile === undefined) return;
        expect(status).toBe(200);
        expect(['GET', 'HEAD']).toContain(request.method);
        expect(windows.has(device?.id ?? '')).toBe(true);
        expect(request.path.startsWith(`/p/${device?.token}/`)).toBe(true);
        if (file) expect(FILES.get(device?.id ?? '')).toContain(file);
      }),
      { numRuns: runs(600, 3_000) },
    );
  });

  it('a body is kept only of a Polycom’s few names', () => {
    fc.assert(
      fc.property(anyRequest, anyWindows, (request, windows) => {
        const { upload, device } = decide(request, windows);
        if (upload === undefined) return;
        expect(request.method).toBe('PUT');
        expect(device?.model.family.id).toMatch(/^polycom/);
        expect(upload).toMatch(/^[0-9a-f]{12}-[a-z]+\.(log|cfg|xml)$/);
        expect(
          (FILES.get(device?.id ?? '') ?? []).filter(({ secret }) => secret),
        ).not.toContainEqual(expect.objectContaining({ name: upload }));
      }),
      { numRuns: runs(400, 2_000) },
    );
  });

  it('no file for any phone leaves', () => {
    fc.assert(
      fc.property(anyWindows, anyDevice, (windows, { token }) => {
        for (const name of ['000000000000.cfg', '000000000000-directory.xml']) {
          const { status, event } = decide({ path: `/p/${token}/${name}` }, windows);
          expect([status, event.outcome]).toEqual([404, 'fallback']);
        }
      }),
    );
  });

  it('what is logged is short, printable and holds no secret', () => {
    const hidden = [...SECRETS, ...DEVICES.map(({ token }) => token)];
    fc.assert(
      fc.property(anyRequest, anyWindows, anyDevice, (request, windows, { token }) => {
        const userAgent = `${request.userAgent}${token}`;
        const said = JSON.stringify(decide({ ...request, userAgent }, windows).event);
        expect(said.length).toBeLessThan(700);
        expect(said).toMatch(/^[\x20-\x7e·…]*$/);
        expect(hidden.filter((text) => said.includes(text))).toEqual([]);
      }),
      { numRuns: runs(400, 2_000) },
    );
  });
});

describe('why it is refused', () => {
  const { token } = deviceOf('101');
  const all = DEVICES.reduce<Windows>(
    (windows, { id }) => opened(windows, id, { files: FILES.get(id) ?? [], until: NOW + 1 }),
    new Map(),
  );
  it.each([
    ['not-open', `/p/${token}/001565000001.cfg`, new Map()],
    ['sending', `/p/${token}/001565000001.cfg`, all],
    ['sending', `/p//${token}//001565000001.cfg`, all],
    ['sending', `/p/${token}/001565000001.cfg?model=T46S`, all],
    ['not-open', `/p/${token}/001565000001.cfg?model=T46S`, new Map()],
    ['other-device', `/p/${token}/0004f2000001.cfg`, all],
    ['unknown-name', `/p/${token}/else.cfg`, all],
    ['absent', `/p/${token}/y000000000066.cfg`, all],
    ['absent', `/p/${deviceOf('+15035550123').token}/cfg000b82000001`, all],
    ['wrong-token', `/p/${token.slice(1)}/001565000001.cfg`, all],
    ['no-token', '/001565000001.cfg', all],
    ['no-token', '/provisioning/cfg000B82000001.xml', all],
    ['unknown-mac', '/cfg000b82ffffff.xml', all],
    ['unknown-mac', `/p/${token.slice(1)}/cfg000b82ffffff.xml`, all],
    ['other-device', `/p/${token}/cfg000b82ffffff.xml`, all],
    ['fallback', '/000000000000.cfg', all],
    ['nonsense', '/wp-login.php', all],
    ['nonsense', '/spa2102.cfg', all],
  ])('%s: %s', (outcome, path, windows) => {
    expect(decide({ path }, windows).event.outcome).toBe(outcome);
  });

  it('of a phone that the directory does not have, its MAC address is known', () => {
    const userAgent = 'Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId 000b82ffffff';
    expect(decide({ path: '/cfg.xml', userAgent }).event).toMatchObject({
      outcome: 'unknown-mac',
      mac: '000b82ffffff',
    });
  });
});

describe('what it says of itself', () => {
  it.each([
    ['101', 'Yealink SIP-T46S 66.86.0.15 00:15:65:00:00:01', []],
    ['101', 'Yealink SIP-T42S 66.86.0.15 00:15:65:00:00:01', [{ kind: 'model', said: 'T42S' }]],
    [
      '101',
      'Yealink SIP-T46S 66.86.0.15 00:15:65:00:00:09',
      [{ kind: 'mac', said: '001565000009' }],
    ],
    ['clinton', 'Linksys/PAP2T-5.1.6(LS) (0018F8000001)', [{ kind: 'model', said: 'PAP2T' }]],
    ['operator-desk', 'FileTransport PolycomSoundPointIP-SPIP_501-UA/3.1.8.0070', []],
    [
      'operator-desk',
      'FileTransport PolycomSoundStationIP-SSIP_4000-UA/3.1.8.0070',
      [{ kind: 'model', said: 'SSIP_4000' }],
    ],
    ['+15035550123', 'Grandstream Model HW HT801V2 V2.0A SW 1.0.3.5 DevId 000b82000001', []],
    ['+15035550123', 'curl/8.0', []],
    ['+15035550123', '', []],
  ])('%s: %s', (extension, userAgent, warnings) => {
    const device = deviceOf(extension);
    const path = `/p/${device.token}/${device.id}.cfg`;
    expect(decide({ path, userAgent }).event.warnings).toEqual(warnings);
  });
});

describe('a Polycom that has its password', () => {
  const device = deviceOf('operator-desk');
  const files = FILES.get(device.id) ?? [];
  const after = files
    .filter(({ name }) => !name.endsWith('-directory.xml'))
    .reduce<Windows>(
      (windows, file) => sent(windows, device.id, file, { whole: true, now: NOW }),
      opened(new Map(), device.id, { files, until: NOW + 1 }),
    );
  it.each([
    ['what it has not asked for yet', '0004f2000001-directory.xml', 'sending'],
    ['its maker’s files', 'phone1.cfg', 'sending'],
    ['not the password', '0004f2000001-line.cfg', 'had-it'],
    ['not its first file, which would make it forget the password', '0004f2000001.cfg', 'had-it'],
  ])('gets %s', (_, name, outcome) => {
    expect(decide({ path: `/p/${device.token}/${name}` }, after).event.outcome).toBe(outcome);
  });
});
