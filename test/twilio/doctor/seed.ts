/** What others than apply have put into an account: numbers, countries, deployments, alerts. */
import type { EnvironmentName } from '../../../src/runtime/model/directory';
import type { OwnedNumber } from '../../../tools/twilio-stand-in/api/state';
import { alert } from '../../../tools/twilio-stand-in/monitor';
import type { Build, Service } from '../../../tools/twilio-stand-in/serverless/state';
import type { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';
import { SERVICE } from '../operator';

const THEN = new Date('2026-11-20T08:00:00Z');
const DATED = { dateCreated: THEN, dateUpdated: THEN };

export function ownNumber(
  standIn: TwilioStandIn,
  phoneNumber: string,
  settings: Partial<OwnedNumber> = {},
): void {
  standIn.state.api.numbers.push({
    sid: standIn.newSid('PN'),
    phoneNumber,
    friendlyName: phoneNumber,
    addressRequirements: 'none',
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    voiceUrl: null,
    voiceMethod: 'POST',
    voiceFallbackUrl: null,
    voiceFallbackMethod: 'POST',
    voiceApplicationSid: null,
    voiceCallerIdLookup: false,
    voiceReceiveMode: 'voice',
    trunkSid: null,
    statusCallback: null,
    statusCallbackMethod: 'POST',
    smsUrl: null,
    smsMethod: 'POST',
    smsFallbackUrl: null,
    smsFallbackMethod: 'POST',
    smsApplicationSid: null,
    addressSid: null,
    bundleSid: null,
    identitySid: null,
    emergencyStatus: 'Active',
    emergencyAddressSid: null,
    emergencyAddressStatus: 'unregistered',
    emergencyPending: null,
    ...DATED,
    ...settings,
  });
}

export interface Seeded {
  readonly stamp: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Visibility by path. */
  readonly functions?: ReadonlyMap<string, string>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** As after `./dialtone deploy`: the service and the environment once, a build each time. */
export function seedDeployment(
  standIn: TwilioStandIn,
  environment: EnvironmentName,
  { stamp, dependencies, functions = new Map(), variables = {} }: Seeded,
): void {
  const service = theService(standIn);
  const page = JSON.stringify({ stamp, directory: 'own' });
  const version = {
    sid: standIn.newSid('ZN'),
    path: '/build.json',
    visibility: 'public' as const,
    content: new TextEncoder().encode(page),
    dateCreated: THEN,
  };
  const asset = { sid: standIn.newSid('ZH'), friendlyName: '/build.json', versions: [version] };
  service.assets.push({ ...asset, ...DATED });
  const uploaded = [...functions].map(([path, visibility]) => {
    const one = { ...version, sid: standIn.newSid('ZN'), path };
    const versions = [{ ...one, visibility: visibility as 'protected' }];
    service.functions.push({
      sid: standIn.newSid('ZH'),
      friendlyName: path,
      versions,
      ...DATED,
    });
    return one.sid;
  });
  const build: Build = {
    sid: standIn.newSid('ZB'),
    status: 'completed',
    reads: 0,
    fails: false,
    runtime: 'node22',
    dependencies: Object.entries(dependencies).map(([name, one]) => ({ name, version: one })),
    functionVersions: uploaded,
    assetVersions: [version.sid],
    ...DATED,
  };
  service.builds.push(build);
  const at = service.environments.find(({ domainSuffix }) => domainSuffix === environment);
  if (at) at.buildSid = build.sid;
  else {
    service.environments.push({
      sid: standIn.newSid('ZE'),
      uniqueName: `${environment}-environment`,
      domainSuffix: environment,
      domainName: `${service.domainBase}-${environment}.twil.io`,
      buildSid: build.sid,
      variables: Object.entries(variables).map(([key, value]) => ({
        sid: standIn.newSid('ZV'),
        key,
        value,
        ...DATED,
      })),
      deployments: [],
      logs: [],
      ...DATED,
    });
  }
}

function theService(standIn: TwilioStandIn): Service {
  const { services } = standIn.state.serverless;
  if (services.length === 0) {
    services.push({
      sid: standIn.newSid('ZS'),
      uniqueName: SERVICE,
      friendlyName: SERVICE,
      includeCredentials: true,
      uiEditable: false,
      domainBase: `${SERVICE}-1234`,
      environments: [],
      functions: [],
      assets: [],
      builds: [],
      ...DATED,
    });
  }
  return services[0]!;
}

/** These and no others may be called. */
export function openCountries(standIn: TwilioStandIn, isoCodes: readonly string[]): void {
  for (const country of standIn.state.voice.countries) {
    country.lowRiskNumbersEnabled = isoCodes.includes(country.isoCode);
  }
}

export interface SeededAlert {
  readonly code: string;
  /** ISO 8601. */
  readonly at?: string;
  readonly url?: string | null;
  readonly from?: string;
  readonly to?: string;
}

export function seedAlert(standIn: TwilioStandIn, seeded: SeededAlert): void {
  const { code, at = '2026-11-21T17:00:00Z', url = null, from, to } = seeded;
  const variables = new URLSearchParams({ ...(from && { From: from }), ...(to && { To: to }) });
  standIn.state.monitor.alerts.push(
    alert({
      sid: standIn.newSid('NO'),
      dateGenerated: new Date(at),
      errorCode: code,
      requestUrl: url,
      requestVariables: String(variables) || null,
      alertText: `Msg&sourceComponent=12000&From=${from ?? ''}`,
    }),
  );
}
