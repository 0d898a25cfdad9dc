/** The SIP domain that the environment's phones register at (https://www.twilio.com/docs/voice/sip/api/sip-domain-resource). */
import { type Change, differences, type FieldChange } from '../change';
import type { Actual } from '../actual';
import { codeOf } from '../client/rest';
import { outgoingUrls } from '../client/urls';
import type { Desired } from '../desired';

/** The names of SIP domains are everybody's: another account has this one. */
class NameTaken extends Error {
  readonly status = 400;
  readonly code = 21232;

  constructor(name: string, cause: unknown) {
    super(
      `the name ${name} is taken by another account. Choose another \`sipDomain\` in site.yaml`,
      {
        cause,
      },
    );
    this.name = 'NameTaken';
  }
}

/** Why each of them is as it is. */
const REASONS: Readonly<Record<string, string>> = {
  sipRegistration: 'no phone can register without it',
  emergencyCallingEnabled: 'site.yaml says who routes a dialled 911',
  emergencyCallerSid: 'it would send every phone’s ambulance to one address',
  secure: 'site.yaml says whether calls are encrypted',
  voiceUrl: 'these functions answer its phones',
  voiceMethod: 'Twilio requests the functions by POST',
  voiceFallbackUrl: 'a sentence is played when they do not answer',
  voiceFallbackMethod: 'an asset is fetched by GET',
};

export function planDomain(desired: Desired, { domain, deployment }: Actual): Change[] {
  const { name, friendlyName, emergencyCalling, secure } = desired.domain;
  const settings = {
    sipRegistration: true,
    emergencyCallingEnabled: emergencyCalling,
    // It would send every caller's ambulance to one address.
    emergencyCallerSid: '',
    secure,
    // Before the first deployment there is nothing to point at.
    ...(deployment?.buildSid && outgoingUrls(desired.environment, deployment.domainName)),
  };
  if (!domain) {
    return [
      {
        action: 'create',
        kind: 'SIP domain',
        key: name,
        fields: differences({}, settings),
        why: 'site.yaml names it',
        write: async ({ rest, sids }) => {
          const { domains } = rest.client.api.v2010.account.sip;
          const created = await rest
            .create({
              what: `SIP domain ${name}`,
              taken: [21232],
              everybodys: true,
              post: () => domains.create({ domainName: name, friendlyName, ...settings }),
              find: async () =>
                (await domains.list({ pageSize: 1_000 })).find((one) => one.domainName === name),
            })
            .catch((error: unknown) => {
              throw codeOf(error) === 21232 ? new NameTaken(name, error) : error;
            });
          sids.set('SIP domain', name, created.sid);
        },
      },
    ];
  }
  const fields = differences({ ...domain, dateUpdated: undefined }, settings);
  return fields.length === 0 ? [] : [planUpdate(name, domain.sid, settings, fields)];
}

type Settings = Parameters<typeof differences>[1];

function planUpdate(
  name: string,
  sid: string,
  settings: Settings,
  fields: readonly FieldChange[],
): Change {
  const names = fields.map((field) => field.name);
  const update = Object.fromEntries(
    Object.entries(settings).filter(([field]) => names.includes(field)),
  );
  return {
    action: 'update',
    kind: 'SIP domain',
    key: name,
    fields,
    why: names.flatMap((field) => REASONS[field] ?? []).join('; '),
    only: (some) =>
      planUpdate(
        name,
        sid,
        settings,
        fields.filter((field) => some.includes(field.name)),
      ),
    write: async ({ rest }) => {
      await rest.repeat(() => rest.client.api.v2010.account.sip.domains(sid).update(update));
    },
  };
}
