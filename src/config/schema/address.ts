/** Where the ambulance goes: the street address that is registered for a phone's emergency calls. */
import * as z from 'zod';
import { fitsXml } from '../../runtime/model/xml';
import { choice, formed, NO_CHARACTER, scalar, Wrong } from './scalars';

/** Twilio registers addresses in these (https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice). */
const ADDRESS_COUNTRIES = ['US', 'CA', 'GB'] as const;

const POSTAL_CODES = {
  US: { pattern: /^\d{5}(-\d{4})?$/, example: '97200' },
  CA: { pattern: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, example: 'K1A 0B1' },
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, example: 'EC1A 1BB' },
} satisfies Record<(typeof ADDRESS_COUNTRIES)[number], object>;

/** Also a rented one (`PMB 12`), and Canada's French ones. */
const MAILBOX =
  /\b(p\.? ?o\.? ?box\b|post office box\b|p\.? ?o\.? ?b\.? \d|pmb #?\d|general delivery|poste restante|(case|casier|bo[iî]te) postale?|c\.? ?p\.? \d)/i;

const line = (longest: number, description: string, examples: readonly string[]) =>
  scalar(
    (text) => {
      const trimmed = text.trim();
      if (trimmed === '') return new Wrong('is empty', `Write it like \`${examples[0]}\`.`);
      if (trimmed.length > longest) {
        return new Wrong(
          `is longer than ${longest} characters`,
          'Abbreviate it as the post office would.',
        );
      }
      if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed)) {
        return new Wrong('contains a line break or control character', 'Write it on one line.');
      }
      if (!fitsXml(trimmed)) return NO_CHARACTER;
      return trimmed;
    },
    { description, type: ['string', 'integer'], minLength: 1, maxLength: longest, examples },
  );

export const addressSchema = z
  .strictObject({
    customer: line(100, 'Who is there; the name of the site by default.', [
      'Example Phones',
    ]).exactOptional(),
    street: line(100, 'House number and street.', ['100 NE Example Street']),
    unit: line(50, 'Flat, floor or room.', ['Unit 2']).exactOptional(),
    city: line(100, 'Town.', ['Portland']),
    region: formed(
      /^[A-Za-z][A-Za-z .'-]{1,49}$/,
      new Wrong('is not a state, province or county', 'Write it like `OR`.'),
      { description: 'State, province or county: two letters in the United States and Canada.' },
    ),
    postalCode: line(10, 'ZIP or postal code.', ['97200']),
    country: choice(
      ADDRESS_COUNTRIES,
      'Its country, `US`, `CA` or `GB`; the site’s by default.',
    ).exactOptional(),
  })
  .meta({
    description:
      'Street address that apply registers for its emergency calls. Only with `emergency: true`.',
  });

export type AddressSource = z.infer<typeof addressSchema>;

/** What is wrong with an address in its country, by key. */
export function addressDiagnostics(
  address: AddressSource,
  country: string,
): readonly { readonly key: keyof AddressSource; readonly wrong: Wrong }[] {
  const { region, postalCode } = address;
  const form = POSTAL_CODES[country as keyof typeof POSTAL_CODES];
  if (form === undefined) {
    const wrong = new Wrong(
      `Twilio registers no emergency addresses in ${country}`,
      `Only in ${ADDRESS_COUNTRIES.join(', ')}.`,
    );
    return [{ key: 'country', wrong }];
  }
  const diagnostics: { key: keyof AddressSource; wrong: Wrong }[] = [];
  for (const key of ['street', 'unit'] as const) {
    if (!MAILBOX.test(address[key] ?? '')) continue;
    const wrong = new Wrong(
      `\`${address[key]}\` is a mailbox, where no ambulance can go`,
      'Write the house number and street where the phone stands.',
    );
    diagnostics.push({ key, wrong });
  }
  if (country !== 'GB' && !/^[A-Z]{2}$/.test(region)) {
    const wrong = new Wrong(`\`${region}\` is not two capital letters`, 'Write it like `OR`.');
    diagnostics.push({ key: 'region', wrong });
  }
  if (!form.pattern.test(postalCode)) {
    const wrong = new Wrong(
      `\`${postalCode}\` is not a postal code of ${country}`,
      `Write it like \`${form.example}\`.`,
    );
    diagnostics.push({ key: 'postalCode', wrong });
  }
  return diagnostics;
}
