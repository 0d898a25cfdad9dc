/** A small directory with one of everything that apply looks after, and an account to apply it to. */
import type { EnvironmentName } from '../../src/runtime/model/directory';
import type { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';
import type { Files } from './operator';

/** A booth that may call 911, a shop phone on a shared line, one that is only in stage. */
export const SMALL: Files = {
  'site.yaml': `
name: Small Phones
timeZone: America/Los_Angeles
languages: [en]
environments:
  stage: { sipDomain: direct-small-stage, emergency: direct }
  prod: { sipDomain: direct-small-prod, emergency: direct, secure: true }
defaults: { callerId: +15035550100 }
`,
  'extensions.yaml': `
+15035550101:
  name: Booth
  number: +15035550101
  emergency: true
  environments: [stage]
  address: { street: 100 Example Street, city: Portland, region: OR, postalCode: 97211 }
shop: { name: Shop, number: +15035550102, environments: [stage] }
office: { name: Office, number: +15035550103 }
`,
  'numbers.yaml': `
+15035550100: { ring: [office] }
`,
};

/** The numbers of the directory, bought before. */
export async function ownNumbers(standIn: TwilioStandIn): Promise<void> {
  const { incomingPhoneNumbers } = standIn.client().api.v2010.account;
  for (const last of ['00', '01', '02', '03']) {
    await incomingPhoneNumbers.create({ phoneNumber: `+150355501${last}` });
  }
}

/** Something is deployed to the environment. What it is does not matter here. */
export function deployed(standIn: TwilioStandIn, environment: EnvironmentName): string {
  const now = new Date();
  const dates = { dateCreated: now, dateUpdated: now };
  const { services } = standIn.state.serverless;
  let service = services[0];
  if (!service) {
    service = {
      sid: standIn.newSid('ZS'),
      uniqueName: 'dialtone',
      friendlyName: 'dialtone',
      includeCredentials: true,
      uiEditable: false,
      domainBase: 'dialtone-1234',
      environments: [],
      functions: [],
      assets: [],
      builds: [],
      ...dates,
    };
    services.push(service);
  }
  const domainName = `${service.domainBase}-${environment}.twil.io`;
  service.environments.push({
    sid: standIn.newSid('ZE'),
    uniqueName: `${environment}-environment`,
    domainSuffix: environment,
    domainName,
    buildSid: standIn.newSid('ZB'),
    variables: [],
    deployments: [],
    logs: [],
    ...dates,
  });
  return domainName;
}
