import { rollback } from '../../src/twilio/deploy/rollback';
import { Deployments } from './deployed';

let deployments: Deployments;
let first: string;
let second: string;

beforeEach(async () => {
  deployments = new Deployments();
  await deployments.createService();
  first = await deployments.build('1111111111111111');
  second = await deployments.build('2222222222222222');
  await deployments.deploy('stage', second);
  await deployments.deploy('prod', first);
});
afterEach(() => expect(deployments.standIn.violations).toEqual([]));

function back(to?: string) {
  return rollback({ ...deployments.tools, environment: 'prod', to });
}

describe('dialtone rollback', () => {
  it('lets the environment serve the build before, and no other environment', async () => {
    await deployments.deploy('prod', second);

    const rolledBack = await back();

    expect(rolledBack).toMatchObject({
      environment: 'prod',
      buildSid: first,
      former: second,
      stamp: '1111111111111111',
    });
    expect(Date.parse(rolledBack.deployedAt)).not.toBeNaN();
    expect(await deployments.serving()).toEqual({ stage: second, prod: first });
    expect(deployments.audit).toMatchObject([
      { environment: 'prod', action: 'rollback', fields: [{ from: second, to: first }] },
    ]);
  });

  it('skips earlier deployments of the build that is served', async () => {
    const third = await deployments.build('3333333333333333');
    for (const build of [third, second, third, second]) await deployments.deploy('prod', build);
    expect((await back()).buildSid).toBe(third);
  });

  it('goes forth again the second time', async () => {
    await deployments.deploy('prod', second);
    await back();
    expect((await back()).buildSid).toBe(second);
  });

  it('goes to a certain build that the environment has served', async () => {
    const third = await deployments.build('3333333333333333');
    await deployments.deploy('prod', second);
    await deployments.deploy('prod', third);
    expect((await back(first)).buildSid).toBe(first);
  });

  it.each([
    ['lost', { loseReply: true }],
    ['answered with 503', { status: 503 }],
  ] as const)('deploys once though the reply is %s', async (_, fault) => {
    await deployments.deploy('prod', second);
    deployments.standIn.faults.plan({
      on: ({ method, route }) => method === 'POST' && route.endsWith('/Deployments'),
      fault,
    });
    await back();
    const all = await deployments.service.environments.list();
    const prod = all.find(({ domainSuffix }) => domainSuffix === 'prod')!;
    expect(await deployments.service.environments(prod.sid).deployments.list()).toHaveLength(3);
  });

  describe('changes nothing, and says why,', () => {
    let writes: number;
    const countWrites = () => deployments.standIn.ledger.filter(({ write }) => write).length;
    afterEach(() => expect(countWrites()).toBe(writes));

    it('when there is no build before', async () => {
      writes = countWrites();
      await expect(back()).rejects.toThrow(`prod has served no other build than ${first}.`);
    });

    it('when the environment has never served it', async () => {
      const never = await deployments.build('5555555555555555');
      writes = countWrites();
      await expect(back(never)).rejects.toThrow(`prod has never served ${never}.`);
      await expect(back(first)).rejects.toThrow(`prod serves ${first} already.`);
    });

    it('when Twilio has removed the build', async () => {
      const third = await deployments.build('3333333333333333');
      await deployments.deploy('prod', third);
      await deployments.service.builds(first).remove();
      writes = countWrites();
      await expect(back()).rejects.toThrow(
        `Build ${first} no longer exists: Twilio keeps a build that no environment serves for seven days.`,
      );
    });

    it('when nothing is deployed', async () => {
      writes = countWrites();
      const { tools } = deployments;
      await expect(rollback({ ...tools, environment: 'dev' })).rejects.toThrow(
        'Nothing is deployed to dev.',
      );
    });
  });
});
