/** What a deployment serves, seen from outside and without credentials: its stamp. */
import { get } from 'node:https';
import * as z from 'zod';
import { proxyAgent } from '../client/proxyAgent';
import { lineageSchema } from './lineage';
import { type BuildStamp, STAMP_ASSET } from './stamp';
import { UserError } from '../../diagnostics/errors';

/** The text of a public page; undefined where there is none. */
export type ReadPage = (url: string) => Promise<string | undefined>;

export interface Patience {
  readonly read?: ReadPage | undefined;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const schema = z.object({
  stamp: z.string(),
  directory: z.enum(['own', 'example', 'empty']),
  commits: lineageSchema.optional(),
});

/** Milliseconds before each further look: Twilio's edge may hold what was served before for a moment. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 4_000];
const TIMEOUT_MS = 10_000;
const OK = 200;

/** The stamp that the deployment serves; undefined where it has none, or an older build's page. */
export async function deployedStamp(
  domainName: string,
  read: ReadPage = readPage,
): Promise<BuildStamp | undefined> {
  try {
    const page = await read(`https://${domainName}/${STAMP_ASSET}`);
    return page === undefined ? undefined : schema.parse(JSON.parse(page));
  } catch {
    // Neither reachable nor readable: the same as none, and looked at again.
    return undefined;
  }
}

/**
 * Looks until what is deployed `matches`, for some ten seconds.
 *
 * @returns what was deployed last, whether it matches or not.
 */
export async function lookUntil(
  matches: (deployed: BuildStamp | undefined) => boolean,
  domainName: string,
  { read, sleep }: Patience,
): Promise<BuildStamp | undefined> {
  let deployed = await deployedStamp(domainName, read);
  for (const pause of PAUSES_MS) {
    if (matches(deployed)) break;
    await sleep(pause);
    deployed = await deployedStamp(domainName, read);
  }
  return deployed;
}

/** @throws UserError when the deployment does not serve the stamp within some ten seconds. */
export async function awaitStamp(
  domainName: string,
  stamp: string,
  patience: Patience,
): Promise<void> {
  const deployed = await lookUntil((page) => page?.stamp === stamp, domainName, patience);
  if (deployed?.stamp === stamp) return;
  throw new UserError(
    `https://${domainName}/${STAMP_ASSET} shows ${deployed ? `build ${deployed.stamp}` : 'no build'}, not ${stamp}.`,
    'Calls are not answered by the new build. Look at that page in a minute; if it has not changed, deploy again.',
  );
}

async function readPage(url: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'Cache-Control': 'no-cache' };
    get(url, { headers, timeout: TIMEOUT_MS, agent: proxyAgent() }, (response) => {
      if (response.statusCode !== OK) {
        response.resume();
        resolve(undefined);
        return;
      }
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
      response.on('error', reject);
    })
      .on('timeout', function (this: { destroy(error: Error): void }) {
        this.destroy(new Error('timeout'));
      })
      .on('error', reject);
  });
}
