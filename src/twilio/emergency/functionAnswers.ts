/** Whether what is deployed answers for each emergency phone as it must, seen from outside. */
import { emergencyNumber } from '../../runtime/numbers/emergency';
import { CALLBACKS } from '../../runtime/model/callbacks';
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import { type Answered, ask, type Post } from './ask';
import type { FunctionAnswers } from './evidence';
import { type EmergencyPhone, emergencyPhones } from './phones';

export interface Asking {
  readonly post: Post;
  /** Whether `/build.json` of the deployment shows a build. */
  readonly showsBuild: (domainName: string) => Promise<boolean>;
  readonly accountSid: string;
  /** The account's auth token; an API key's secret signs nothing. */
  readonly token: string | undefined;
}

const AT_ONCE = 8;
const OK = 200;
/** No call has this SID; it marks these requests in the functions' log. */
const NO_CALL = `CA${'0'.repeat(32)}`;

/** Asks the functions of the environment for the document with which they would answer 911, phone by phone. */
export async function askFunctions(
  desired: Desired,
  actual: Actual,
  asking: Asking,
): Promise<FunctionAnswers> {
  const none = { phones: new Map(), numbers: new Map() };
  const whyNone = await whyNoneCounts(desired, actual, asking);
  const domainName = actual.deployment?.domainName;
  if (whyNone !== undefined || domainName === undefined) return { ...none, whyNone };
  const phones = emergencyPhones(desired, actual);
  const asked = async (phone: EmergencyPhone) => {
    const outgoing = await answerTo(asking, `https://${domainName}${CALLBACKS.outgoing.path}`, {
      ...sipCall(phone.username, desired.emergencyNumber, desired),
    });
    const incoming = await answerTo(asking, `https://${domainName}${CALLBACKS.incoming.path}`, {
      ...callTo(phone.number),
    });
    return {
      phone,
      out: typeof outgoing === 'string' ? outgoing : whyNotPlaced(outgoing, phone, desired),
      back: typeof incoming === 'string' ? incoming : whyNotRung(incoming),
    };
  };
  const all: Awaited<ReturnType<typeof asked>>[] = [];
  for (let at = 0; at < phones.length; at += AT_ONCE) {
    all.push(...(await Promise.all(phones.slice(at, at + AT_ONCE).map(asked))));
  }
  return {
    phones: new Map(all.map(({ phone, out }) => [phone.username, out])),
    numbers: new Map(all.map(({ phone, back }) => [phone.number, back])),
  };
}

async function whyNoneCounts(
  desired: Desired,
  { deployment }: Actual,
  asking: Asking,
): Promise<string | undefined> {
  if (!deployment?.buildSid) return 'nothing is deployed';
  const { domainName } = deployment;
  if (!(await asking.showsBuild(domainName)))
    return `https://${domainName}/build.json shows no build`;
  if (asking.token === undefined) {
    return 'an API key cannot sign a request as Twilio does, so it is not known whether the functions place 911; set the auth token';
  }
  const url = `https://${domainName}${CALLBACKS.outgoing.path}`;
  const unsigned = await ask(
    asking.post,
    url,
    sipCall('nobody', desired.emergencyNumber, desired),
    undefined,
  ).catch(() => undefined);
  return unsigned?.status === OK
    ? `${url} answers a request without Twilio's signature: anybody can use it`
    : undefined;
}

/** The answer, or why there is none. */
async function answerTo(
  { post, token, accountSid }: Asking,
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<Answered | string> {
  try {
    const answered = await ask(post, url, { ...noCall(accountSid), ...form }, token);
    return answered.status === OK
      ? answered
      : `${url} answers a signed request with ${answered.status}`;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return `${url} cannot be reached: ${code}`;
  }
}

/** What Twilio sends of every call, here of none. */
export function noCall(accountSid: string): Record<string, string> {
  return { AccountSid: accountSid, ApiVersion: '2010-04-01', CallSid: NO_CALL };
}

/** What Twilio sends of a phone's call (https://www.twilio.com/docs/voice/api/sip-twiml). */
export function sipCall(
  username: string,
  dialled: string,
  { domain }: { readonly domain: Pick<Desired['domain'], 'name'> },
): Record<string, string> {
  const from = `sip:${username}@${domain.name}`;
  const to = `sip:${dialled}@${domain.name}`;
  return {
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: from,
    Caller: from,
    To: to,
    Called: to,
    SipDomain: domain.name,
  };
}

function callTo(number: string): Record<string, string> {
  const numbers = { From: number, Caller: number, To: number, Called: number };
  return { CallStatus: 'ringing', Direction: 'inbound', ...numbers };
}

/** What a document dials, with nothing before it, so that what is heard is the emergency service. */
export function dialOf(body: string) {
  const dial = /<Response>\s*<Dial\b([^>]*)>\s*<Number>([^<]*)<\/Number>\s*<\/Dial>/.exec(body);
  if (!dial) return undefined;
  const [, attributes = '', dialled = ''] = dial;
  return { dialled, callerId: /\bcallerId="([^"]*)"/.exec(attributes)?.[1] };
}

function whyNotPlaced(
  { body }: Answered,
  { number }: EmergencyPhone,
  desired: Desired,
): string | undefined {
  const dial = dialOf(body);
  if (!dial) return 'asked for its 911, the functions answer without dialling it';
  const numbering = { country: desired.country, areaCodes: [] };
  if (emergencyNumber(dial.dialled, numbering) !== desired.emergencyNumber) {
    return 'asked for its 911, the functions dial another number';
  }
  const directory =
    desired.dials === '+1911' ? `+1${desired.emergencyNumber}` : desired.emergencyNumber;
  if (dial.dialled !== directory) {
    return `asked for its 911, the functions dial ${dial.dialled}, but the directory says ${directory}`;
  }
  return dial.callerId === number
    ? undefined
    : 'asked for its 911, the functions place it from another number';
}

function whyNotRung({ body }: Answered): string | undefined {
  return /<(Dial|Gather|Enqueue)\b/.test(body)
    ? undefined
    : 'the functions answer it without ringing anybody';
}
