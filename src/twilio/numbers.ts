/** Buying a phone number: never a part of apply. */
import { UserError } from '../diagnostics/errors';
import { codeOf, type Rest } from './client/rest';

export interface NumberSearch {
  /** ISO 3166 region, such as `US`. */
  readonly country: string;
  /** Of North America, such as `503`. */
  readonly areaCode?: string | undefined;
  /** Digits that it should hold, or letters as on a dial. */
  readonly contains?: string | undefined;
  readonly tollFree?: boolean | undefined;
  readonly limit: number;
}

export interface AvailableNumber {
  /** E.164. */
  readonly phoneNumber: string;
  readonly locality: string;
  readonly region: string;
  /** `none`, `any`, `local`, `foreign`: whether Twilio wants an address first. */
  readonly addressRequirements: string;
}

/** Numbers for sale that take voice calls (https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource). */
export async function searchNumbers(rest: Rest, search: NumberSearch): Promise<AvailableNumber[]> {
  const { country, areaCode, contains, tollFree, limit } = search;
  const shop = rest.client.api.v2010.account.availablePhoneNumbers(country);
  const query = {
    voiceEnabled: true,
    limit,
    pageSize: limit,
    ...(areaCode !== undefined && { areaCode: Number(areaCode) }),
    ...(contains !== undefined && { contains }),
  };
  const available = await rest.repeat<AvailableNumber[]>(() =>
    tollFree ? shop.tollFree.list(query) : shop.local.list(query),
  );
  return available.map(({ phoneNumber, locality, region, addressRequirements }) => ({
    phoneNumber,
    locality,
    region,
    addressRequirements,
  }));
}

/**
 * Buys the number, once: after a lost reply it is looked for among the account's own.
 *
 * @returns false when the account has it already.
 * @throws UserError when nobody can buy it (21422).
 */
export async function buyNumber(rest: Rest, phoneNumber: string): Promise<boolean> {
  const { incomingPhoneNumbers } = rest.client.api.v2010.account;
  const find = async () => (await incomingPhoneNumbers.list({ phoneNumber, limit: 1 }))[0];
  if (await rest.repeat(find)) return false;
  try {
    await rest.create({
      what: phoneNumber,
      taken: [NOT_AVAILABLE],
      post: () => incomingPhoneNumbers.create({ phoneNumber }),
      find,
    });
    return true;
  } catch (error) {
    if (codeOf(error) !== NOT_AVAILABLE) throw error;
    throw new UserError(
      `${phoneNumber} is not for sale`,
      'Find one: ./dialtone numbers search --environment <name>',
      { cause: error },
    );
  }
}

const NOT_AVAILABLE = 21422;
