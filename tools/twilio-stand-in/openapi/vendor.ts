/**
 * Makes the OpenAPI documents of this folder anew: `npm run vendor:openapi`.
 *
 * Twilio's documents come with the command-line tool's core package, which is too large to depend
 * on. Of each document only the paths are kept that the stand-in answers, and only what validation
 * reads: no descriptions, no examples. The same package gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const PACKAGE = '@twilio/cli-core@8.3.2';
const INTEGRITY =
  'sha512-qRTAZS15i/nseKHu2zZIb1BD78WFRVOWM65iC9JqjZdNpz5KQaiEI1klsLcWDi1pwXH9JG6pbFXJrIiYRJw/dw==';

const ACCOUNT = '/2010-04-01/Accounts/{AccountSid}';
const DOMAIN = `${ACCOUNT}/SIP/Domains/{DomainSid}`;
const LISTS = `${ACCOUNT}/SIP/CredentialLists`;

/** Where a name ends in `*`, everything below it is kept too. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  twilio_api_v2010: [
    '/2010-04-01/Accounts/{Sid}.json',
    `${ACCOUNT}/Addresses.json`,
    `${ACCOUNT}/Addresses/{Sid}.json`,
    `${ACCOUNT}/Applications.json`,
    `${ACCOUNT}/Applications/{Sid}.json`,
    `${ACCOUNT}/AvailablePhoneNumbers.json`,
    `${ACCOUNT}/AvailablePhoneNumbers/{CountryCode}.json`,
    `${ACCOUNT}/AvailablePhoneNumbers/{CountryCode}/Local.json`,
    `${ACCOUNT}/AvailablePhoneNumbers/{CountryCode}/TollFree.json`,
    `${ACCOUNT}/Balance.json`,
    `${ACCOUNT}/Calls.json`,
    `${ACCOUNT}/Calls/{Sid}.json`,
    `${ACCOUNT}/IncomingPhoneNumbers.json`,
    `${ACCOUNT}/IncomingPhoneNumbers/{Sid}.json`,
    `${ACCOUNT}/Messages.json`,
    `${ACCOUNT}/Messages/{Sid}.json`,
    `${ACCOUNT}/Queues.json`,
    `${ACCOUNT}/Queues/{Sid}.json`,
    `${ACCOUNT}/Queues/{QueueSid}/Members.json`,
    `${ACCOUNT}/Queues/{QueueSid}/Members/{CallSid}.json`,
    `${ACCOUNT}/Recordings.json`,
    `${ACCOUNT}/Recordings/{Sid}.json`,
    `${LISTS}.json`,
    `${LISTS}/*`,
    `${ACCOUNT}/SIP/Domains.json`,
    `${ACCOUNT}/SIP/Domains/{Sid}.json`,
    `${DOMAIN}/*`,
  ],
  twilio_monitor_v1: ['/v1/Alerts*'],
  twilio_serverless_v1: ['/v1/Services*'],
  twilio_sync_v1: [
    '/v1/Services',
    '/v1/Services/{Sid}',
    '/v1/Services/{ServiceSid}/Documents',
    '/v1/Services/{ServiceSid}/Documents/{Sid}',
    '/v1/Services/{ServiceSid}/Maps',
    '/v1/Services/{ServiceSid}/Maps/{Sid}',
    '/v1/Services/{ServiceSid}/Maps/{MapSid}/Items',
    '/v1/Services/{ServiceSid}/Maps/{MapSid}/Items/{Key}',
  ],
  twilio_trusthub_v1: ['/v1/CustomerProfiles'],
  twilio_voice_v1: ['/v1/DialingPermissions/*', '/v1/Settings'],
};

/** Said for people, not for a validator. */
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'tags', 'operationId']);
const PROSE_ON_PATHS = new Set([...PROSE, 'security', 'headers']);

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly license: unknown };
  readonly paths: Readonly<Record<string, { readonly servers: unknown }>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-'));
  try {
    const unpacked = unpack(folder);
    for (const [name, kept] of Object.entries(KEPT)) {
      const file = path.join(unpacked, 'src/services/twilio-api', `${name}.json`);
      const slim = slimmed(JSON.parse(readFileSync(file, 'utf8')) as Document, kept);
      const target = path.join(__dirname, `${name}.json`);
      const style = { ...(await resolveConfig(target)), parser: 'json' };
      const text = await format(JSON.stringify(slim, sortedKeys, 2), style);
      writeFileSync(target, text);
      console.log(`${name}.json: ${Object.keys(slim.paths).length} paths, ${text.length} bytes`);
    }
    copyFileSync(path.join(unpacked, 'LICENSE'), path.join(__dirname, 'LICENSE'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function unpack(folder: string): string {
  execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder]);
  execFileSync('sh', ['-c', 'mv *.tgz package.tgz'], { cwd: folder });
  const archive = readFileSync(path.join(folder, 'package.tgz'));
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was: ${integrity}`);
  execFileSync('tar', ['-xzf', 'package.tgz'], { cwd: folder });
  return path.join(folder, 'package');
}

function slimmed(document: Document, kept: readonly string[]): Document {
  const paths = Object.entries(document.paths)
    .filter(([name]) => kept.some((pattern) => matches(name, pattern)))
    .map(([name, item]) => [name, without(PROSE_ON_PATHS, item)] as const);
  for (const pattern of kept) {
    if (!paths.some(([name]) => matches(name, pattern))) throw new Error(`No ${pattern}`);
  }
  const { schemas } = document.components;
  const needed = new Set<string>();
  const collect = (part: unknown) => {
    for (const name of references(part).filter((one) => !needed.has(one))) {
      needed.add(name);
      collect(schemas[name]);
    }
  };
  collect(paths);
  const { title, version, license } = document.info;
  return {
    openapi: document.openapi,
    info: { title, version, license },
    paths: Object.fromEntries(paths) as Document['paths'],
    components: {
      schemas: Object.fromEntries([...needed].map((name) => [name, without(PROSE, schemas[name])])),
    },
  };
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Twilio's extensions go too. The names of properties are names, whatever they are. */
function without(dropped: ReadonlySet<string>, part: unknown, names = false): unknown {
  if (Array.isArray(part)) return part.map((item) => without(dropped, item));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => names || !(dropped.has(key) || key.startsWith('x-')))
      .map(([key, value]) => [key, without(dropped, value, !names && key === 'properties')]),
  );
}

function references(part: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(part, (key, value: unknown) => {
    if (key === '$ref') found.push(String(value).replace('#/components/schemas/', ''));
    return value;
  });
  return found;
}

/** As a replacer of JSON.stringify: the order of keys says nothing, so it may not make a difference. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

void main();
