/** The operator's desk with its names resolved. */
import type { Source } from '../read/load';
import { compilePrompt } from './menus';
import type { Recordings } from '../recordings/recordings';
import type { OperatorsSource, VolunteerSource } from '../schema';
import { allTaken } from './allTaken';
import { timeZoneOf } from './local';
import { isNumberText } from './targets';
import type { OperatorDesk, Volunteer } from '../../runtime/model/directory';

/** @returns undefined without operators.yaml. */
export function compileOperator(source: Source, recordings: Recordings): OperatorDesk | undefined {
  const { operators, site } = source;
  if (!operators) return undefined;
  const { volunteers, waitSeconds, ringSeconds, hold, ...others } = operators;
  const { message, notice, limits, ...rest } = others;
  allTaken(rest);
  return {
    volunteers: Object.entries(volunteers).map(([name, volunteer]) =>
      compileVolunteer(name, volunteer, source),
    ),
    waitSeconds,
    ringSeconds,
    ...(hold && { hold: compilePrompt(hold, site, recordings) }),
    message: compileMessage(message),
    notice,
    limits,
  };
}

function compileMessage(message: OperatorsSource['message']): OperatorDesk['message'] {
  const { maxMinutes, keepDays, ...rest } = message;
  allTaken(rest);
  return { maxSeconds: maxMinutes * 60, keepDays };
}

function compileVolunteer(
  name: string,
  { call, hours, timeZone: zone, languages: spoken, ...rest }: VolunteerSource,
  source: Source,
): Volunteer {
  allTaken(rest);
  const { extensions, site } = source;
  const isPhone = isExtension(call, extensions);
  const timeZone = zone ?? (isPhone ? timeZoneOf([call], source) : site.timeZone);
  return {
    name,
    call: isPhone ? { extension: call } : { number: call },
    ...(hours && { hours, ...(timeZone !== site.timeZone && { timeZone }) }),
    languages: spoken ?? site.languages,
  };
}

/** A phone of ours is called over SIP, also one that is named by its number. */
export function isExtension(call: string, extensions: Source['extensions']): boolean {
  return Object.hasOwn(extensions, call) || !isNumberText(call);
}
