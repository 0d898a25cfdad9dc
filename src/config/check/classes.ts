/** Classes of service: destinations, exemptions and the chain of `extends`. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { COSTLY } from '../../runtime/numbers/costly';
import { NEW_AREA_CODES } from '../../runtime/numbers/northAmerica';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { areasIn } from '../compile/areas';
import type { ClassSource } from '../schema';
import { didYouMean } from '../read/suggest';
import type { Context } from './context';
import {
  below,
  checkClass,
  checkNumber,
  type Location,
  addError,
  refuseEmergencyNumber,
} from './values';

/** `001` is libphonenumber's region of international services such as satellite phones. */
const DESTINATIONS = new Set([
  ...PhoneNumberUtil.getInstance().getSupportedRegions(),
  '001',
  ...COSTLY,
  NEW_AREA_CODES,
]);

export function checkClasses(context: Context): void {
  const { classes } = context.source.calling;
  for (const [name, klass] of Object.entries(classes)) {
    const location: Location = { file: 'calling.yaml', path: ['classes', name] };
    klass.allow.forEach((to, i) => checkAllowed(context, below(location, 'allow', i), to));
    klass.deny.forEach((to, i) => checkDestination(context, below(location, 'deny', i), to));
    klass.noLimit.forEach((to, i) => checkExemption(context, below(location, 'noLimit', i), to));
    checkChain(context, below(location, 'extends'), name, classes);
  }
  checkAreas(context);
  checkNewAreaCodes(context);
  checkUse(context);
}

/** Areas are parts of a country that is allowed. */
function checkAllowed(context: Context, location: Location, to: string): void {
  if (DESTINATIONS.has(to) || !Object.hasOwn(areasIn(context.source.calling), to)) {
    return checkDestination(context, location, to);
  }
  const message = `\`${to}\` is an area: it can only be denied`;
  addError(
    context,
    location,
    message,
    'Allow its country, such as `US`: that includes its areas, unless `deny` names them.',
  );
}

function checkDestination(context: Context, location: Location, to: string): void {
  const known = new Set([...DESTINATIONS, ...Object.keys(areasIn(context.source.calling))]);
  if (known.has(to) || refuseEmergencyNumber(context, location, to)) return;
  const fix = known.has(to.toUpperCase())
    ? `Did you mean \`${to.toUpperCase()}\`?`
    : didYouMean(
        to,
        known,
        'Write a two-letter ISO 3166 code, `premium`, `non-geographic`, or (to deny it) one of `areas`.',
      );
  addError(context, location, `\`${to}\` is not a destination`, fix);
}

function checkAreas(context: Context): void {
  for (const name of Object.keys(context.source.calling.areas)) {
    const location: Location = { file: 'calling.yaml', path: ['areas', name] };
    if (DESTINATIONS.has(name) && name !== 'non-geographic') {
      addError(
        context,
        location,
        `\`${name}\` is already the name of a destination`,
        'Give the area another name.',
      );
    } else if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
      const fix = 'Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.';
      addError(context, location, `\`${name}\` cannot be the name of an area`, fix);
    }
  }
}

/** A line for an area code that the numbering data knows would only hide what it says. */
function checkNewAreaCodes(context: Context): void {
  for (const areaCode of Object.keys(context.source.calling.newAreaCodes)) {
    const location: Location = { file: 'calling.yaml', path: ['newAreaCodes', areaCode] };
    const number = readPhoneNumber(`+1${areaCode}2340199`, 'US');
    if (typeof number === 'string') {
      const fix =
        'Write three digits such as `679`: not N11, N9X, 37X, 96X, 555, 950, 976, 933 or 988.';
      addError(context, location, `\`${areaCode}\` cannot be an area code`, fix);
    } else if (number.region !== NEW_AREA_CODES) {
      const message = `area code ${areaCode} is known: it is in ${number.region}`;
      context.report.warn(location.file, location.path, message, 'Remove the line.');
    }
  }
}

function checkExemption(context: Context, location: Location, to: string): void {
  if (refuseEmergencyNumber(context, location, to)) return;
  if (Object.hasOwn(context.source.calling.serviceCodes, to)) return;
  if (/^\d{2,6}$/.test(to)) {
    const codes = Object.keys(context.source.calling.serviceCodes);
    const fix = didYouMean(to, codes, 'Add it to `serviceCodes`.');
    return addError(context, location, `there is no service code \`${to}\``, fix);
  }
  checkNumber(context, location, to);
}

function checkChain(
  context: Context,
  location: Location,
  name: string,
  classes: Readonly<Record<string, ClassSource>>,
): void {
  const passed = [name];
  let parent = classes[name]?.extends;
  if (parent !== undefined) checkClass(context, location, parent);
  while (parent !== undefined && !passed.slice(1).includes(parent)) {
    passed.push(parent);
    if (parent === name) {
      const message = `extends itself: ${passed.join(' → ')}`;
      return addError(context, location, message, 'Remove one of them.');
    }
    parent = Object.hasOwn(classes, parent) ? classes[parent]?.extends : undefined;
  }
}

function checkUse({ source, report }: Context): void {
  const { classes } = source.calling;
  const used = new Set([
    source.site.defaults.class,
    ...Object.values(source.extensions).map((extension) => extension.class),
    ...Object.values(classes).map((klass) => klass.extends),
  ]);
  for (const name of Object.keys(classes)) {
    if (used.has(name)) continue;
    const message = `no extension has the class \`${name}\``;
    report.warn('calling.yaml', ['classes', name], message, 'Use it or remove it.');
  }
}
