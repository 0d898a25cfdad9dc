/** Where calls of our phones begin: phones that do the same when they are lifted share a box. */
import { formatHours } from '../../config/compile/hours';
import { isApp, isHotline } from '../../config/emergency/intendedSetup';
import { generalEmergencyNumber } from '../../runtime/numbers/emergency';
import type { Directory, Extension, Target } from '../../runtime/model/directory';
import { alike } from './alike';
import type { Box, Drawable, Row } from './box';
import { inMenus } from './inMenus';
import { isDialTone } from '../../runtime/calls/menus/open';
import { numberText, targetRow, targetText } from './words';

export function phoneBoxes({ directory, provisioning }: Drawable): readonly Box[] {
  const drawn = [...directory.extensions.values()].map((phone) => {
    const source = provisioning.extensions.get(phone.username)?.phone;
    return { name: phone.name, behaviour: behaviourOf(phone, source, directory) };
  });
  return alike(drawn, ({ behaviour }) => behaviour).map((group, i) => {
    const [{ behaviour }] = group as [(typeof group)[number]];
    const names = group.map(({ name }) => name).join(', ');
    const several = group.length > 1;
    return {
      ...behaviour,
      id: `phones ${i}`,
      kind: 'phones',
      title: several ? `${group.length} phones` : names,
      notes: [...(several ? [names] : []), ...behaviour.notes],
    };
  });
}

type Behaviour = Pick<Box, 'notes' | 'rows' | 'footer'>;
type Source = Parameters<typeof isHotline>[0]['phone'];

function behaviourOf(phone: Extension, source: Source, directory: Directory): Behaviour {
  const { emergency, environments, hash, hashAtDialTone, zero } = phone;
  const hotline = isHotline({ ...phone, phone: source });
  // Also inside the call, where a hotline begins with it.
  const dials = !hotline || (hash && isDialTone(hash));
  const elsewhere = Object.keys(directory.site.environments).length > environments.length;
  const targets = [hash, hashAtDialTone, ...(dials ? [zero] : [])];
  return {
    notes: elsewhere ? [`only in ${environments.join(', ')}`] : [],
    rows: [
      emergencyRow(phone, hotline, directory),
      hotline ? keyRow('lifted', hash, directory) : row('lifted', dialToneText(source)),
      ...(hotline ? [] : [keyRow('#', hash, directory)]),
      ...(hashAtDialTone ? [targetRow('# at the tone', hashAtDialTone, directory)] : []),
      ...(dials ? [keyRow('0', zero, directory), row('number', classText(phone, directory))] : []),
    ],
    footer: inMenus(emergency ? 'allowed' : 'refused', targets, directory, hash),
  };
}

function row(key: string, text: string): Row {
  return { key, text, by: 'key' };
}

/** First, as in every decision. */
function emergencyRow({ emergency, hash }: Extension, hotline: boolean, directory: Directory): Row {
  const key = generalEmergencyNumber(directory.site.country);
  if (!emergency) return { key, text: 'says: not from this phone', by: 'otherwise', ends: true };
  if (!hotline) return row(key, 'emergency call, before anything else');
  const here = hash && ('menu' in hash || isDialTone(hash));
  const text = here
    ? `emergency call, in: ${targetText(hash, directory)}`
    : 'what answers has to place it';
  return row(key, text);
}

function dialToneText(source: Source): string {
  if (source === undefined) return 'as set by hand on the phone';
  return isApp(source) ? 'an app: dials what is typed' : 'dial tone';
}

const NOWHERE = { '#': 'no menu', '0': 'no operator', lifted: 'no menu' } as const;

function keyRow(key: keyof typeof NOWHERE, target: Target | undefined, directory: Directory): Row {
  if (target) return targetRow(key, target, directory);
  return { key, text: `says: ${NOWHERE[key]}`, by: 'key', ends: true };
}

function classText({ class: name }: Extension, { classes }: Directory): string {
  const { allow = new Set<string>(), hours } = classes.get(name) ?? {};
  const open = hours ? `; only ${hours.map(formatHours).join(', ')}` : '';
  return `class ${name}: ${[...allow].join(', ')}${open}`;
}

/** Codes that may be dialled at any dial tone. */
export function codeBoxes({ directory }: Drawable): readonly Box[] {
  const codes = [...directory.serviceCodes];
  if (codes.length === 0) return [];
  const rows = codes.map(([code, to]): Row => {
    if (typeof to !== 'string') return targetRow(code, to, directory);
    if (directory.numbers.has(to)) return targetRow(code, { dial: to }, directory);
    return row(code, `calls ${numberText(to)}`);
  });
  const targets = codes.map(([, to]) => (typeof to === 'string' ? { dial: to } : to));
  const footer = inMenus('any', targets, directory);
  return [{ id: 'codes', kind: 'codes', title: 'dialled on any phone', notes: [], rows, footer }];
}
