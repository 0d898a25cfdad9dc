/** No key of the directory can vanish: another value of it is another compiled directory, and somebody reads it there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { compileTexts } from '../../src/config';
import { SCHEMAS } from '../../src/config/schema';
import { formatDiagnostics } from '../../src/diagnostics/text';
import { TWIML_ASSETS } from './support';

interface Tree {
  readonly [key: string]: Tree | string | readonly (Tree | string)[] | null;
}

const HOUSE = '+15035550100';
const said = (text: string) => ({ say: { en: text, es: text } });

const BASE: Tree = {
  'site.yaml': {
    name: 'Example Phones',
    timeZone: 'America/Los_Angeles',
    languages: ['en', 'es'],
    environments: {
      dev: { sipDomain: 'direct-example-dev', emergency: 'webhook' },
      prod: { sipDomain: 'direct-example-prod', emergency: 'webhook' },
    },
    defaults: { callerId: HOUSE },
    handOffHosts: ['pbx.example.org'],
  },
  'extensions.yaml': {
    booth: {
      name: 'Booth',
      number: '+15035550123',
      emergency: 'true',
      address: {
        street: '1 Example Street',
        city: 'Portland',
        region: 'OR',
        postalCode: '97200',
        country: 'US',
      },
      hash: { menu: 'main' },
    },
    desk: {
      name: 'Desk',
      hash: { menu: 'main' },
      phone: { model: 'grandstream-ht802', dial: 'dialtone' },
    },
  },
  'numbers.yaml': { [HOUSE]: { ring: ['desk'] } },
  'calling.yaml': {
    classes: { local: { allow: ['US'] }, other: {} },
    rewrite: [{ from: '^64(\\d{8})$', to: '+64$1' }],
  },
  'operators.yaml': {
    volunteers: { robin: { call: '+15035550171' } },
    hold: said('Hold.'),
    notice: { webhook: 'true' },
  },
  'menus/main.yaml': {
    main: {
      intro: [said('Welcome.'), { play: '/bells' }],
      keys: { 1: { ...said('Staff'), menu: 'staff' }, 2: { do: 'operator' } },
    },
    staff: {
      intro: said('Staff.'),
      only: { emergency: 'true' },
      otherwise: { do: 'hangUp' },
      next: { do: 'hangUp' },
    },
  },
};

const RECORDINGS = new Set(['bells.mp3', 'chimes.mp3']);

const site = (change: Tree): Tree => ({ 'site.yaml': change });
const dev = (change: Tree) => site({ environments: { dev: change } });
const hash = (target: Tree) => site({ defaults: { hash: target } });
const recordings = (url: string, extension: string) =>
  site({ menus: { recordings: { url, extension } } });
const booth = (change: Tree): Tree => ({ 'extensions.yaml': { booth: change } });
const address = (change: Tree) => booth({ address: change });
const desk = (change: Tree): Tree => ({ 'extensions.yaml': { desk: change } });
const number = (change: Tree): Tree => ({ 'numbers.yaml': { [HOUSE]: change } });
const calling = (change: Tree): Tree => ({ 'calling.yaml': change });
const klass = (change: Tree) => calling({ classes: { other: change } });
const rewrite = (change: Tree) =>
  calling({ rewrite: [{ from: '^64(\\d{8})$', to: '+64$1', ...change }] });
const operators = (change: Tree): Tree => ({ 'operators.yaml': change });
const robin = (change: Tree) => operators({ volunteers: { robin: change } });
const main = (change: Tree): Tree => ({ 'menus/main.yaml': { main: change } });
const staff = (change: Tree): Tree => ({ 'menus/main.yaml': { staff: change } });
const HOURS = ['daily 09:00-10:00'];
/** A group of phones that the desk is in, before and after a change of it. */
const located = (change: Tree): readonly [Tree, Tree] => [
  { ...site({ locations: { there: {} } }), ...desk({ location: 'there' }) },
  { ...site({ locations: { there: change } }), ...desk({ location: 'there' }) },
];

