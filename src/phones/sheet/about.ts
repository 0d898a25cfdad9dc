import type { Answers } from './answers';
import type { EnvironmentName } from '../../runtime/model/directory';
import type { SheetLanguage } from './language';

/** What the sheet says that is not set on the phone. */
export interface SheetAbout {
  readonly language: SheetLanguage;
  /** Name of the site. */
  readonly site: string;
  readonly environment: EnvironmentName;
  /** `911`, where the site is. */
  readonly emergencyNumber: string;
  /** Reads the address back, without calling anybody: 933 in North America. */
  readonly testNumber?: string | undefined;
  /** The address that help is sent to, in one line. */
  readonly address?: string | undefined;
  /** What its keys come to. */
  readonly answers: Answers;
  /** From where the phone fetches its file, in the form that it takes. */
  readonly fetchFrom?: string | undefined;
}
