/** Where a voice URL leads, in words: nothing is as bad as another environment's functions. */
import { environmentOfUrl } from '../client/urls';
import { type CheckResult, warning, wrong } from './check';
import { answersNothing } from '../emergency/setup';
import type { Examined } from './examined';

/**
 * What is wrong with a voice URL; undefined where it is the desired one.
 *
 * @param subject whose calls they are.
 * @param desired undefined where nothing is deployed: then only another environment's is an error.
 */
export function voiceUrlDiagnostic(
  subject: string,
  url: string,
  desired: string | undefined,
  { environment, commands }: Examined,
): CheckResult | undefined {
  if (url === desired) return undefined;
  const other = environmentOfUrl(url);
  if (other !== undefined && other !== environment) {
    const text = `${subject} is answered by ${other.toUpperCase()}, not by ${environment}: its voice URL is ${shownUrl(url)}`;
    return wrong(text, desired === undefined ? commands.deploy : commands.apply);
  }
  if (desired === undefined) return undefined;
  if (answersNothing(url)) {
    return wrong(`nothing answers ${subject}: its voice URL is ${shownUrl(url)}`, commands.apply);
  }
  if (shownUrl(url) === shownUrl(desired)) {
    return warning(
      `${environment} answers ${subject}, but Twilio does not try again when a function fails`,
      commands.apply,
    );
  }
  const text = `${environment}’s functions do not answer ${subject}: its voice URL is ${shownUrl(url)}`;
  return wrong(text, commands.apply);
}

/** Without what may be secret: user, password, parameters. */
export function shownUrl(url: string): string {
  if (url === '') return 'empty';
  if (!URL.canParse(url)) return 'no URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Whether a status callback goes to somebody else than the functions of the environment. */
export function goesElsewhere(url: string, host: string | undefined): boolean {
  if (url === '') return false;
  return !URL.canParse(url) || new URL(url).hostname !== host;
}
