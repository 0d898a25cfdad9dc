/** The country whose numbers are read here, and the clock by which hours are. */
import { PhoneNumberUtil } from 'google-libphonenumber';
import { didYouMean } from '../read/suggest';
import { scalar, Wrong } from './scalars';

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

export const timeZone = scalar(
  (text) =>
    isTimeZone(text)
      ? text
      : new Wrong(
          `\`${text}\` is not a time zone`,
          didYouMean(text, Intl.supportedValuesOf('timeZone'), 'Write its IANA name.'),
        ),
  {
    description: 'IANA time zone in which opening hours are read.',
    type: 'string',
    examples: ['America/Los_Angeles'],
  },
);

function isTimeZone(text: string): boolean {
  // Intl also takes offsets such as `+01:00`, which know no summer time.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}
