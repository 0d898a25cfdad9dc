/**
 * The calls of a rehearsal: what to play, and whether what happened is what the directory says. What
 * the directory says is what `explain` and `test-plan` print; what happened is what the exchange saw
 * the deployed functions do.
 */
import type { Project } from '../../src/config/project';
import type { EnvironmentName, Extension } from '../../src/runtime/model/directory';
import { enumerateCalls } from '../../src/simulate/enumerateCalls';
import { summaryOf } from '../../src/simulate/summary';
import { simulateKeys } from '../../src/simulate/simulateKeys';
import { whoAnswers } from '../../src/simulate/whoAnswers';
import type { Exchange } from '../exchange/exchange';
import type { Script } from '../exchange/script';

export interface PlannedCall {
  readonly from: string;
  readonly to: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly keys: readonly string[];
}

export interface PlayedCall extends PlannedCall {
  /** What `explain` says of it, as a test plan writes it: `connect +15035550199`, `refuse blocked`. */
  readonly expected: string;
  /** What happened, in order, as the caller heard it. */
  readonly story: readonly string[];
  /** Why it is not what the directory says. */
  readonly wrong?: string;
}

/** Nobody's number (NPA-555-01XX). */
const OUTSIDE = '+15035550199';
const FIRST_KEY_SECONDS = 3;
/** Together enough for an emergency number, which a menu waits for key by key. */
const KEY_SECONDS = 1;
/** No menu says itself so often, and no caller waits so long. */
const SILENCE_SECONDS = 60;
const PATIENCE_SECONDS = 180;

/** Of every phone: outside, another phone, an emergency; then every path through the menus, and every number. */
export function callsOf(project: Project, environment: EnvironmentName, at: Date): PlannedCall[] {
  const phones = extensionsOf(project, environment);
  const outgoing = phones.flatMap((phone, i): PlannedCall[] => {
    const other = phones[(i + 1) % phones.length];
    const dialled = [OUTSIDE, ...(other && other !== phone ? [nameOf(other)] : [])];
    return [...dialled, ...emergenciesOf(phone, environment, project)].map((to) => ({
      ...{ direction: 'outgoing', from: phone.username, to, keys: [] },
    }));
  });
  const paths = enumerateCalls(project, at)
    .filter(({ question }) => question.environment === environment)
    .map(({ question: { direction, from, to }, keys }) => ({ direction, from, to, keys }));
  return [...outgoing, ...paths];
}

export function extensionsOf({ directory }: Project, environment: EnvironmentName): Extension[] {
  return [...directory.extensions.values()].filter(({ environments }) =>
    environments.includes(environment),
  );
}

/** 911 and 933 as far as the functions are asked: where Twilio itself takes them, no call comes to us. */
function emergenciesOf(
  { username }: Extension,
  environment: EnvironmentName,
  project: Project,
): string[] {
  const dialled = whoAnswers(username, environment, project).find(({ form }) => form === 'dialled');
  return dialled?.by === 'twilio' ? [] : ['911', '933'];
}

function nameOf({ short, username }: Extension): string {
  return short ?? username;
}

/** Plays one call to its end. */
export async function playCall(
  call: PlannedCall,
  exchange: Exchange,
  project: Project,
  environment: EnvironmentName,
): Promise<PlayedCall> {
  const { from, to, keys, direction } = call;
  const leg = exchange.call(from, to, scriptOf(keys), direction === 'incoming');
  await exchange.pass();
  // What happens by chance hangs on the call's SID.
  const question = { direction, from, to, environment, at: new Date(), callSid: leg.sid };
  const expected = summaryOf(simulateKeys(question, keys, project).steps.at(-1)!.decision);
  const wrong = whyWrong(expected, leg.story);
  return { ...call, expected, story: [...leg.story], ...(wrong !== undefined && { wrong }) };
}

function scriptOf(keys: readonly string[]): Script {
  let at = FIRST_KEY_SECONDS;
  const script: Record<number, Script[number]> = {};
  for (const key of keys) {
    if (key === 'wait') at += SILENCE_SECONDS;
    else {
      script[at] = `presses ${key}`;
      at += KEY_SECONDS;
    }
  }
  return { ...script, [at + PATIENCE_SECONDS]: 'hangs up' };
}

/** Only what can be seen from outside is compared: whom it reached, or that it reached nobody. */
function whyWrong(expected: string, story: readonly string[]): string | undefined {
  if (story.some((line) => line.includes('application error'))) return 'the functions failed';
  const [kind = '', ...rest] = expected.split(/ then | /);
  const dialled = story.filter((line) => line.startsWith('dials '));
  if (kind === 'refuse' || kind === 'answer') {
    return dialled.length > 0 ? `expected ${expected}, and it ${dialled.join(', ')}` : undefined;
  }
  if (!['connect', 'ring', 'emergency', 'handOff'].includes(kind)) return undefined;
  const party = kind === 'handOff' ? rest[0]?.split('@')[0] : rest[0];
  return dialled.some((line) => line.includes(party ?? ''))
    ? undefined
    : `expected ${expected}, and it ${dialled.join(', ') || 'dials nobody'}`;
}
