/** The SIP domain itself; what it should be is plan's to know. */
import type { FieldChange } from '../change';
import type { ActualDomain } from '../actual';
import { environmentOfUrl, outgoingUrls } from '../client/urls';
import {
  type Examination,
  diagnosticsOr,
  type CheckResult,
  ok,
  type Source,
  warning,
  wrong,
} from './check';
import { CONSOLE } from './commands';
import { applyFor, changesOf, type Examined } from './examined';
import { goesElsewhere, voiceUrlDiagnostic, shownUrl } from './voiceUrlCheck';

const NEEDS: readonly Source[] = ['domains'];

export const DOMAIN: readonly Examination[] = [
  { name: 'domain.exists', needs: NEEDS, look: exists },
  {
    name: 'domain.registration',
    needs: NEEDS,
    look: field('sipRegistration', {
      well: 'phones may register',
      diagnostic: () => 'registration is off: no phone can register, so none rings (32210)',
    }),
  },
  { name: 'domain.voice-url', needs: ['domains', 'deployment'], look: voiceUrl },
  {
    name: 'domain.voice-method',
    needs: ['domains', 'deployment'],
    look: deployedField('voiceMethod', {
      well: 'Twilio requests the functions by POST',
      diagnostic: ({ from }) =>
        `Twilio requests the functions by ${from ?? 'nothing'}, not by POST`,
    }),
  },
  { name: 'domain.fallback', needs: ['domains', 'deployment'], look: fallback },
  {
    name: 'domain.emergency-calling',
    needs: NEEDS,
    look: field('emergencyCallingEnabled', {
      well: 'emergency calling is set as in the directory',
      diagnostic: ({ to }) =>
        to === 'true'
          ? 'emergency calling is off, but site.yaml says that Twilio handles 911 (`emergency: direct` or `menus`): a dialled 911 may reach the functions, or nobody'
          : 'emergency calling is on, but site.yaml does not say that Twilio handles 911 (`emergency: direct` or `menus`): a dialled 911 does not reach the functions',
    }),
  },
  {
    name: 'domain.emergency-caller',
    needs: NEEDS,
    look: field('emergencyCallerSid', {
      well: 'no emergency caller is set for the whole domain',
      diagnostic: () =>
        'an emergency caller is set for the whole domain: EVERY phone’s ambulance goes to that one address',
    }),
  },
  {
    name: 'domain.secure',
    needs: NEEDS,
    look: field('secure', {
      well: 'encryption is set as in the directory',
      diagnostic: ({ to }) =>
        to === 'true'
          ? 'encryption is not required, but site.yaml says `secure: true`'
          : 'encryption is required, but site.yaml does not say `secure: true`: phones without TLS cannot call (32209)',
    }),
  },
  { name: 'domain.ip-list', needs: NEEDS, look: ipList },
  { name: 'domain.status-callback', needs: ['domains', 'deployment'], look: statusCallback },
  { name: 'domain.others', needs: ['domains', 'deployment'], look: others },
];

function exists({ desired, actual, commands }: Examined): readonly CheckResult[] {
  const { name } = desired.domain;
  if (actual.domain) return [ok(`${name} exists`)];
  return [wrong(`there is no SIP domain ${name}: no phone can register or call`, commands.apply)];
}

interface Wording {
  readonly well: string;
  readonly diagnostic: (change: FieldChange) => string;
}

/** One setting of the domain; nothing where there is no domain. */
function field(name: string, { well, diagnostic }: Wording) {
  return (examined: Examined): readonly CheckResult[] => {
    if (!examined.actual.domain) return [];
    return diagnosticsOr(
      domainFields(examined, [name]).map((change) =>
        wrong(diagnostic(change), applyFor(examined, 'SIP domain', name)),
      ),
      well,
    );
  };
}

/** The same, of what plan leaves alone until something is deployed. */
function deployedField(name: string, wording: Wording) {
  const look = field(name, wording);
  return (examined: Examined) => (examined.actual.deployment?.buildSid ? look(examined) : []);
}

function voiceUrl(examined: Examined): readonly CheckResult[] {
  const { desired, actual, environment } = examined;
  if (!actual.domain) return [];
  const deployment = actual.deployment?.buildSid ? actual.deployment : undefined;
  const url = deployment && outgoingUrls(environment, deployment.domainName).voiceUrl;
  const diagnostic = voiceUrlDiagnostic(desired.domain.name, actual.domain.voiceUrl, url, examined);
  if (diagnostic) return [diagnostic];
  return url === undefined ? [] : [ok(`its calls are answered by ${shownUrl(url)}`)];
}

function fallback(examined: Examined): readonly CheckResult[] {
  const { actual } = examined;
  if (!actual.domain || !actual.deployment?.buildSid) return [];
  const diagnostics = domainFields(examined, ['voiceFallbackUrl', 'voiceFallbackMethod']);
  if (diagnostics.length === 0)
    return [ok('a sentence is played when the functions do not answer')];
  const { voiceFallbackUrl, voiceFallbackMethod } = actual.domain;
  const now = voiceFallbackUrl
    ? `is ${shownUrl(voiceFallbackUrl)} by ${voiceFallbackMethod}, not this environment’s by GET`
    : 'is empty: a caller hears nothing when a function fails';
  const apply = applyFor(examined, 'SIP domain', diagnostics[0]?.name ?? '');
  return [wrong(`the domain’s fallback URL ${now}`, apply)];
}

function ipList({ actual: { domain } }: Examined): readonly CheckResult[] {
  if (!domain) return [];
  if (!domain.authType.split(',').includes('IP_ACL')) {
    return [ok('no list of IP addresses is required')];
  }
  return [
    warning(
      'a list of IP addresses is required besides the credentials: a phone can call only if both match (32201)',
      `Remove it under Voice Authentication of the domain: ${CONSOLE.domains}`,
    ),
  ];
}

function others({ domains, desired, actual, environment }: Examined): readonly CheckResult[] {
  const host = actual.deployment?.domainName;
  const uses = ({ voiceUrl, voiceFallbackUrl }: ActualDomain) =>
    [voiceUrl, voiceFallbackUrl].some((url) => url && hostOf(url) === host);
  const unknown = domains.filter(
    (domain) => domain.domainName !== desired.domain.name && host !== undefined && uses(domain),
  );
  return diagnosticsOr(
    unknown.map(({ domainName }) =>
      warning(
        `${environment} answers ${domainName} too: its credentials can call under this directory`,
        `Point it elsewhere or delete it: ${CONSOLE.domains}`,
      ),
    ),
    'no other SIP domain uses these functions',
  );
}

function statusCallback({ desired, actual }: Examined): readonly CheckResult[] {
  const { domain, deployment } = actual;
  if (!domain) return [];
  const url = domain.voiceStatusCallbackUrl;
  if (!goesElsewhere(url, deployment?.domainName))
    return [ok('nobody else is notified of its calls')];
  return [
    warning(
      `${desired.domain.name} notifies ${shownUrl(url)} of each call, with who called whom`,
      `If you do not know it, remove the status callback of the domain: ${CONSOLE.domains}`,
    ),
  ];
}

function domainFields(examined: Examined, names: readonly string[]): readonly FieldChange[] {
  return changesOf(examined, 'SIP domain')
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => names.includes(name));
}

function hostOf(url: string): string | undefined {
  return environmentOfUrl(url) === undefined ? undefined : new URL(url).hostname;
}
