/** What Twilio should hold for one environment, as the directory says. Pure. */
import { sipHost } from '../runtime/model/sip';
import { generalEmergencyNumber } from '../runtime/numbers/emergency';
import type { Directory, EnvironmentName } from '../runtime/model/directory';
import { formOf, isFlagOn, isHotline } from '../config/emergency/intendedSetup';
import type { Form } from '../config/emergency/answer';
import type { EmergencyAddress, Provisioning } from '../config/compile/provisioning';
import { UserError } from '../diagnostics/errors';
import { type Destinations, destinationsOf } from './destinations';

export interface Desired {
  readonly environment: EnvironmentName;
  readonly domain: DesiredDomain;
  /** Name of the first credential list; further ones have `-2`, `-3` … after it. */
  readonly listName: string;
  readonly credentials: readonly DesiredCredential[];
  readonly numbers: readonly DesiredNumber[];
  readonly emergencyPhones: readonly DesiredEmergencyPhone[];
  /** ISO 3166 region of the site. */
  readonly country: string;
  /** For whoever needs help there: 911. */
  readonly emergencyNumber: string;
  /** What our TwiML dials for 911. */
  readonly dials: '911' | '+1911';
  /** Numbers that another environment answers. */
  readonly othersNumbers: ReadonlySet<string>;
  readonly destinations: Destinations;
}

interface DesiredDomain {
  /** Such as `direct-example-prod.sip.twilio.com`. */
  readonly name: string;
  readonly friendlyName: string;
  readonly emergencyCalling: boolean;
  readonly secure: boolean;
}

export interface DesiredCredential {
  readonly username: string;
  /** 0: set by hand, not ours to change. */
  readonly generation: number;
}

/** An extension that may call 911. */
export interface DesiredEmergencyPhone {
  readonly username: string;
  readonly number: string;
  /** Lifting it sends `#`. */
  readonly hotline: boolean;
  /** What becomes of 911 where it is dialled on it. */
  readonly sends: Exclude<Form, 'keys'>;
}

export interface DesiredNumber {
  /** E.164. */
  readonly number: string;
  /** Of the emergency extensions whose number it is: phones at one address. */
  readonly emergency?: {
    readonly usernames: readonly string[];
    readonly address?: EmergencyAddress;
  };
}

/** @throws UserError when the directory has no such environment. */
export function desiredFor(
  environment: EnvironmentName,
  directory: Directory,
  provisioning: Provisioning,
): Desired {
  const site = directory.site.environments[environment];
  const settings = provisioning.environments[environment];
  if (!site || !settings) {
    const known = Object.keys(directory.site.environments).join(', ');
    throw new UserError(
      `site.yaml has no environment ${environment}`,
      `It has ${known}. Add \`${environment}: { sipDomain: … }\` under \`environments\`.`,
    );
  }
  const extensions = [...directory.extensions.values()].filter(({ environments }) =>
    environments.includes(environment),
  );
  return {
    environment,
    domain: {
      name: sipHost(site.sipDomain),
      friendlyName: `${directory.site.name} ${environment}`.slice(0, 64),
      emergencyCalling: isFlagOn(site.emergency),
      secure: settings.secure,
    },
    listName: settings.credentialList,
    credentials: extensions.map(({ username }) => ({
      username,
      generation: provisioning.extensions.get(username)?.passwordGeneration ?? 1,
    })),
    numbers: desiredNumbers(environment, directory, provisioning),
    emergencyPhones: extensions.flatMap((extension) => {
      const { username, number, emergency } = extension;
      const { phone } = provisioning.extensions.get(username) ?? {};
      if (!emergency || number === undefined) return [];
      const hotline = isHotline({ ...extension, phone });
      return [{ username, number, hotline, sends: formOf(extension) }];
    }),
    country: directory.site.country,
    emergencyNumber: generalEmergencyNumber(directory.site.country),
    dials: directory.site.dial911As ?? '911',
    othersNumbers: new Set(
      [...directory.numbers].flatMap(([number, rule]) =>
        rule.environment === environment ? [] : [number],
      ),
    ),
    destinations: destinationsOf(directory, provisioning.dialled),
  };
}

/** A number belongs to the one environment that answers it, and its address with it. */
function desiredNumbers(
  environment: EnvironmentName,
  directory: Directory,
  provisioning: Provisioning,
): DesiredNumber[] {
  const emergency = new Map<string, string[]>();
  for (const { emergency: allowed, number, username } of directory.extensions.values()) {
    if (!allowed || number === undefined) continue;
    emergency.set(number, [...(emergency.get(number) ?? []), username]);
  }
  return [...directory.numbers]
    .filter(([, rule]) => rule.environment === environment)
    .map(([number]) => {
      const usernames = emergency.get(number);
      if (usernames === undefined) return { number };
      // The checks have seen that it is the same for all of them.
      const [address] = usernames.flatMap(
        (username) => provisioning.extensions.get(username)?.address ?? [],
      );
      return { number, emergency: { usernames, ...(address && { address }) } };
    });
}
