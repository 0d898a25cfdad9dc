/** Every model's files, for every kind of phone and transport, read back. */
import type { FamilyId } from '../../src/phones/families';
import type { PhoneModel, PhoneSettings } from '../../src/phones/phone';
import { MODELS, phone } from './example';
import { KNOWN_KEYS } from './knownKeys';
import { readSettings, readXml } from './read';

const CASES = MODELS.flatMap((model) =>
  model.transports.flatMap((transport) =>
    (['hotline', 'dialtone'] as const).flatMap((dial) =>
      [true, false].map((emergency): [string, PhoneModel, Partial<PhoneSettings>] => [
        `${model.id}, ${transport}, ${dial}, ${emergency ? '911' : 'no 911'}`,
        model,
        { transport, dial, emergency },
      ]),
    ),
  ),
);

/** Keys that no device of the family knows. */
function strangers({ family }: PhoneModel, keys: Iterable<string>): string[] {
  return [...keys].filter(
    (key) =>
      !KNOWN_KEYS[family.id as FamilyId].some((one) =>
        typeof one === 'string' ? one === key : one.test(key),
      ),
  );
}

describe.each(CASES)('%s', (_, model, changes) => {
  const settings = phone(model, changes);
  const files = model.files(settings);
  const [main] = files;

  it('writes files that read back, with keys that the family knows and no other', () => {
    for (const file of files) {
      if (file.name.endsWith('-directory.xml')) {
        expect(readXml(file.content).length).toBeGreaterThan(0);
        continue;
      }
      expect(strangers(model, readSettings(model.family.id, file).keys())).toEqual([]);
    }
  });

  it('never says sips, never puts the edge into the registrar, registers for ten minutes', () => {
    const read = readSettings(model.family.id, main!);
    for (const [key, value] of read) expect(`${key} ${value}`).not.toMatch(/\bsips\b/i);
    for (const [key, value] of read) {
      if (value.includes(settings.domain)) expect(value).not.toContain('umatilla');
      if (/expir/i.test(key) && !key.includes('overlap')) expect(value).toBe('600');
    }
    expect([...read.values()].some((value) => value.includes(settings.domain))).toBe(true);
    expect([...read.values()].some((value) => value.includes('sip.umatilla.twilio.com'))).toBe(
      true,
    );
  });

  it('marks the file with the password, and that one alone', () => {
    for (const { secret, content } of files) {
      const mentions = content.includes(settings.password) || content.includes('name="ha1"');
      expect(secret).toBe(mentions);
    }
    expect(main?.secret).toBe(true);
  });

  it('names its files as the device asks for them', () => {
    const { mac } = settings;
    for (const { name } of files) expect(name).toMatch(/^[A-Za-z0-9._+-]+$/);
    if (mac === undefined || model.softphone) return;
    const names = files.map(({ name }) => name);
    expect(model.asksFor(mac)).toEqual(expect.arrayContaining(names));
    expect(model.asksFor(mac.toUpperCase())).toEqual(model.asksFor(mac));
  });
});

it.each(MODELS)('$id: a second line has everything of its own', (model) => {
  if (model.lines === 1) return;
  const first = phone(model);
  const second = phone(model, { line: 2, username: 'demo', password: 'Second1' });
  const one = readSettings(model.family.id, model.files(first)[0]!);
  const both = readSettings(model.family.id, model.files(first, [second])[0]!);
  for (const [key, value] of one) expect([key, both.get(key)]).toEqual([key, value]);
  expect(strangers(model, both.keys())).toEqual([]);
  const added = [...both].filter(([key]) => !one.has(key));
  const values = added.map(([, value]) => value);
  expect(values).toEqual(expect.arrayContaining(['demo', 'Second1', second.domain]));
  // In whichever order they are named.
  const otherWay = readSettings(model.family.id, model.files(second, [first])[0]!);
  expect([...otherWay.keys()].sort()).toEqual([...both.keys()].sort());
});

it.each([
  ['spa', /^SIP_Port_\d_$/],
  ['grandstream-ht', /^P(40|740)$/],
])('two lines of an adapter listen on two ports (%s)', (family, port) => {
  for (const model of MODELS) {
    if (model.family.id !== family || model.lines === 1) continue;
    for (const one of model.transports) {
      for (const other of model.transports) {
        const lines = [
          phone(model, { transport: one }),
          phone(model, { line: 2, transport: other }),
        ];
        const read = readSettings(model.family.id, model.files(lines[0]!, [lines[1]!])[0]!);
        const ports = [...read].filter(([key]) => port.test(key)).map(([, value]) => value);
        expect(new Set(ports).size).toBe(2);
      }
    }
  }
});
