import { followDirectory } from '../../src/cli/commands/provision/followDirectory';
import type { Project } from '../../src/config/project';
import { fakeContext } from './commandLine';
import { copyOfExample } from './faultyDirectory';

const directory = copyOfExample();
afterAll(() => directory.remove());

describe('followDirectory', () => {
  it('misses no change from the moment that it says it follows', async () => {
    let changed: (project: Project) => void = () => {};
    const change = new Promise<Project>((resolve) => (changed = resolve));
    const following = await followDirectory(directory.folder, changed, fakeContext());
    directory.edit('site.yaml', 'name: Example Phones', 'name: Changed At Once');
    try {
      expect((await change).directory.site.name).toBe('Changed At Once');
    } finally {
      await following.close();
    }
  });
});
