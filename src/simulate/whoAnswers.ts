/** Who answers 911 from a phone, in each form: the table of emergency calls for one phone of a directory. */
import { counts, whoPlaces } from '../config/emergency/emergencyRouting';
import { type Answer, type Form, FORMS } from '../config/emergency/answer';
import { type Caller, intendedSetup } from '../config/emergency/intendedSetup';
import type { DialledForm, EmergencyMode, EnvironmentName } from '../runtime/model/directory';
import type { Project } from '../config/project';

export interface FormAnswer extends Answer {
  readonly form: Form;
  /** Whether anybody may rely on it: documented, proven in the field, or drilled. */
  readonly counts: boolean;
}

/** As the directory means it, once it is deployed and applied; none for a phone that may not call 911. */
export function whoAnswers(
  username: string | undefined,
  environment: EnvironmentName,
  { directory, provisioning }: Pick<Project, 'directory' | 'provisioning'>,
): readonly FormAnswer[] {
  const extension = directory.extensions.get(username ?? '');
  if (!extension?.emergency) return [];
  const { phone } = provisioning.extensions.get(extension.username) ?? {};
  const { environments, dial911As } = directory.site;
  return answersTo({ ...extension, phone }, environments[environment]?.emergency, dial911As);
}

export function answersTo(
  caller: Caller,
  mode: EmergencyMode | undefined,
  dials?: DialledForm,
): readonly FormAnswer[] {
  const setup = intendedSetup(caller, mode, dials);
  // A hotline sends nothing but `#` by itself.
  const forms = setup.hotline ? (['keys'] as const) : FORMS;
  return forms.map((form) => {
    const answer = whoPlaces(form, setup);
    return { form, ...answer, counts: counts(answer) };
  });
}

/** As people say it. */
export const FORM_NAMES: Readonly<Record<Form, string>> = {
  dialled: '911 dialled',
  prefixed: '1911 dialled',
  keys: '9-1-1 in a menu',
};

const PLACERS: Readonly<Record<Answer['by'], string>> = {
  twilio: 'Twilio',
  functions: 'the functions',
  other: 'somebody else',
  nobody: 'NOBODY',
};

const SURE: Readonly<Record<Answer['proof'], string>> = {
  documented: 'documented',
  field: 'proven by another operator',
  drilled: 'tried with 933',
  silent: 'UNPROVEN',
  unshown: 'not shown to answer',
};

/** `Twilio (documented)`. */
export function placerText({ by, proof }: Pick<Answer, 'by' | 'proof'>): string {
  return by === 'nobody' ? PLACERS.nobody : `${PLACERS[by]} (${SURE[proof]})`;
}
