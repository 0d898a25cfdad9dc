/** What a document needs beside the Decision. */
import type { Site } from '../model/directory';

export interface Rendering {
  readonly site: Pick<Site, 'country' | 'languages' | 'voices' | 'sentences'>;
  /** The text of a TwiML asset, or undefined when there is none of that name. */
  template(name: string): string | undefined;
  /** The webhook's request parameters: untrusted. */
  readonly parameters: Readonly<Record<string, string>>;
}
