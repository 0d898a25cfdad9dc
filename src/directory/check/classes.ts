/** Classes of service: destinations, exemptions and the chain of `extends`. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import type { ClassSource } from '../schema';
import { didYouMean } from '../suggest';
import type { Context } from './context';
import { below, checkClass, checkNumber, type Place, tell, tellEmergency } from './values';

/** `001` is libphonenumber's region of international services such as satellite phones. */
const DESTINATIONS = new Set([
  ...PhoneNumberUtil.getInstance().getSupportedRegions(),
  '001',
  'premium',
]);

export function checkClasses(context: Context): void {
  const { classes } = context.source.calling;
  for (const [name, klass] of Object.entries(classes)) {
    const place: Place = { file: 'calling.yaml', path: ['classes', name] };
    for (const list of ['allow', 'deny'] as const) {
      klass[list].forEach((to, i) => checkDestination(context, below(place, list, i), to));
    }
    klass.noLimit.forEach((to, i) => checkExemption(context, below(place, 'noLimit', i), to));
    checkChain(context, below(place, 'extends'), name, classes);
  }
  checkUse(context);
}

function checkDestination(context: Context, place: Place, to: string): void {
  if (DESTINATIONS.has(to) || tellEmergency(context, place, to)) return;
  const mend = DESTINATIONS.has(to.toUpperCase())
    ? `Did you mean \`${to.toUpperCase()}\`?`
    : didYouMean(to, DESTINATIONS, 'Write a two-letter ISO 3166 code, or `premium`.');
  tell(context, place, `\`${to}\` is not a destination`, mend);
}

function checkExemption(context: Context, place: Place, to: string): void {
  if (tellEmergency(context, place, to)) return;
  if (Object.hasOwn(context.source.calling.serviceCodes, to)) return;
  if (/^\d{2,6}$/.test(to)) {
    const codes = Object.keys(context.source.calling.serviceCodes);
    const mend = didYouMean(to, codes, 'Add it to `serviceCodes`.');
    return tell(context, place, `there is no service code \`${to}\``, mend);
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
      return tell(context, place, message, 'Break the circle.');
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
    report.warn('calling.yaml', ['classes', name], message, 'Use it or take it out.');
  }
}