/** Another value of every key; two of them where the base has none of what is around it. */
const CHANGES: Readonly<Record<string, Tree | readonly [Tree, Tree]>> = {
  'site.yaml name': site({ name: 'Other Phones' }),
  'site.yaml country': site({ country: 'CA' }),
  'site.yaml timeZone': site({ timeZone: 'America/Denver' }),
  'site.yaml languages': site({ languages: ['es', 'en'] }),
  'site.yaml voices.en': site({ voices: { en: 'Polly.Amy' } }),
  'site.yaml voices.es': site({ voices: { es: 'Polly.Mia' } }),
  'site.yaml areaCode': site({ areaCode: '971' }),
  'site.yaml locations.*.areaCode': located({ areaCode: '313' }),
  'site.yaml locations.*.timeZone': located({ timeZone: 'America/Detroit' }),
  'site.yaml locations.*.language': located({ language: 'es' }),
  'site.yaml environments.dev.sipDomain': dev({ sipDomain: 'direct-other' }),
  'site.yaml environments.dev.edge': dev({ edge: 'umatilla' }),
  'site.yaml environments.dev.emergency': [
    booth({ dial911As: '911' }),
    { ...booth({ dial911As: '911' }), ...dev({ emergency: 'menus' }) },
  ],
  'site.yaml environments.dev.secure': dev({ secure: 'true' }),
  'site.yaml environments.dev.credentialList': dev({ credentialList: 'old phones' }),
  'site.yaml environments.stage': site({
    environments: { stage: { sipDomain: 'direct-stage', emergency: 'webhook' } },
  }),
  'site.yaml environments.prod': site({ environments: { prod: { sipDomain: 'direct-other' } } }),
  'site.yaml dial911As': site({ dial911As: '+1911' }),
  'site.yaml defaults.callerId': site({ defaults: { callerId: '+15035550123' } }),
  'site.yaml defaults.class': site({ defaults: { class: 'other' } }),
  'site.yaml defaults.ringSeconds': site({ defaults: { ringSeconds: '30' } }),
  'site.yaml defaults.dialSeconds': site({ defaults: { dialSeconds: '30' } }),
  'site.yaml defaults.maxIncomingMinutes': site({ defaults: { maxIncomingMinutes: '30' } }),
  'site.yaml defaults.hash.menu': hash({ menu: 'main' }),
  'site.yaml defaults.hash.ring': hash({ ring: ['desk'] }),
  'site.yaml defaults.hash.dial': hash({ dial: '+15035550188' }),
  'site.yaml defaults.hash.twiml': hash({ twiml: 'incoming-house' }),
  'site.yaml defaults.hash.handOff': hash({ handOff: 'portland@pbx.example.org' }),
  'site.yaml defaults.hash.do': hash({ do: 'operator' }),
  'site.yaml defaults.busy': site({ defaults: { busy: 'tone' } }),
  'site.yaml defaults.hashAtDialTone': site({ defaults: { hashAtDialTone: { do: 'operator' } } }),
  'site.yaml defaults.zero': site({ defaults: { zero: { do: 'operator' } } }),
  'site.yaml sentences.*.en': site({ sentences: { dialing911: { en: '/bells' } } }),
  'site.yaml sentences.*.es': site({ sentences: { busy: { es: '/bells' } } }),
  'site.yaml menus.waitSeconds': site({ menus: { waitSeconds: '5' } }),
  'site.yaml menus.intro': site({ menus: { intro: 'apart' } }),
  'site.yaml menus.rounds': site({ menus: { rounds: '5' } }),
  'site.yaml menus.hash': site({ menus: { hash: 'top' } }),
  'site.yaml menus.dialTone.collect': [
    site({ menus: { dialTone: { collect: 'staged' } } }),
    site({ menus: { dialTone: { collect: 'pause' } } }),
  ],
  'site.yaml menus.dialTone.pauseSeconds': site({ menus: { dialTone: { pauseSeconds: '9' } } }),
  'site.yaml menus.recordings.url': recordings('https://sounds.example.org/', 'mp3'),
  'site.yaml menus.recordings.extension': [
    recordings('https://sounds.example.org/', 'mp3'),
    recordings('https://sounds.example.org/', 'wav'),
  ],
  'site.yaml strangers': site({ strangers: 'true' }),
  'numbers.yaml *.elsewhere': [number({}), number({ ring: null, elsewhere: 'true' })],
  'site.yaml handOffHosts': site({ handOffHosts: ['other.example.org'] }),
  'extensions.yaml *.name': booth({ name: 'Hall' }),
  'extensions.yaml *.number': desk({ number: '+15035550124' }),
  'extensions.yaml *.short': desk({ short: '102' }),
  'extensions.yaml *.callerId': desk({ callerId: '+15035550123' }),
  'extensions.yaml *.emergency': [
    booth({ address: null }),
    booth({ emergency: 'false', address: null }),
  ],
  'extensions.yaml *.dial911As': booth({ dial911As: '1911' }),
  'extensions.yaml *.class': desk({ class: 'other' }),
  'extensions.yaml *.environments': desk({ environments: ['prod'] }),
  'extensions.yaml *.address.customer': address({ customer: 'Example Hall' }),
  'extensions.yaml *.address.street': address({ street: '2 Example Street' }),
  'extensions.yaml *.address.unit': address({ unit: 'Unit 2' }),
  'extensions.yaml *.address.city': address({ city: 'Salem' }),
  'extensions.yaml *.address.region': address({ region: 'WA' }),
  'extensions.yaml *.address.postalCode': address({ postalCode: '97201' }),
  'extensions.yaml *.address.country': address({
    country: 'CA',
    region: 'ON',
    postalCode: 'K1A 0B1',
  }),
  'extensions.yaml *.passwordGeneration': desk({ passwordGeneration: '2' }),
  'extensions.yaml *.edge': desk({ edge: 'umatilla' }),
  'extensions.yaml *.hash': desk({ hash: { menu: 'staff' } }),
  'extensions.yaml *.hashAtDialTone': desk({ hashAtDialTone: { menu: 'staff' } }),
  'extensions.yaml *.zero': desk({ zero: { menu: 'staff' } }),
  'extensions.yaml *.location': [
    site({ locations: { there: { areaCode: '313' } } }),
    { ...site({ locations: { there: { areaCode: '313' } } }), ...desk({ location: 'there' }) },
  ],
  'extensions.yaml *.areaCode': desk({ areaCode: '313' }),
  'extensions.yaml *.timeZone': desk({ timeZone: 'America/Detroit' }),
  'extensions.yaml *.language': desk({ language: 'es' }),
  'extensions.yaml *.phone.model': desk({ phone: { model: 'grandstream-ht801' } }),
  'extensions.yaml *.phone.mac': desk({ phone: { mac: '00:0b:82:00:00:01' } }),
  'extensions.yaml *.phone.line': desk({ phone: { line: '2' } }),
  'extensions.yaml *.phone.public': desk({ phone: { public: 'true' } }),
  'extensions.yaml *.phone.keypad.settings': desk({ phone: { keypad: { settings: 'closed' } } }),
  'extensions.yaml *.phone.keypad.reset': desk({ phone: { keypad: { reset: 'closed' } } }),
  'extensions.yaml *.phone.keypad.ipCalls': desk({ phone: { keypad: { ipCalls: 'closed' } } }),
  'extensions.yaml *.phone.rotary': desk({ phone: { rotary: 'true' } }),
  'extensions.yaml *.phone.transport': desk({ phone: { transport: 'udp' } }),
  'extensions.yaml *.phone.dial': desk({ phone: { dial: 'hotline' } }),
  'numbers.yaml *.ring': number({ ring: ['booth'] }),
  'numbers.yaml *.twiml': number({ twiml: 'incoming-house' }),
  'numbers.yaml *.menu': number({ ring: null, menu: 'main' }),
  'numbers.yaml *.operator': number({ ring: null, operator: 'true' }),
  'numbers.yaml *.otherwise': number({ otherwise: 'unavailable' }),
  'numbers.yaml *.timeZone': number({ timeZone: 'America/Detroit' }),
  'numbers.yaml *.hours': number({ hours: HOURS }),
  'numbers.yaml *.maxMinutes': number({ maxMinutes: '30' }),
  'numbers.yaml *.environment': number({ environment: 'dev' }),
  'calling.yaml classes.*.extends': klass({ extends: 'local' }),
  'calling.yaml classes.*.allow': klass({ allow: ['MX'] }),
  'calling.yaml classes.*.deny': klass({ deny: ['MX'] }),
  'calling.yaml classes.*.maxMinutes': klass({ maxMinutes: '30' }),
  'calling.yaml classes.*.noLimit': [
    klass({ maxMinutes: '30' }),
    klass({ maxMinutes: '30', noLimit: ['+15035550188'] }),
  ],
  'calling.yaml classes.*.hours': klass({ hours: HOURS }),
  'calling.yaml serviceCodes': calling({ serviceCodes: { 211: '+15035550111' } }),
  'calling.yaml rewrite.from': rewrite({ from: '^65(\\d{8})$' }),
  'calling.yaml rewrite.to': rewrite({ to: '+65$1' }),
  'calling.yaml rewrite.note': rewrite({ note: 'New Zealand' }),
  'calling.yaml numberLists': [
    {
      ...calling({ numberLists: { list: ['+15035550188'] } }),
      ...main({ next: { dial: 'list' } }),
    },
    {
      ...calling({ numberLists: { list: ['+15035550189'] } }),
      ...main({ next: { dial: 'list' } }),
    },
  ],
  'calling.yaml block': calling({ block: ['anonymous'] }),
  'calling.yaml premium.areaCodes': calling({ premium: { areaCodes: ['901'] } }),
  'calling.yaml premium.exchanges': calling({ premium: { exchanges: ['977'] } }),
  'calling.yaml newAreaCodes': calling({ newAreaCodes: { 679: 'US' } }),
  'calling.yaml areas': calling({ areas: { pumping: ['712432'] } }),
  'operators.yaml volunteers.*.call': robin({ call: 'desk' }),
  'operators.yaml volunteers.*.hours': robin({ hours: HOURS }),
  'operators.yaml volunteers.*.timeZone': [
    robin({ hours: HOURS }),
    robin({ hours: HOURS, timeZone: 'America/New_York' }),
  ],
  'operators.yaml volunteers.*.languages': robin({ languages: ['es'] }),
  'operators.yaml waitSeconds': operators({ waitSeconds: '30' }),
  'operators.yaml ringSeconds': operators({ ringSeconds: '30' }),
  'operators.yaml hold.say.en': operators({ hold: { say: { en: 'Wait.' } } }),
  'operators.yaml hold.say.es': operators({ hold: { say: { es: 'Wait.' } } }),
  'operators.yaml hold.language.en': operators({ hold: { language: { en: 'es' } } }),
  'operators.yaml hold.language.es': operators({ hold: { language: { es: 'en' } } }),
  'operators.yaml hold.play': operators({ hold: { play: '/chimes' } }),
  'operators.yaml message.maxMinutes': operators({ message: { maxMinutes: '5' } }),
  'operators.yaml message.keepDays': operators({ message: { keepDays: '5' } }),
  'operators.yaml notice.sms': operators({ notice: { sms: ['+15035550172'] } }),
  'operators.yaml notice.webhook': [
    operators({ notice: { sms: ['+15035550172'] } }),
    operators({ notice: { webhook: 'false', sms: ['+15035550172'] } }),
  ],
  'operators.yaml limits.phone.minute': operators({ limits: { phone: { minute: '3' } } }),
  'operators.yaml limits.phone.day': operators({ limits: { phone: { day: '30' } } }),
  'operators.yaml limits.site.minute': operators({ limits: { site: { minute: '7' } } }),
  'operators.yaml limits.site.day': operators({ limits: { site: { day: '30' } } }),
  'menus/*.yaml *.intro': main({ intro: said('Hello.') }),
  'menus/*.yaml *.oneOf': main({ oneOf: [said('Hello.')] }),
  'menus/*.yaml *.keys.*.prompts': main({
    keys: { 3: { prompts: [said('More')], menu: 'staff' } },
  }),
  'menus/*.yaml *.next': main({ next: { menu: 'staff' } }),
  'menus/*.yaml *.waitSeconds': main({ waitSeconds: '5' }),
  'menus/*.yaml *.rounds': main({ rounds: '5' }),
  'menus/*.yaml *.only.emergency': staff({ only: { emergency: 'false' } }),
  'menus/*.yaml *.only.hours': staff({ only: { hours: HOURS } }),
  'menus/*.yaml *.otherwise': staff({ otherwise: { do: null, menu: 'main' } }),
};

