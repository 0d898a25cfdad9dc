/** The sheet of a phone, with what the directory says of the place it is in. */
import type { EnvironmentName } from '../../../runtime/model/directory';
import { emergencyNumbers } from '../../../runtime/numbers/emergency';
import { PHONE_MODELS } from '../../../phones/families';
import { devicesOf } from '../../../phones/provision/devices';
import { provisioningUrlOf } from '../../../phones/provision/provisioningUrl';
import { settingsFor } from '../../../phones/settings';
import { UserError } from '../../../diagnostics/errors';
import { phoneSheet, phoneSheets, type SheetAbout } from '../../../phones/sheet';
import type { Asked } from '../../../phones/sheet/asked';
import { dialCard } from '../../../phones/sheet/card';
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
export function sheetOf(question: PhoneQuestion, wish: SheetWish): string {
  const { asked, ...about } = aboutPhone(question, wish);
  return phoneSheet(asked.settings, about);
}

/**
 * Those of several in one document.
 *
 * @throws UserError where there is none.
 */
export function sheetsOf(questions: readonly PhoneQuestion[], wish: SheetWish): string {
  const [first, ...others] = questions.map((question) => {
    const { asked, ...about } = aboutPhone(question, wish);
    return [asked.settings, about] as const;
  });
  if (first) return phoneSheets([first, ...others], first[1].site);
  throw new UserError('No phone here has a sheet', 'Add `phone` to an extension.');
}

/** What hangs beside a phone. Of passwords it needs none. */
export function cardOf(question: Omit<PhoneQuestion, 'key'>, wish: SheetWish): string {
  const { environment, project, username } = question;
  const phones = listedPhones(project, environment).filter((each) => each.extension !== username);
  return dialCard({ ...aboutPhone({ ...question, key: 'none' }, wish), phones });
}

/** Every phone that others can dial, by its short number. */
export function listedPhones(project: Project, environment: EnvironmentName) {
  return listPhones(project, environment).flatMap(({ extension, short, name }) => {
    const dialled = [short, extension].find((each) => /^\d{2,9}$/.test(each ?? ''));
    return dialled === undefined ? [] : [{ extension, name, dialled }];
  });
}

type SheetQuestion = Omit<PhoneQuestion, 'key'> & { readonly key: Buffer | 'none' };

function aboutPhone(
  question: SheetQuestion,
  { language, server, now }: SheetWish,
): SheetAbout & { readonly asked: Asked } {
  const { username, environment, project, key } = question;
  const { site } = project.directory;
  const numbers = emergencyNumbers(site.country);
  const asked: Asked = {
    settings: settingsFor(username, { environment, project, key }),
    environment,
    directory: project.directory,
    emergencyNumber: numbers.includes('911') ? '911' : (numbers[0] ?? '911'),
    testNumber: numbers.includes('933') ? '933' : undefined,
    extensions: otherExtensions(username, environment, project),
    now,
  };
  return {
    asked,
    language: language ?? sheetLanguages(site.languages)[0],
    site: site.name,
    environment,
    emergencyNumber: asked.emergencyNumber,
    testNumber: asked.testNumber,
    address: addressLine(username, project),
    answers: answersFor(asked),
    fetchFrom:
      server === undefined || key === 'none' ? undefined : fetchFrom({ ...question, key }, server),
  };
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
