/** Classes of service: destinations, exemptions and the chain of `extends`. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { COSTLY } from '../../runtime/numbers/costly';
import { areasIn } from '../compile/areas';
import type { ClassSource } from '../schema';
import { didYouMean } from '../read/suggest';
import type { Context } from './context';
import { below, checkClass, checkNumber, type Place, tell, tellEmergency } from './values';

/** `001` is libphonenumber's region of international services such as satellite phones. */
const DESTINATIONS = new Set([
  ...PhoneNumberUtil.getInstance().getSupportedRegions(),
  '001',
  ...COSTLY,
]);

export function checkClasses(context: Context): void {
  const { classes } = context.source.calling;
  for (const [name, klass] of Object.entries(classes)) {
    const place: Place = { file: 'calling.yaml', path: ['classes', name] };
    klass.allow.forEach((to, i) => checkAllowed(context, below(place, 'allow', i), to));
    klass.deny.forEach((to, i) => checkDestination(context, below(place, 'deny', i), to));
    klass.noLimit.forEach((to, i) => checkExemption(context, below(place, 'noLimit', i), to));
    checkChain(context, below(place, 'extends'), name, classes);
  }
  checkAreas(context);
  checkUse(context);
}

/** Areas are parts of a country that is allowed. */
function checkAllowed(context: Context, place: Place, to: string): void {
  if (DESTINATIONS.has(to) || !Object.hasOwn(areasIn(context.source.calling), to)) {
    return checkDestination(context, place, to);
  }
  const message = `\`${to}\` is an area: it can only be denied`;
  tell(
    context,
    place,
    message,
    'Allow its country, such as `US`; without `deny` its areas come with it.',
  );
}

function checkDestination(context: Context, place: Place, to: string): void {
  const known = new Set([...DESTINATIONS, ...Object.keys(areasIn(context.source.calling))]);
  if (known.has(to) || tellEmergency(context, place, to)) return;
  const fix = known.has(to.toUpperCase())
    ? `Did you mean \`${to.toUpperCase()}\`?`
    : didYouMean(
        to,
        known,
        'Write a two-letter ISO 3166 code, `premium`, `non-geographic`, or (to deny it) one of `areas`.',
      );
  tell(context, place, `\`${to}\` is not a destination`, fix);
}

function checkAreas(context: Context): void {
  for (const name of Object.keys(context.source.calling.areas)) {
    const place: Place = { file: 'calling.yaml', path: ['areas', name] };
    if (DESTINATIONS.has(name) && name !== 'non-geographic') {
      tell(
        context,
        place,
        `\`${name}\` is already the name of a destination`,
        'Give the area another name.',
      );
    } else if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
      const fix = 'Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.';
      tell(context, place, `\`${name}\` cannot be the name of an area`, fix);
    }
  }
}

function checkExemption(context: Context, place: Place, to: string): void {
  if (tellEmergency(context, place, to)) return;
  if (Object.hasOwn(context.source.calling.serviceCodes, to)) return;
  if (/^\d{2,6}$/.test(to)) {
    const codes = Object.keys(context.source.calling.serviceCodes);
    const fix = didYouMean(to, codes, 'Add it to `serviceCodes`.');
    return tell(context, place, `there is no service code \`${to}\``, fix);
  }
  checkNumber(context, place, to);
}

function checkChain(
  context: Context,
  place: Place,
  name: string,
  classes: Readonly<Record<string, ClassSource>>,
): void {
  const passed = [name];
  let parent = classes[name]?.extends;
  if (parent !== undefined) checkClass(context, place, parent);
  while (parent !== undefined && !passed.slice(1).includes(parent)) {
    passed.push(parent);
    if (parent === name) {
      const message = `extends itself: ${passed.join(' → ')}`;
      return tell(context, place, message, 'Remove one of them.');
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
