/** Who is called for a caller. */
import type {
  Directory,
  EnvironmentName,
  CallLanguage,
  OperatorDesk,
  Volunteer,
} from '../../model/directory';
import { isOpen } from '../../model/hours';
import { phonesIn } from '../ring';
import type { Leg } from '../effects';

export interface Asked {
  readonly environment: EnvironmentName;
  /** SID of the caller's call. */
  readonly call: string;
  readonly line: string;
  readonly language: CallLanguage;
  readonly now: Date;
}

/** Those on duty who speak the caller's language, else all on duty; nobody calls themselves. */
export function legsFor(asked: Asked, desk: OperatorDesk, directory: Directory): readonly Leg[] {
  const { call, line, language, now } = asked;
  const reached = desk.volunteers
    .filter(({ hours, timeZone }) => isOpen(hours, now, timeZone ?? directory.site.timeZone))
    .flatMap((volunteer) => {
      const to = destinationOf(volunteer, asked, directory);
      return to === undefined ? [] : [{ to, volunteer }];
    });
  const speaking = reached.filter(({ volunteer }) => volunteer.languages.includes(language));
  return (speaking.length > 0 ? speaking : reached).map(({ to, volunteer }) => ({
    to,
    offer: {
      at: 'operatorOffer',
      call,
      line,
      caller: language,
      volunteer: volunteer.name,
      language: languageFor(volunteer, language),
      round: 0,
    },
  }));
}

/** A volunteer is spoken to in the caller's language, else in the first of their own. */
export function languageFor(
  volunteer: Pick<Volunteer, 'languages'> | undefined,
  language: CallLanguage,
): CallLanguage {
  if (!volunteer || volunteer.languages.includes(language)) return language;
  return volunteer.languages[0] ?? language;
}

/** undefined for a phone that does not live here, or that is calling. */
function destinationOf(
  { call: to }: Volunteer,
  { environment, line }: Asked,
  directory: Directory,
): Leg['to'] | undefined {
  if ('number' in to) return to;
  const sipDomain = directory.site.environments[environment]?.sipDomain;
  const here = phonesIn(environment, [to.extension], directory).length > 0;
  if (!here || sipDomain === undefined || line === `phone.${to.extension}`) return undefined;
  return { extension: to.extension, sipDomain };
}
