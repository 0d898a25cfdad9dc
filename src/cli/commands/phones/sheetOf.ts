/** The sheet of a phone, with what the directory says of the place it is in. */
import type { EnvironmentName } from '../../../runtime/model/directory';
import { emergencyNumbers } from '../../../runtime/numbers/emergency';
import { PHONE_MODELS } from '../../../phones/families';
import { devicesOf } from '../../../phones/provision/devices';
import { provisioningUrlOf } from '../../../phones/provision/provisioningUrl';
import { settingsFor } from '../../../phones/settings';
import { phoneSheet } from '../../../phones/sheet';
import { answersFor } from '../../../phones/sheet/answers';
import { type SheetLanguage, sheetLanguages } from '../../../phones/sheet/language';
import { listPhones, type PhoneQuestion } from './phones';
import type { Project } from '../../../config/project';

export interface SheetWish {
  /** The site's first unless given. */
  readonly language?: SheetLanguage | undefined;
  /** Host and port of `dialtone provision`, as the phone reaches it. */
  readonly server?: string | undefined;
  /** The day that the sheet was made. */
  readonly now: Date;
}

/** The sheet of a phone, as HTML. */
export function sheetOf(question: PhoneQuestion, { language, server, now }: SheetWish): string {
  const { username, environment, project, key } = question;
  const { site } = project.directory;
  const numbers = emergencyNumbers(site.country);
  const emergencyNumber = numbers.includes('911') ? '911' : (numbers[0] ?? '911');
  const testNumber = numbers.includes('933') ? '933' : undefined;
  const settings = settingsFor(username, { environment, project, key });
  return phoneSheet(settings, {
    language: language ?? sheetLanguages(site.languages)[0],
    site: site.name,
    environment,
    emergencyNumber,
    testNumber,
    address: addressLine(username, project),
    answers: answersFor({
      settings,
      environment,
      directory: project.directory,
      emergencyNumber,
      testNumber,
      extensions: otherExtensions(username, environment, project),
      now,
    }),
    fetchFrom: server === undefined ? undefined : fetchFrom(question, server),
  });
}

function fetchFrom(
  { username, environment, project, key }: PhoneQuestion,
  server: string,
): string | undefined {
  const device = devicesOf({ environment, project, key }).find(({ extensions }) =>
    extensions.includes(username),
  );
  return device && provisioningUrlOf(device, server).address;
}

function addressLine(username: string, { provisioning }: Project): string | undefined {
  const address = provisioning.extensions.get(username)?.address;
  if (!address) return undefined;
  const { street, streetSecondary, city, region, postalCode } = address;
  return [street, streetSecondary, city, `${region} ${postalCode}`].filter(Boolean).join(', ');
}

/** With digits for a name, which can be dialled on keys; first those with a phone to ring. */
function otherExtensions(
  username: string,
  environment: EnvironmentName,
  project: Project,
): readonly string[] {
  return listPhones(project, environment)
    .filter(({ extension }) => extension !== username)
    .sort((a, b) => Number(knows(b.model)) - Number(knows(a.model)))
    .flatMap(({ extension, short = '' }) => [short, extension])
    .filter((each) => /^\d{2,5}$/.test(each));
}

function knows(model: string | undefined): boolean {
  return model !== undefined && PHONE_MODELS.has(model);
}
