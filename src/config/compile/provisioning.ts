/** What setting Twilio and the phones up needs of the directory, and no call does. */
import { numbersDialled } from '../check/dialled';
import { formatPath } from '../read/files';
import { allTaken } from './allTaken';
import type { Source } from '../read/load';
import type { AddressSource } from '../schema/address';
import type { ExtensionSource } from '../schema';
import type { EnvironmentName } from '../../runtime/model/directory';

export interface Provisioning {
  readonly environments: Readonly<Partial<Record<EnvironmentName, EnvironmentProvisioning>>>;
  /** By SIP username. */
  readonly extensions: ReadonlyMap<string, ExtensionProvisioning>;
  readonly dialled: readonly PlacedNumber[];
}

/** A number that the directory itself has Twilio call. */
export interface PlacedNumber {
  /** E.164, or a short code of the site's country. */
  readonly number: string;
  /** Where it stands, such as `numbers.yaml: +15035550101.otherwise`. */
  readonly location: string;
}

export interface EnvironmentProvisioning {
  /** TLS and SRTP for every phone of the domain. */
  readonly secure: boolean;
  /** Name of the first credential list at Twilio. */
  readonly credentialList: string;
}

export interface ExtensionProvisioning {
  /** Raised to change the SIP password; 0 where it was set by hand. */
  readonly passwordGeneration: number;
  readonly address?: EmergencyAddress;
  readonly phone?: PhoneSource;
}

export type PhoneSource = NonNullable<ExtensionSource['phone']>;

export interface EmergencyAddress {
  readonly customerName: string;
  readonly street: string;
  readonly streetSecondary?: string;
  readonly city: string;
  /** State, province or county. */
  readonly region: string;
  readonly postalCode: string;
  /** ISO 3166: US, CA or GB. */
  readonly country: string;
}

export const NO_PROVISIONING: Provisioning = {
  environments: {},
  extensions: new Map(),
  dialled: [],
};

export function provisioningOf(source: Source): Provisioning {
  const { site, extensions } = source;
  const environments: Partial<Record<EnvironmentName, EnvironmentProvisioning>> = {};
  for (const [name, settings] of Object.entries(site.environments)) {
    const { sipDomain, secure, credentialList = sipDomain } = settings;
    environments[name as EnvironmentName] = { secure, credentialList };
  }
  return {
    environments,
    extensions: new Map(
      Object.entries(extensions).map(([username, extension]) => [
        username,
        provisionExtension(extension, site),
      ]),
    ),
    dialled: numbersDialled(source)
      .filter(({ by }) => by === 'call')
      .map(({ number, file, path }) => ({ number, location: `${file}: ${formatPath(path)}` })),
  };
}

/** All that `ExtensionProvisioning` takes from compileExtension. */
function provisionExtension(
  extension: Pick<ExtensionSource, keyof ExtensionProvisioning>,
  site: Source['site'],
): ExtensionProvisioning {
  const { passwordGeneration, address, phone, ...rest } = extension;
  allTaken(rest);
  return {
    passwordGeneration,
    ...(address && { address: completeAddress(address, site) }),
    ...(phone && { phone }),
  };
}

function completeAddress(
  { customer, street, unit, city, region, postalCode, country, ...rest }: AddressSource,
  site: Source['site'],
): EmergencyAddress {
  allTaken(rest);
  return {
    customerName: customer ?? site.name,
    street,
    ...(unit !== undefined && { streetSecondary: unit }),
    city,
    region,
    postalCode,
    country: country ?? site.country,
  };
}
