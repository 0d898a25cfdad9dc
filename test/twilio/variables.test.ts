import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, findDeployment } from '../../src/twilio/deploy/deployment';
import {
  deployedVariables,
  removeVariable,
  staleVariables,
} from '../../src/twilio/deploy/variables';
import { Deployments, SERVICE } from '../cli/deployed';

const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-variables-'));
const file = path.join(folder, '.env.stage');
afterAll(() => rmSync(folder, { recursive: true }));

let deployments: Deployments;
let deployment: Deployment;

beforeEach(async () => {
  deployments = new Deployments();
  await deployments.createService();
  const { sid } = await deployments.environment('stage-environment', 'stage');
  for (const key of ['KEPT', 'EMPTIED', 'FORMER']) {
    await deployments.service.environments(sid).variables.create({ key, value: 'fictional' });
  }
  deployment = (await findDeployment(deployments.rest, SERVICE, 'stage'))!;
});
afterEach(() => expect(deployments.standIn.violations).toEqual([]));

async function stale(text: string): Promise<string[]> {
  writeFileSync(file, text);
  const found = await staleVariables(deployments.rest, deployment, file);
  return found.map(({ name }) => name);
}

describe('Variables of a deployment', () => {
  it('are stale where the env file does not have them, or has them empty', async () => {
    expect(await stale('KEPT=yes\nEMPTIED=\nNEW=1\n')).toEqual(['EMPTIED', 'FORMER']);
  });

  it('are not stale because they have another value', async () => {
    expect(await stale('KEPT=other\nEMPTIED=x\nFORMER="y z"\n')).toEqual([]);
  });

  it('are all stale where there is no env file', async () => {
    rmSync(file, { force: true });
    const found = await staleVariables(deployments.rest, deployment, file);
    expect(found).toHaveLength(3);
  });

  it.each([{}, { loseReply: true }, { drop: true }, { status: 503 }] as const)(
    'are removed once, whatever becomes of the reply: %j',
    async (fault) => {
      writeFileSync(file, 'KEPT=yes\nEMPTIED=x\n');
      const [former] = await staleVariables(deployments.rest, deployment, file);
      deployments.standIn.faults.plan({ on: ({ method }) => method === 'DELETE', fault });
      await removeVariable(deployments.rest, deployment, former!);
      const left = await deployedVariables(deployments.rest, deployment);
      expect(left.map(({ name }) => name)).toEqual(['EMPTIED', 'KEPT']);
    },
  );
});