/** Keys that no compiled directory has, and why. */
const NOT_COMPILED: Readonly<Record<string, string>> = {
  'site.yaml environments.dev.accountSid': 'a command reads it in site.yaml before it logs in',
};

/** Every key that has no key below it, once for each schema: a target has the same keys everywhere. */
function keysOf(schema: z.core.$ZodType, path: readonly string[], seen: Set<unknown>): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') {
    return Object.entries(def.shape).flatMap(([key, value]) => {
      if (seen.has(value)) return [];
      seen.add(value);
      const below = keysOf(value, [...path, key], seen);
      return below.length > 0 ? below : [[...path, key].join('.')];
    });
  }
  if (def.type === 'record') return keysOf(def.valueType, [...path, '*'], seen);
  if (def.type === 'array') return keysOf(def.element, path, seen);
  if (def.type === 'union') return def.options.flatMap((option) => keysOf(option, path, seen));
  if (def.type === 'pipe') return keysOf(def.in, path, seen);
  return 'innerType' in def ? keysOf(def.innerType, path, seen) : [];
}

/** JSON Merge Patch (RFC 7396): null takes a key away. */
function changed(tree: Tree, change: Tree): Tree {
  const entries = Object.entries(change).map(([key, value]) => {
    const before = tree[key];
    return [key, isTree(before) && isTree(value) ? changed(before, value) : value] as const;
  });
  const all = { ...tree, ...Object.fromEntries(entries) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function isTree(value: Tree[string] | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Error where there is an error in it. */
function compiled(change: Tree) {
  const files = Object.entries(changed(BASE, change)).map(([name, tree]) => [
    name,
    JSON.stringify(tree),
  ]);
  const { directory, provisioning, diagnostics } = compileTexts(
    Object.fromEntries(files) as Parameters<typeof compileTexts>[0],
    { twimlAssets: TWIML_ASSETS, recordings: RECORDINGS },
  );
  if (!directory || !provisioning) throw new Error(formatDiagnostics(diagnostics));
  return { directory, provisioning: { ...provisioning, extensions: [...provisioning.extensions] } };
}

/** Of what is compiled, what only people read. */
const NOT_READ: readonly string[] = [];

/** Objects whose keys an operator chooses, and those by language or environment. */
const NAMED = [
  'numbers',
  'serviceCodes',
  'areas',
  'newAreaCodes',
  'environments',
  'keys',
  'voices',
  'sentences',
  'hold',
];

/** The keys of a compiled value, at any depth. */
function namesIn(value: unknown, named = false): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...(named ? [] : [key]),
    ...namesIn(each, NAMED.includes(key)),
  ]);
}

