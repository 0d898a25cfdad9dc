/** What an operator sees of a number that rings its phones ten at a time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkedProject } from '../../src/config/checkedProject';
import { explain } from '../../src/simulate/explain';
import type { Question } from '../../src/simulate/question';
import { explanationText } from '../../src/cli/commands/explain/text';
import { readTestPlan, runTestPlan } from '../../src/simulate/testPlan';
import { DESKS, HALL, SHARING } from '../fixtures/sharing';

const folder = mkdtempSync(path.join(tmpdir(), 'rounds-'));
for (const [name, text] of Object.entries(SHARING)) writeFileSync(path.join(folder, name), text);
const project = checkedProject(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = new Date('2026-11-21T12:00-08:00');
const FIRST = DESKS.slice(0, 10);
const THEN = DESKS.slice(10);

it('explain shows who rings first, and who then', () => {
  const call = { direction: 'incoming', from: '+15035550199', to: HALL } as const;
  const question: Question = { ...call, environment: 'stage', at: NOW };
  const explanation = explain(question, project);
  expect(explanation.decision).toMatchObject({ extensions: FIRST, later: [THEN] });

  const text = explanationText(question, explanation, project);
  expect(text).toContain(`ring ${FIRST.join(' ')} then ${THEN.join(' ')}`);
  expect(text).toContain(`  extensions        ${FIRST.join(', ')}\n`);
  expect(text).toContain(`  later             ${THEN.join(', ')}\n`);
});

it.each([
  [`ring ${FIRST.join(' ')} then ${THEN.join(' ')}`, true],
  [`ring ${FIRST.join(' ')}`, false],
  ['ring', true],
])('a test plan that expects %s comes out: %s', (expected, passed) => {
  const plan = path.join(folder, 'plan.csv');
  const row = `incoming,+15035550199,${HALL},stage,${expected}`;
  writeFileSync(plan, `direction,from,to,environment,expect\n${row}\n`);
  expect(runTestPlan(readTestPlan(plan, NOW), project)[0]?.passed).toBe(passed);
});
