/** What a phone is set to, from the directory. */
import { sipPassword } from '../../src/twilio/secrets/passwords';
import type { ExtensionProvisioning, PhoneSource } from '../../src/config/compile/provisioning';
import { UserError } from '../../src/diagnostics/errors';
import { devicePassword } from '../../src/phones/devicePassword';
import { type PhoneDirectory, settingsFor } from '../../src/phones/settings';
import { EXAMPLE, KEY } from './example';

/** The example with another phone on an extension. */
function withPhone(
  username: string,
  phone: Partial<PhoneSource>,
  { secure = false, more = {} }: { secure?: boolean; more?: Partial<ExtensionProvisioning> } = {},
): PhoneDirectory {
  const { directory, provisioning } = EXAMPLE;
  const source: PhoneSource = { model: 'grandstream-ht802', dial: 'dialtone', line: 1, ...phone };
  const known = provisioning.extensions.get(username) ?? { passwordGeneration: 1 };
  const extensions = new Map([...provisioning.extensions]);
  extensions.set(username, { ...known, phone: source, ...more });
  const prod = provisioning.environments.prod!;
  const environments = { ...provisioning.environments, prod: { ...prod, secure } };
  return { directory, provisioning: { ...provisioning, environments, extensions } };
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.fix}`;
    throw error;
  }
  return 'not refused';
}

it('comes from the directory and the key', () => {
  expect(
    settingsFor('+13135550150', { environment: 'prod', project: EXAMPLE, key: KEY }),
  ).toMatchObject({
    model: { id: 'grandstream-ht801' },
    mac: '00:0b:82:00:00:03',
    username: '+13135550150',
    displayName: 'Cass Corridor booth',
    password: sipPassword(KEY, { environment: 'prod', username: '+13135550150', generation: 1 }),
    adminPassword: devicePassword(KEY, 'prod', '00:0b:82:00:00:03'),
    line: 1,
    domain: 'direct-example-prod.sip.twilio.com',
    outboundProxy: 'sip.ashburn.twilio.com',
    transport: 'tls',
    secureMedia: false,
    dial: 'hotline',
    emergency: true,
    number: '+13135550150',
    languages: ['en', 'es'],
  });
});

it.each([
  ['the environment’s edge', '+15035550124', 'prod', 'sip.umatilla.twilio.com'],
  ['the edge of the extension', 'detroit', 'prod', 'sip.ashburn.twilio.com'],
  ['where Twilio answers when no edge is named', '+15035550124', 'stage', 'sip.ashburn.twilio.com'],
] as const)('the outbound proxy is at %s', (_, username, environment, proxy) => {
  const settings = settingsFor(username, { environment, project: EXAMPLE, key: KEY });
  expect(settings.outboundProxy).toBe(proxy);
  expect(settings.domain).toBe(`direct-example-${environment}.sip.twilio.com`);
});

it.each([
  ['linksys-pap2', undefined, 'udp'],
  ['cisco-spa2102', undefined, 'tcp'],
  ['cisco-spa2102', 'tls', 'tls'],
  ['grandstream-ht701', undefined, 'tcp'],
  ['grandstream-ht801', undefined, 'tls'],
  ['grandstream-ht801', 'udp', 'udp'],
  ['polycom-soundpoint-501', undefined, 'tcp'],
  ['yealink-t46s', undefined, 'tls'],
] as const)('%s asked for %s talks %s', (model, asked, transport) => {
  const project = withPhone('clinton', {
    model,
    mac: '00:0b:82:00:00:09',
    ...(asked && { transport: asked }),
  });
  expect(settingsFor('clinton', { environment: 'prod', project, key: KEY }).transport).toBe(
    transport,
  );
});

it('talks TLS and encrypts where the domain takes nothing else', () => {
  const phone = { model: 'grandstream-ht801', mac: '00:0b:82:00:00:09' };
  const settings = settingsFor('clinton', {
    environment: 'prod',
    project: withPhone('clinton', phone, { secure: true }),
    key: KEY,
  });
  expect(settings).toMatchObject({ transport: 'tls', secureMedia: true });
});

const MAC = '00:0b:82:00:00:09';
it.each<[string, string, PhoneDirectory]>([
  ['an extension that is not there', 'nobody', EXAMPLE],
  ['an extension of another environment', 'demo', EXAMPLE],
  ['an extension without a phone', 'hall', EXAMPLE],
  ['a model that nobody knows', 'clinton', withPhone('clinton', { model: 'tin-can', mac: MAC })],
  ['a device without a MAC address', 'clinton', withPhone('clinton', {})],
  ['a line that the model lacks', 'clinton', withPhone('clinton', { mac: MAC, line: 3 })],
  [
    'a transport that the model lacks',
    'clinton',
    withPhone('clinton', { model: 'linksys-pap2', mac: MAC, transport: 'tls' }),
  ],
  [
    'a model that cannot encrypt, on a domain that takes nothing else',
    'clinton',
    withPhone('clinton', { model: 'cisco-spa2102', mac: MAC }, { secure: true }),
  ],
  [
    'a transport that the domain refuses',
    'clinton',
    withPhone('clinton', { mac: MAC, transport: 'tcp' }, { secure: true }),
  ],
  [
    'a password that was set by hand',
    'clinton',
    withPhone(
      'clinton',
      { model: 'polycom-vvx-411', mac: MAC },
      { more: { passwordGeneration: 0 } },
    ),
  ],
])('refuses %s', (_, username, project) => {
  expect(
    refusal(() => settingsFor(username, { environment: 'prod', project, key: KEY })),
  ).toMatchSnapshot();
});

it('needs no MAC address for a softphone', () => {
  const project = withPhone('clinton', { model: 'linphone' });
  const settings = settingsFor('clinton', { environment: 'prod', project, key: KEY });
  expect(settings.mac).toBeUndefined();
  expect(settings.adminPassword).toBe(devicePassword(KEY, 'prod', 'clinton'));
});

it('needs no password where nobody reads one, not even one that was set by hand', () => {
  const project = withPhone('clinton', { mac: MAC }, { more: { passwordGeneration: 0 } });
  expect(settingsFor('clinton', { environment: 'prod', project, key: 'none' })).toMatchObject({
    username: 'clinton',
    password: '',
    adminPassword: '',
  });
});

describe('the password of a device', () => {
  it('is another for another key, environment or device, and none of them a SIP password', () => {
    const passwords = [
      devicePassword(KEY, 'prod', MAC),
      devicePassword(Buffer.alloc(32, 8), 'prod', MAC),
      devicePassword(KEY, 'stage', MAC),
      devicePassword(KEY, 'prod', '00:0b:82:00:00:0a'),
      devicePassword(KEY, 'prod', 'clinton'),
      sipPassword(KEY, { environment: 'prod', username: 'clinton', generation: 1 }),
    ];
    expect(new Set(passwords).size).toBe(passwords.length);
    for (const password of passwords) expect(password).toMatch(/^[A-Za-z0-9]{20}$/);
  });

  it('stays the same with every release, for it is on the device', () => {
    expect(devicePassword(KEY, 'prod', MAC)).toMatchInlineSnapshot(`"K43Z8SEhJC4YrSuYmEp9"`);
  });
});
