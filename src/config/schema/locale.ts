/** The country whose numbers are read here, and the clock by which hours are. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { didYouMean } from '../read/suggest';
import { CALL_LANGUAGES } from '../../runtime/model/directory';
import { choice, formed, scalar, Wrong } from './scalars';

const REGIONS = new Set<string>(PhoneNumberUtil.getInstance().getSupportedRegions());

export const country = scalar(
  (text) =>
    REGIONS.has(text)
      ? text
      : new Wrong(
          `\`${text}\` is not a country`,
          didYouMean(text, REGIONS, 'Write its two-letter ISO 3166 code, such as `US`.'),
        ),
  {
    description:
      'Country in which numbers without a country code are read: its two-letter ISO 3166 code.',
    type: 'string',
    pattern: '^[A-Z]{2}$',
  },
);

export const timeZone = (description: string) =>
  scalar(
    (text) =>
      isTimeZone(text) ? text : new Wrong(`\`${text}\` is not a time zone`, zoneFix(text)),
    {
      description,
      type: 'string',
      examples: ['America/Los_Angeles'],
    },
  );

export const areaCode = (description: string) =>
  formed(/^[2-9]\d{2}$/, new Wrong('is not an area code', 'Write three digits, such as `503`.'), {
    description,
    type: ['string', 'integer'],
    examples: ['503'],
  });

/** What a phone, or a group of phones, has of its own. */
export const localShape = () => ({
  areaCode: areaCode(
    'North American area code that completes seven-digit numbers dialled there, instead of the site’s.',
  ).exactOptional(),
  timeZone: timeZone(
    'IANA time zone in which hours of classes and menus are read there, and to which phones’ files set their clocks, ' +
      'instead of the site’s.',
  ).exactOptional(),
  language: choice(
    CALL_LANGUAGES,
    'The language in which menus begin there; the site’s first by default.',
  ).exactOptional(),
});

/** `EST` is a zone to Intl, but one without summer time: an hour off for most of the year. */
const ABBREVIATED = /^([ECMPA]|AK|H)[SD]?T$/i;

/** What people call a zone in North America. */
const ZONES: readonly [RegExp, string][] = [
  [/^(us[/ ])?pacific\b|^p[sd]?t$/i, 'America/Los_Angeles'],
  [/^(us[/ ])?mountain\b|^m[sd]?t$/i, 'America/Denver'],
  [/^(us[/ ])?central\b|^c[sd]?t$/i, 'America/Chicago'],
  [/^(us[/ ])?eastern\b|^e[sd]?t$/i, 'America/New_York'],
];

function zoneFix(text: string): string {
  const called = ZONES.find(([pattern]) => pattern.test(text))?.[1];
  if (called !== undefined) return `Did you mean \`${called}\`?`;
  const names = Intl.supportedValuesOf('timeZone');
  const city = text.trim().replaceAll(' ', '_').toLowerCase();
  const there = names.find((name) => name.toLowerCase().endsWith(`/${city}`));
  if (there !== undefined) return `Did you mean \`${there}\`?`;
  return didYouMean(text, names, 'Write its IANA name, such as `America/Los_Angeles`.');
}

function isTimeZone(text: string): boolean {
  // Intl also takes offsets such as `+01:00`, which know no summer time.
  if (!/^[A-Za-z]/.test(text) || ABBREVIATED.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}
