/** What a phone's keys come to, asked of the rules that will answer it: a sheet tells nothing else. */
import { routeDialTone, routeMenu, routeOutgoing } from '../../calls';
import type { Decision } from '../../calls/decision';
import type { Directory, EnvironmentName } from '../../directory/types';

/** Who or what answers; `refused` in words. */
export type Answered = 'operator' | 'menu' | 'dialTone' | 'other' | 'refused';

export interface Answers {
  readonly zero: Answered;
  readonly hash: Answered;
  readonly extension: Answered;
  /** Whether the test number is placed when it is dialled, and when it is pressed after `#`. */
  readonly test: { readonly dialled: boolean; readonly keys: boolean };
}

export interface Asked {
  readonly username: string;
  readonly environment: EnvironmentName;
  readonly directory: Directory;
  readonly testNumber: string | undefined;
  readonly tryExtension: string | undefined;
  readonly now: Date;
}

export function answersFor(asked: Asked): Answers {
  const { testNumber, tryExtension } = asked;
  const hash = dial('#', asked);
  return {
    zero: answered(dial('0', asked)),
    hash: answered(hash),
    extension: tryExtension === undefined ? 'refused' : answered(dial(tryExtension, asked)),
    test: {
      dialled: testNumber !== undefined && dial(testNumber, asked).kind === 'emergency',
      keys: testNumber !== undefined && pressed(testNumber, hash, asked)?.kind === 'emergency',
    },
  };
}

function dial(to: string, { directory, now, ...asked }: Asked): Decision {
  return routeOutgoing(callOf(to, asked), directory, now);
}

/** In the menu or at the dial tone that `#` opens. */
function pressed(digits: string, hash: Decision, asked: Asked): Decision | undefined {
  if (hash.kind !== 'gather') return undefined;
  const { position } = hash;
  const request = { call: callOf('#', asked), parameters: { Digits: digits } };
  if (position.at === 'dialTone') return routeDialTone(request, asked.directory, asked.now);
  if (position.at !== 'menu') return undefined;
  const parameters = { ...request.parameters, menu: position.menu, lang: position.language };
  return routeMenu({ ...request, parameters }, asked.directory, asked.now);
}

function callOf(
  to: string,
  { username, environment }: Pick<Asked, 'username' | 'environment'>,
): Parameters<typeof routeOutgoing>[0] {
  const uri = (user: string) => `sip:${encodeURIComponent(user)}@example.sip.twilio.com`;
  return { environment, from: uri(username), to: uri(to) };
}

function answered({ kind, ...rest }: Decision): Answered {
  if (kind === 'refuse' || kind === 'hangUp') return 'refused';
  if (kind === 'queue') return 'operator';
  if (kind !== 'gather' || !('position' in rest)) return 'other';
  return rest.position.at === 'dialTone' ? 'dialTone' : 'menu';
}