/** Code that uses what is compiled, without its comments; model/ declares it. */
const READERS = ['runtime', 'twilio', 'phones', 'simulate']
  .flatMap((folder) => {
    const root = join(__dirname, '../../src', folder);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('model/'))
      .map((file) => readFileSync(join(root, file), 'utf8'));
  })
  .map((text) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, ''))
  .join('\n');

describe('Every key of the directory', () => {
  const seen = new Set<unknown>();
  const keys = Object.entries(SCHEMAS).flatMap(([file, schema]) =>
    keysOf(schema, [], seen).map((key) => `${file} ${key}`),
  );

  it('has another value here, or a reason not to be compiled', () => {
    const known = [...Object.keys(CHANGES), ...Object.keys(NOT_COMPILED)];
    expect([...keys].sort()).toEqual(known.sort());
  });

  it.each(Object.entries(CHANGES))(
    '%s: another value is another compiled directory',
    (_, change) => {
      const [one, other] = Array.isArray(change) ? (change as [Tree, Tree]) : [{}, change as Tree];
      expect(JSON.stringify(compiled(other))).not.toBe(JSON.stringify(compiled(one)));
    },
  );

  it.each(
    Object.keys(CHANGES).filter(
      (key) => key.startsWith('site.yaml defaults.') && !key.endsWith('.maxIncomingMinutes'),
    ),
  )('%s: also holds for phones that the directory does not list', (key) => {
    const { defaults } = compiled(CHANGES[key] as Tree).directory.site;
    expect(defaults).not.toEqual(compiled({}).directory.site.defaults);
  });

  it('is read by somebody where it is compiled', () => {
    const all = Object.values(CHANGES)
      .flat()
      .map((change) => compiled(change));
    const words = new Set(READERS.match(/\w+/g));
    const unread = [...new Set(namesIn(all))].filter((name) => !words.has(name));
    expect(unread).toEqual(NOT_READ);
  });
});
