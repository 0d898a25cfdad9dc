/** The page of a model, made from what its sheet and its files are made from. */
import { macDigits } from '../../phones/families/shared';
import { PHONE_MODELS } from '../../phones/families';
import { KEYPAD_TEXT, actionsClosed } from '../../phones/keypad';
import { KEYPAD_ACTIONS } from '../../phones/lock';
import type { PhoneModel } from '../../phones/phone';
import type { Note } from '../../phones/notes';
import type { Guide } from '../../phones/sheet/guide';
import { bullets, MARK, meaning, prose, table, valueCell } from './markdown';
import { placeholder } from './placeholder';
import { questionsAbout } from './questions';

function modelPage(model: PhoneModel): string {
  const { family } = model;
  const guide = family.guide(placeholder(model), 'en');
  const { dhcp, keypad, firmware, problems } = family.notes(model.id);
  return `# ${model.name}

${facts(model)}

${MARK} Neither found in its maker's manual nor seen on this model. We have tried nothing on this page on a real
phone. The sheet says the same for one phone, with its passwords: \`./dialtone phones sheet <extension> --environment prod --out phone-files/sheet.html\`.

## What to plug where

${bullets(guide.plug)}

## Open its settings

${bullets(guide.openSettings)}

## Point it at the provisioning server

[\`dialtone provision\`](../provision.md) shows the address, which is secret and belongs to this phone alone.

- Type it ${prose(family.whereToType('en'))}.
${bullets([...keypad, ...dhcp])}

## ${guide.fromFileOnly ? 'Values to check' : 'Or type the values'}

${guide.fromFileOnly ? 'The file has them all; its web pages do not accept all of them.' : `\`dialtone phones sheet\` prints them for one phone. Some are set only by the file: \`dialtone phones config\`.`}

${values(guide)}${secureValues(model)}

## What it shows

${table(
  ['', ''],
  guide.lights.map(({ light, meaning: what }) => [prose(light), meaning(what)]),
)}

## Factory reset

${bullets(resetSteps(guide, model))}

${inPublic(model)}## Firmware

${bullets(firmware)}

## Known problems

${bullets([...problems, ...notSetUp(model), ...warnings(model)])}

## Still open

${open(model)}

\`npm run generate\` makes this page, from \`src/phones/\`.
`;
}

/** What its file closes, and how; and what is known of telephones with a dial on it. */
function inPublic(model: PhoneModel): string {
  return model.softphone ? '' : `## In a public place\n\n${closing(model)}\n\n${withDial(model)}`;
}

function closing(model: PhoneModel): string {
  const { locks, name } = model;
  const known = actionsClosed(model);
  const left = KEYPAD_ACTIONS.filter((action) => !known.includes(action)).map(
    (action) => KEYPAD_TEXT[action],
  );
  const rows = locks.map(({ actions, key, field, page, closed }) => [
    actions.map((action) => `${KEYPAD_TEXT[action]} (${code(action)})`).join(', '),
    page === undefined ? '' : code(field),
    code(`${key.replace('{line}', 'N')} = ${closed.value}`),
  ]);
  const closes =
    rows.length > 0
      ? `With \`public: true\` its file closes ${MARK}:\n\n${table(['what', 'on its web page', 'in its file'], rows)}\n\n` +
        'Each has a switch: `keypad: { settings: open, reset: open, ipCalls: open }`. The sheet says the way back, before the file goes on.'
      : '`public: true` changes nothing in its file.';
  return left.length > 0
    ? `${closes}\n\nWe know of nothing that closes these on a ${name}: ${left.join(', ')}.`
    : closes;
}

function withDial({ rotary }: PhoneModel): string {
  if (rotary === 'has keys') return '';
  const known =
    rotary === 'pulses'
      ? `with \`rotary: true\` its file turns pulse dialling and a stronger ring on ${MARK}`
      : 'we know of no setting by which it reads pulses: put a converter between';
  return `A telephone with a dial: ${known}. [Telephones with a dial](rotary.md).\n\n`;
}

