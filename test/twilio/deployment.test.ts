import { findDeployment, serviceName } from '../../src/twilio/deploy/deployment';
import { Deployments, SERVICE } from '../cli/deployed';

let deployments: Deployments;

beforeEach(() => (deployments = new Deployments()));
afterEach(() => {
  expect(deployments.standIn.violations).toEqual([]);
});

function find(environment: 'dev' | 'stage' | 'prod', service = SERVICE) {
  return findDeployment(deployments.rest, service, environment);
}

describe('The deployment of an environment', () => {
  it('is none where there is no service, or not this environment', async () => {
    expect(await find('stage')).toBeUndefined();
    await deployments.createService();
    await deployments.environment('dev-environment', 'dev');
    expect(await find('stage')).toBeUndefined();
    expect(await find('dev', 'another')).toBeUndefined();
  });

  it('has no build before the first one is deployed', async () => {
    await deployments.createService();
    const { sid, domainName } = await deployments.environment('stage-environment', 'stage');
    const serviceSid = (await find('stage'))?.serviceSid;
    expect(await find('stage')).toEqual({
      serviceSid,
      environmentSid: sid,
      domainName,
      suffix: 'stage',
    });

    const build = await deployments.build('1111111111111111');
    await deployments.deploy('stage', build);
    expect((await find('stage'))?.buildSid).toBe(build);
  });

  it('is found among more than one page, by no name but its suffix', async () => {
    await deployments.createService();
    for (let index = 0; index < 120; index += 1) {
      await deployments.environment(`other-${index}`, `other-${index}`);
    }
    const { sid } = await deployments.environment('whatever', 'prod');
    for (let index = 0; index < 120; index += 1) {
      await deployments.environment(`more-${index}`, `more-${index}`);
    }
    expect((await find('prod'))?.environmentSid).toBe(sid);
  });

  it('of prod may have no suffix, which is nobody else’s', async () => {
    await deployments.createService();
    const { domainName } = await deployments.environment('production');
    expect(await find('prod')).toMatchObject({ domainName });
    expect(await find('prod')).not.toHaveProperty('suffix');
    expect(await find('stage')).toBeUndefined();
    expect(await find('dev')).toBeUndefined();
  });

  it('is refused where its functions would take themselves for another', async () => {
    await deployments.createService();
    await deployments.environment('stage-environment', 'stage');
    const [service] = deployments.standIn.state.serverless.services;
    // As a service would be named that ends in `-stage` by itself.
    const [environment] = service!.environments;
    Object.assign(environment!, { domainName: 'dialtone-stage-1234-dev.twil.io' });
    await expect(find('stage')).rejects.toThrow(
      'The functions on dialtone-stage-1234-dev.twil.io would run as dev, not as stage',
    );
  });

  it('is read through Twilio being busy', async () => {
    await deployments.createService();
    await deployments.environment('stage-environment', 'stage');
    deployments.standIn.faults.plan({ on: () => true, times: 3, fault: { status: 429 } });
    expect(await find('stage')).toBeDefined();
  });
});

it('The service has the name of the project', () => {
  expect(serviceName()).toBe('dialtone');
});
