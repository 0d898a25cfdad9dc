/** The SIP domain that the environment's phones register at (https://www.twilio.com/docs/voice/sip/api/sip-domain-resource). */
import { type Change, differences } from '../change';
import type { Found } from '../found';
import { outgoingUrls } from '../urls';
import type { Wanted } from '../wanted';

export function planDomain(wanted: Wanted, { domain, deployment }: Found): Change[] {
  const { name, friendlyName, emergencyCalling, secure } = wanted.domain;
  const settings = {
    sipRegistration: true,
    emergencyCallingEnabled: emergencyCalling,
    // It would send every caller's ambulance to one address.
    emergencyCallerSid: '',
    secure,
    // Before the first deployment there is nothing to point at.
    ...(deployment?.buildSid && outgoingUrls(wanted.environment, deployment.domainName)),
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
          const created = await rest.create({
            what: `SIP domain ${name}`,
            taken: [21232],
            post: () => domains.create({ domainName: name, friendlyName, ...settings }),
            find: async () =>
              (await domains.list({ pageSize: 1_000 })).find((one) => one.domainName === name),
          });
          sids.set('SIP domain', name, created.sid);
        },
      },
    ];
  }
  const fields = differences({ ...domain }, settings);
  if (fields.length === 0) return [];
  return [
    {
      action: 'update',
      kind: 'SIP domain',
      key: name,
      fields,
      why: 'it is set otherwise at Twilio',
      write: async ({ rest }) => {
        await rest.repeat(() =>
          rest.client.api.v2010.account.sip.domains(domain.sid).update(settings),
        );
      },
    },
  ];
}
