/** Phones of any directory, asked as `phones sheet` asks. */
import type { Directory, EmergencyMode, Extension } from '../../../src/runtime/model/directory';
import { dialPlanFor } from '../../../src/phones/dialplan/plan';
import type { PhoneModel, PhoneSettings } from '../../../src/phones/phone';
import { type Answers, answersFor } from '../../../src/phones/sheet/answers';
import { phone } from '../example';

export const NOW = new Date('2026-11-20T12:00-08:00');

export interface Placed {
  readonly directory: Directory;
  readonly extension: Extension;
  readonly model: PhoneModel;
  readonly dial: PhoneSettings['dial'];
  readonly now?: Date;
}

export function settingsOf({ directory, extension, model, dial }: Placed): PhoneSettings {
  const { username, number, emergency } = extension;
  return phone(model, {
    username,
    number,
    emergency,
    dial,
    dialPlan: dialPlanFor(extension, directory),
    languages: ['en', 'es'],
    ...(model.softphone && { mac: undefined }),
  });
}

export function answersOf(placed: Placed): Answers {
  const { directory, extension, now = NOW } = placed;
  const others = [...directory.extensions.values()].filter((each) => each !== extension);
  return answersFor({
    settings: settingsOf(placed),
    environment: 'prod',
    directory,
    emergencyNumber: '911',
    testNumber: '933',
    extensions: others
      .flatMap(({ short = '', username }) => [short, username])
      .filter((each) => /^\d{2,5}$/.test(each)),
    now,
  });
}

/** The same with another answer to who handles 911. */
export function inMode(directory: Directory, emergency: EmergencyMode): Directory {
  const { site } = directory;
  const { prod } = site.environments;
  const environments = { ...site.environments, ...(prod && { prod: { ...prod, emergency } }) };
  return { ...directory, site: { ...site, environments } };
}

/** With another phone in place of one. */
export function withExtension(directory: Directory, extension: Extension): Directory {
  const extensions = new Map([...directory.extensions, [extension.username, extension]]);
  return { ...directory, extensions };
}
