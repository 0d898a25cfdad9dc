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
      isTimeZone(text)
        ? text
        : new Wrong(
            `\`${text}\` is not a time zone`,
            didYouMean(text, Intl.supportedValuesOf('timeZone'), 'Write its IANA name.'),
          ),
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
export const localShape = {
  areaCode: areaCode(
    'North American area code that completes seven-digit numbers dialled there, instead of the site’s.',
  ).exactOptional(),
  timeZone: timeZone(
    'IANA time zone in which hours of classes and menus are read there, instead of the site’s.',
  ).exactOptional(),
  language: choice(
    CALL_LANGUAGES,
    'The language in which menus begin there; the site’s first by default.',
  ).exactOptional(),
};

function isTimeZone(text: string): boolean {
  // Intl also takes offsets such as `+01:00`, which know no summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}
