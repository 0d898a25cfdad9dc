/** The menus of an import: read once, written for the phones that lead to them. */
import type { Written } from './written';
import type { Report } from '../report';
import { type Context, readContexts } from './contexts';
import { EMERGENCY } from './destinations';
import type { Destination } from './destination';
import { type Draft, draftsOf } from './drafts';
import { GIVEN, type Given } from './given';
import { type Ended, withEnded } from './fix';
import { menuFiles } from './menuFiles';
import { Names } from './names';
import { Prompts } from './prompts';
import { Resolver, UNAVAILABLE } from './resolver';
import { reportDestinations, reportNames, reportUnreached } from './reportMenus';
import {
  namedSentences,
  reportSentences,
  sentencesOf,
  type TheirSentences,
  withoutHold,
} from './sentences';
import { targetsOf, reached, withEnds, withoutEmergencyKeys } from './tree';

export class Menus {
  readonly contexts: ReadonlyMap<string, Context>;
  readonly #sentences: TheirSentences;
  readonly #resolver: Resolver;
  /** As they were, and as they are written. */
  readonly #before: ReadonlyMap<string, Draft>;
  readonly #drafts: ReadonlyMap<string, Draft>;

  /**
   * @param files what each of the `ivrs_*.json` holds, by its name.
   * @param host answers what is still Asterisk's.
   * @param hosted whether recordings lie behind a base URL.
   */
  constructor(
    files: Readonly<Record<string, unknown>>,
    readonly given: Given,
    readonly host: string | undefined,
    readonly hosted: boolean,
    report: Report,
  ) {
    const contexts = readContexts({ [GIVEN]: given.contexts, ...files }, report);
    this.#sentences = sentencesOf(contexts);
    this.contexts = withoutHold(contexts, this.#sentences);
    this.#resolver = new Resolver(this.contexts, given, host);
    this.#before = draftsOf(this.#resolver, report);
    this.#drafts = withEnds(withoutEmergencyKeys(this.#before, report), report);
  }

  /** Where a context leads; undefined where there is none of that name. */
  to(context: string): Destination | undefined {
    return this.contexts.has(context) ? this.#resolver.ofContext(context) : undefined;
  }

  /**
   * @param roots where phones and numbers lead.
   * @param ended what the directory refuses.
   */
  write(roots: readonly Destination[], ended: Ended): Written {
    const all = new Map([...this.#drafts].map(([name, each]) => [name, withEnded(each, ended)]));
    const found = reached(all, roots);
    const drafts = [...all.values()].filter(({ context }) => found.has(context));
    const target = [...roots, ...drafts.flatMap(targetsOf)];
    const names = new Names('menu');
    // In the order of the files, whatever leads where.
    for (const { context } of drafts) names.of(context);
    const prompts = new Prompts(this.given.sentences, this.hosted);
    const own = [UNAVAILABLE, EMERGENCY].filter((name) =>
      target.some((to) => 'menu' in to && to.menu === name),
    );
    const files = menuFiles(drafts, names, prompts, own);
    const operator = target.some((to) => 'do' in to && to.do === 'operator');
    const sentences = namedSentences(this.#sentences, prompts);
    return { files, names, drafts, operator, prompts, sentences };
  }

  reportTo({ drafts, names, prompts, sentences }: Written, report: Report): void {
    reportDestinations(this.#resolver, report);
    const reported = reportSentences(this.#sentences, sentences, report);
    reportUnreached(this.#resolver, this.#before, drafts, reported, report);
    reportNames(drafts, names, report);
    prompts.reportTo(report);
  }
}
