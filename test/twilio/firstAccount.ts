/** An account as somebody has run it for years: phones on lists made by hand, with passwords that nobody has written down. */
import type { Domain } from '../../tools/twilio-stand-in/api/state';
import type { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';
import type { Files, Operator } from './operator';

const PHONES = 51;
export const DOMAIN = 'direct-example-prod.sip.twilio.com';
/** One list for all phones, or one for each of them. */
export type Shape = 'one list' | 'a list a phone';

export const USERNAMES: readonly string[] = Array.from(
  { length: PHONES },
  (_, index) => `booth-${String(index + 1).padStart(2, '0')}`,
);

/** What is typed into a phone, and known to nobody else. */
export const knownTo = (username: string): string => `Typed-in-2019-${username}`;

export const SITE = `
name: Example Phones
timeZone: America/Los_Angeles
languages: [en]
environments:
  stage: { sipDomain: direct-example-stage }
  prod: { sipDomain: direct-example-prod }
defaults: { callerId: +15035550100 }
`;

/** @param generation of every phone; undefined where the directory does not say. */
export function filesWith(generation: number | undefined): Files {
  const key = generation === undefined ? '' : `, passwordGeneration: ${generation}`;
  const entries = USERNAMES.map((name) => `${name}: { name: ${name}, environments: [prod]${key} }`);
  return { 'site.yaml': SITE, 'extensions.yaml': `${entries.join('\n')}\n` };
}

export async function makeByHand({ standIn }: Operator, shape: Shape): Promise<void> {
  const { sip } = standIn.client().api.v2010.account;
  const domain = await sip.domains.create({ domainName: DOMAIN, sipRegistration: true });
  const lists =
    shape === 'one list'
      ? [['clients', USERNAMES] as const]
      : USERNAMES.map((username) => [`client ${username}`, [username]] as const);
  for (const [friendlyName, usernames] of lists) {
    const { sid } = await sip.credentialLists.create({ friendlyName });
    for (const username of usernames) {
      const password = knownTo(username);
      await sip.credentialLists(sid).credentials.create({ username, password });
    }
    await mapTo(standIn, domain.sid, sid);
  }
}

export async function mapTo(
  standIn: TwilioStandIn,
  domainSid: string,
  list: string,
): Promise<void> {
  const { auth } = standIn.client().api.v2010.account.sip.domains(domainSid);
  await auth.calls.credentialListMappings.create({ credentialListSid: list });
  await auth.registrations.credentialListMappings.create({ credentialListSid: list });
}

/** The phones that can register and call with what is typed into them. */
export function onTheAir(
  { standIn }: Operator,
  passwordOf: (username: string) => string = knownTo,
  domainName = DOMAIN,
): string[] {
  const { domains, credentialLists } = standIn.state.api;
  const domain = domains.find((one) => one.domainName === domainName)!;
  const takes = (mapped: Domain['mapped']['calls'], username: string) =>
    mapped.some(({ sid }) => {
      const list = credentialLists.find((one) => one.sid === sid)!;
      return standIn.passwordMatches(list.friendlyName, username, passwordOf(username));
    });
  return USERNAMES.filter(
    (username) =>
      takes(domain.mapped.calls, username) && takes(domain.mapped.registrations, username),
  );
}
