/** Where calls from outside begin: every number of ours. Numbers that do the same share a box. */
import { formatHours } from '../../config/compile/hours';
import { phonesIn } from '../../runtime/calls/ring';
import { MOST_AT_ONCE } from '../../runtime/model/defaults';
import type { Directory, NumberRule } from '../../runtime/model/directory';
import { alike } from './alike';
import type { Box, Drawable, Row } from './box';
import { inMenus } from './inMenus';
import { numberText, phonesText, targetRow } from './words';

interface Drawn extends Pick<Box, 'notes' | 'footer'> {
  readonly number: string;
  /** What a call does at first, in its hours. */
  readonly first: Row;
  readonly rest: readonly Row[];
}

export function numberBoxes({ directory }: Drawable): readonly Box[] {
  const { numbers, site } = directory;
  const house = site.defaults.callerId;
  const drawn = [...numbers].map(([number, rule]) => behaviourOf(number, rule, directory));
  const silentHouse = house !== undefined && !numbers.has(house) ? [notInService(house)] : [];
  return alike([...drawn, ...silentHouse], behaviourApartFromPhones).map((group, i) => ({
    id: `numbers ${i}`,
    kind: 'numbers',
    ...boxOf(group, directory),
  }));
}

/** Each may ring its own phones. */
function behaviourApartFromPhones({ first, rest, notes, footer }: Drawn): unknown {
  return [rest, notes, footer, first.key === RINGS || first];
}

const RINGS = 'rings';

function boxOf(group: readonly Drawn[], directory: Directory) {
  const [one] = group as readonly [Drawn];
  const { first, rest, notes, footer } = one;
  if (group.length === 1) {
    const name = nameOf(one.number, directory);
    const number = numberText(one.number);
    return {
      title: `call to ${name ?? number}`,
      notes: [...(name === undefined ? [] : [number]), ...notes],
      rows: [first, ...rest],
      footer,
    };
  }
  const each = group.map((drawn): Row => ({ ...drawn.first, key: numberText(drawn.number) }));
  const title = `call to one of ${group.length} numbers`;
  if (first.key === RINGS) {
    const rows = each.map((row) => ({ ...row, text: `rings ${row.text}` }));
    return { title, notes, rows: [...rows, ...rest], footer };
  }
  const names = each.map(({ key }) => key).join(', ');
  return { title, notes: [names, ...notes], rows: [first, ...rest], footer };
}

/** As people know it. */
function nameOf(number: string, { site, extensions }: Directory): string | undefined {
  if (number === site.defaults.callerId) return 'the house number';
  const phones = [...extensions.values()].filter((phone) => phone.number === number);
  return phones.length > 0 ? phones.map(({ name }) => name).join(', ') : undefined;
}

function behaviourOf(number: string, rule: NumberRule, directory: Directory): Drawn {
  const { answer, environment, hours, timeZone } = rule;
  const zone = directory.site.timeZone;
  const clock = (timeZone ?? zone) === zone ? '' : ` (${timeZone})`;

  const [first, ...rest] = whileOpen(rule, directory) as [Row, ...Row[]];
  return {
    number,
    notes: [
      ...(hours ? [`open ${hours.map(formatHours).join(', ')}${clock}`] : []),
      ...(environment === 'prod' ? [] : [`answered by ${environment}`]),
    ],
    first,
    rest: [
      ...rest,
      ...(hours ? [targetRow('closed', { twiml: 'closed' }, directory, 'otherwise')] : []),
    ],
    footer: [...inMenus('outside', [answer], directory), ...blockText(directory)],
  };
}

function whileOpen(rule: NumberRule, directory: Directory): readonly Row[] {
  const { answer, ring, twiml, environment } = rule;
  if (answer) return [targetRow('answers', answer, directory)];
  if (ring.length === 0) return [targetRow('answers', { twiml }, directory)];
  const phones = phonesIn(environment, ring, directory);
  const rounds = Array.from({ length: Math.ceil(phones.length / MOST_AT_ONCE) }, (_, i) =>
    phonesText(phones.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE), directory),
  );
  return [
    ...(twiml === 'incoming' ? [] : [targetRow('first', { twiml }, directory)]),
    ...(rounds.length > 0
      ? [{ key: RINGS, text: rounds.join('; then '), by: 'key' as const }]
      : []),
    otherwiseRow(rule, directory),
  ];
}

function otherwiseRow({ otherwise }: NumberRule, directory: Directory): Row {
  return otherwise
    ? targetRow('no answer', otherwise, directory, 'otherwise')
    : { key: 'no answer', text: 'says that nobody answers', by: 'otherwise', ends: true };
}

/** The house number that phones show, and nothing answers. */
function notInService(number: string): Drawn {
  const first: Row = { key: 'answers', text: 'says: not in service', by: 'otherwise', ends: true };
  return { number, notes: [], first, rest: [], footer: [] };
}

function blockText({ blocked }: Directory): readonly string[] {
  const who = [
    ...(blocked.numbers.size + blocked.prefixes.length > 0 ? ['blocked callers'] : []),
    ...(blocked.anonymous ? ['callers without a number'] : []),
  ];
  return who.length > 0 ? [`${who.join(' and ')} are refused first`] : [];
}
