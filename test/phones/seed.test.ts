/** Each line of the notes by which the phones used to be set up, held against the files. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { PhoneSettings } from '../../src/phones/phone';
import { grandstreamDialPlan } from '../../src/phones/families/grandstream/dialPlan';
import { polycomDialPlan } from '../../src/phones/families/polycom/dialPlan';
import { spaDialPlan } from '../../src/phones/families/spa/dialPlan';
import { model, phone } from './example';
import { readSettings } from './read';

type Row = Readonly<
  Record<'section' | 'seed' | 'models' | 'when' | 'file' | 'parameter' | 'value' | 'note', string>
>;

const ROWS: Row[] = parse(readFileSync('test/phones/seed.csv', 'utf8'), { columns: true });
const SET = ROWS.filter(({ parameter }) => parameter !== '');
const CASES = SET.flatMap((row) =>
  row.models
    .split(' ')
    .map((id): [string, string, Row] => [id, `${row.seed} ${row.when}`.trim(), row]),
);

it.each(CASES)('%s: %s', (id, _, row) => {
  const settings = phone(model(id), changes(row.when));
  const name = filled(row.file, settings);
  const file = settings.model.files(settings).find((one) => one.name === name);
  expect(file?.name).toBe(name);
  const read = readSettings(settings.model.family.id, file!);
  expect([row.parameter, read.get(row.parameter)]).toEqual([
    row.parameter,
    filled(row.value, settings),
  ]);
});

it('has a reason for every line that is no setting, or another one', () => {
  for (const { seed, parameter, note } of ROWS) {
    if (parameter === '') expect(`${seed}: ${note}`).not.toBe(`${seed}: `);
  }
});

/** `dial=hotline emergency=no transport=tls`. */
function changes(when: string): Partial<PhoneSettings> {
  const asked = new Map(when.split(' ').map((one) => one.split('=') as [string, string]));
  const transport = asked.get('transport') as PhoneSettings['transport'] | undefined;
  return {
    dial: asked.get('dial') === 'hotline' ? 'hotline' : 'dialtone',
    emergency: asked.get('emergency') !== 'no',
    ...(transport && { transport }),
  };
}

function filled(text: string, settings: PhoneSettings): string {
  const values: Readonly<Record<string, string>> = {
    mac: settings.mac!.replace(/:/g, ''),
    extension: settings.username,
    password: settings.password,
    'admin-password': settings.adminPassword,
    'primary-sip-server': 'direct-example-prod.sip.twilio.com',
    'outbound-proxy': 'sip.umatilla.twilio.com',
    dialplan: dialPlan(settings),
  };
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function dialPlan({ model, dialPlan, dial }: PhoneSettings): string {
  if (model.family.id === 'spa') return spaDialPlan(dialPlan, dial).plan;
  if (model.family.id === 'grandstream-ht') return grandstreamDialPlan(dialPlan, dial).plan;
  return polycomDialPlan(dialPlan, dial).digitmap;
}
