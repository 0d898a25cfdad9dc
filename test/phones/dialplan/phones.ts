/** Phones to dial on: the plan of an extension, compiled for a family, in its simulator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Directory } from '../../../src/runtime/model/directory';
import { readProject } from '../../../src/config/project';
import { type Dial, type DialPlan, dialPlanFor } from '../../../src/phones/dialplan/plan';
import { grandstreamDialPlan } from '../../../src/phones/families/grandstream/dialPlan';
import { polycomDialPlan } from '../../../src/phones/families/polycom/dialPlan';
import { spaDialPlan } from '../../../src/phones/families/spa/dialPlan';
import { yealinkDialPlan } from '../../../src/phones/families/yealink/dialPlan';
import {
  type Grammar,
  type Key,
  type Options,
  type Outcome,
  simulate,
} from '../../../tools/dial-plan-simulator';
import { directory, SITES } from '../../fixtures/directory';

export const FAMILIES: readonly Grammar[] = ['spa', 'grandstream', 'polycom', 'yealink'];

export const EXAMPLE = example();

const DIRECTORIES: Readonly<Record<string, Directory>> = {
  ...SITES,
  example: EXAMPLE,
  fixture: directory,
};

function example(): Directory {
  const { project, diagnostics } = readProject('examples/payphones');
  if (!project) throw new Error(`the example directory has errors: ${JSON.stringify(diagnostics)}`);
  return project.directory;
}

/** `example/clinton` → its dial plan. */
export function planOf(phone: string): DialPlan {
  const [site = '', username = ''] = phone.split('/');
  return planIn(DIRECTORIES[site] ?? directory, username);
}

/** Computed once for each phone of a directory: most of the tables dial many numbers on few. */
export function planIn(from: Directory, username: string): DialPlan {
  const extension = from.extensions.get(username);
  if (!extension) throw new Error(`no extension ${username}`);
  const known = plans.get(from) ?? new Map<string, DialPlan>();
  plans.set(from, known);
  const plan = known.get(username) ?? dialPlanFor(extension, from);
  known.set(username, plan);
  return plan;
}

const plans = new WeakMap<Directory, Map<string, DialPlan>>();

/** What stands in the phone: the text, and the timers that belong to it. */
export function compile<G extends Grammar>(
  grammar: G,
  plan: DialPlan,
  dial: Dial = 'dialtone',
): { readonly text: string; readonly options: Options[G] } {
  const compiled = {
    spa: () => {
      const { plan: text, interdigitLong, interdigitShort } = spaDialPlan(plan, dial);
      return {
        text,
        options: { longSeconds: Number(interdigitLong), shortSeconds: Number(interdigitShort) },
      };
    },
    grandstream: () => {
      const { plan: text, keyTimeout } = grandstreamDialPlan(plan, dial);
      return { text, options: { keyTimeoutSeconds: Number(keyTimeout) } };
    },
    polycom: () => {
      const { digitmap: text, timeOut } = polycomDialPlan(plan, dial);
      return { text, options: { timeOut } };
    },
    yealink: () => {
      const { string: text, shortTimer, longTimer } = yealinkDialPlan(plan, dial);
      return {
        text,
        options: { shortSeconds: Number(shortTimer), longSeconds: Number(longTimer) },
      };
    },
  }[grammar]();
  return compiled;
}

export function dial<G extends Grammar>(
  grammar: G,
  plan: DialPlan,
  typed: string,
  other: Partial<Options[G]> = {},
): Outcome {
  const { text, options } = compile(grammar, plan);
  return simulate(grammar, text, keysOf(typed), { ...options, ...other });
}

/** `503,,,5550199`: each comma is a second in which nothing is pressed. */
export function keysOf(typed: string): readonly Key[] {
  return [...typed.matchAll(/(,*)([^,])/g)].map(([, commas = '', key = '']) => ({
    key,
    pauseMs: commas.length * 1000,
  }));
}

/** In the words of the tables: `now`, `4 s`, `only 911 now`, `as 1911 now`, `denied`, `incomplete`, `impossible`. */
export function phrase({ kind, digits, afterMs }: Outcome, typed: string): string {
  if (kind !== 'sent') return kind;
  const when = afterMs === 0 ? 'now' : `${afterMs / 1000} s`;
  const keys = typed.replace(/,/g, '');
  if (digits === keys) return when;
  return `${keys.startsWith(digits) ? 'only' : 'as'} ${digits} ${when}`;
}

export function readTable<Column extends string>(name: string): Record<Column, string>[] {
  return parse(readFileSync(join(__dirname, 'tables', `${name}.csv`)), {
    columns: true,
    comment: '//',
    comment_no_infix: true,
    skip_empty_lines: true,
  });
}
