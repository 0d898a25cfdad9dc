/** The rehearsal is a test too: that it ends well, and that no secret is left anywhere. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findKey } from '../../src/twilio/secrets/key';
import { sipPassword } from '../../src/twilio/secrets/passwords';
import { rehearse, type Rehearsed } from '../../tools/rehearse/story';

describe('the rehearsal', () => {
  let rehearsed: Rehearsed;
  let shown = '';
  beforeAll(async () => {
    rehearsed = await rehearse((text) => (shown += `${text}\n`));
  });
  afterAll(() => rehearsed.project.remove());

  /** Every secret of this life: of the account, of both environments, of every phone. */
  function secrets(): string[] {
    const { standIn, project } = rehearsed;
    const usernames = standIn.state.api.credentialLists.flatMap(({ credentials }) =>
      credentials.map(({ username }) => username),
    );
    const derived = (['stage', 'prod'] as const).flatMap((environment) => {
      const key = findKey(environment, project.path('directory'), {});
      if (!key) throw new Error(`no key of ${environment}`);
      return [
        key.toString('base64url'),
        key.toString('hex'),
        ...usernames.map((username) => sipPassword(key, { environment, username, generation: 1 })),
      ];
    });
    return [standIn.authToken, standIn.apiKey.secret, ...derived];
  }

  function files(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`));
  }

  it('sets the passwords that the key makes', () => {
    const { standIn, project } = rehearsed;
    const key = findKey('stage', project.path('directory'), {})!;
    const id = { environment: 'stage', username: 'workshop', generation: 1 } as const;
    const password = sipPassword(key, id);
    expect(standIn.passwordMatches('direct-rehearsal-stage', 'workshop', password)).toBe(true);
    expect(standIn.passwordMatches('direct-rehearsal-prod', 'workshop', password)).toBe(false);
  });

  it('leaves no secret in any output', () => {
    const everything = shown + rehearsed.output;
    expect(everything.length).toBeGreaterThan(5_000);
    expect(secrets().length).toBeGreaterThan(20);
    for (const secret of secrets()) expect(everything.includes(secret)).toBe(false);
  });

  it('leaves no secret in any file but the keys themselves', () => {
    const folder = realpathSync(rehearsed.project.folder);
    const all = files(folder).filter(
      (file) => !file.startsWith(path.join(folder, 'directory/.keys')),
    );
    expect(all.map((file) => path.relative(folder, file))).toEqual(
      expect.arrayContaining(['directory/audit.jsonl', 'directory/applied/stage.json']),
    );
    const holding = all.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return secrets().some((secret) => text.includes(secret));
    });
    expect(holding).toEqual([]);
  });

  it('leaves no secret in what Twilio keeps in clear, nor in what it was sent but passwords', () => {
    const { state, ledger } = rehearsed.standIn;
    const sent = ledger
      .map(({ path: where, params }) => JSON.stringify([where, params]))
      .join('\n');
    const kept = JSON.stringify(state.serverless.services.map((service) => service.environments));
    for (const secret of secrets()) expect(`${sent}${kept}`.includes(secret)).toBe(false);
  });
});