function facts(model: PhoneModel): string {
  const { id, lines, transports, srtp, softphone, vendorPrefixes } = model;
  const mac = '00:0b:82:00:00:01';
  const names = model
    .files(placeholder(model))
    .map(({ name }) => code(name.replace(macDigits('00:0b:82:00:e3:95'), '<mac>')));
  const asks = model
    .asksFor(mac)
    .map((name) => code(name.replace(new RegExp(macDigits(mac), 'gi'), '<mac>')));
  const phone = softphone
    ? `phone: { model: ${id}, dial: dialtone }`
    : `phone: { model: ${id}, mac: …, dial: dialtone }`;
  return table(
    ['', ''],
    [
      ['in `extensions.yaml`', `${code(phone)}, or \`dial: hotline\``],
      ['lines', String(lines)],
      ['transports', `${transports.map(code).join(', ')}: the first by default`],
      [
        'encrypted calls',
        srtp ? 'yes, if the environment is `secure`' : 'no: not for a `secure` environment',
      ],
      ...(softphone ? [] : [['its MAC addresses begin with', vendorPrefixes.map(code).join(', ')]]),
      ['files that we make', softphone ? code('linphone-<extension>.xml') : names.join(', ')],
      ...(asks.length > 0 ? [['files that it asks for, in this order', asks.join(', ')]] : []),
    ],
  );
}

/** On the sheet the MAC address is the phone's own. */
function resetSteps({ reset }: Guide, { softphone }: PhoneModel) {
  const example = softphone ? '' : ' (for `000b8200e395`)';
  return reset.map(({ text, unproven }) => ({
    text: text.replace('`0002228200333395`', `\`0002228200333395\`${example}`),
    unproven,
  }));
}

function values({ pages }: Guide): string {
  return pages
    .map(
      (page) =>
        `**${page.name}**${page.unproven ? ` ${MARK}` : ''}\n\n` +
        table(
          ['field', 'value'],
          page.values.map((value) => [value.field, valueCell(value)]),
        ),
    )
    .join('\n\n');
}

/** What a domain asks for that takes encrypted calls only. */
function secureValues(model: PhoneModel): string {
  if (!model.srtp) return '';
  const secure = { ...placeholder(model, 'tls'), secureMedia: true };
  const { pages } = model.family.guide(secure, 'en');
  const rows = pages.flatMap(({ name, values, unproven }) =>
    values
      .filter(({ secure }) => secure)
      .map((value) => [`${name}${unproven ? ` ${MARK}` : ''}`, value.field, valueCell(value)]),
  );
  return `\n\nIf the environment is \`secure: true\`, also:\n\n${table(['page', 'field', 'value'], rows)}`;
}

function notSetUp({ notSetUp = [] }: PhoneModel): readonly Note[] {
  return notSetUp.map((text) => ({ text: `Not set up by its file: ${text}`, unproven: false }));
}

/** What `phones config` might warn of: with its default transport, and with TLS. */
function warnings(model: PhoneModel): readonly Note[] {
  const { transports } = model;
  const tried = transports.filter((transport, i) => i === 0 || transport === 'tls');
  const texts = tried.flatMap((transport) =>
    (['dialtone', 'hotline'] as const).flatMap((dial) =>
      model.warnings(placeholder(model, transport, dial)),
    ),
  );
  return [...new Set(texts)].map((text) => ({ text, unproven: false }));
}

function open(model: PhoneModel): string {
  const asked = questionsAbout(model).filter(({ test }) => test !== undefined);
  const all = '[All of them, and the answers so far](open-questions.md).';
  return `${asked.map(({ asked, test }) => `- ${prose(asked)} ${prose(test ?? '')}`).join('\n')}\n\n${all}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Every page of a model, by its path from the root. */
export function modelPages(): readonly (readonly [path: string, text: string])[] {
  return [...PHONE_MODELS.values()].map((model) => [
    `docs/phones/${model.id}.md`,
    modelPage(model),
  ]);
}
