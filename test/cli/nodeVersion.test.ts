import { readFileSync } from 'node:fs';
import { nodeWarning } from '../../src/cli/terminal/nodeVersion';

describe('nodeWarning', () => {
  it.each(['v22.0.0', 'v22.23.3', 'v24.21.0'])('says nothing of %s', (version) => {
    expect(nodeWarning(version)).toBeUndefined();
  });

  it.each(['v18.0.0', 'v23.1.0', 'v26.0.0'])('warns of %s', (version) => {
    expect(nodeWarning(version)).toBe(
      `Node.js ${version} is not supported: Dialtone is tested on 22 and 24.`,
    );
  });

  it('says that 20 works', () => {
    expect(nodeWarning('v20.20.2')).toBe(
      'Node.js v20.20.2 works, but is not supported: Dialtone is tested on 22 and 24.',
    );
  });

  it('means the versions that package.json names', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      engines: { node: string };
    };
    const named = engines.node.split(' || ').map((range) => `v${range}.0.0`);
    expect(named.map(nodeWarning)).toEqual([undefined, undefined]);
  });
});
