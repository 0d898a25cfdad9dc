import {
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../../src/diagnostics/errors';
import { readProject } from '../../src/config/project';
import { rotate } from '../../src/twilio/secrets/rotate';
import { copyOfExample, type DirectoryCopy } from './faultyDirectory';

let copy: DirectoryCopy;
let file: string;

beforeEach(() => {
  copy = copyOfExample();
  file = path.join(copy.folder, 'extensions.yaml');
});
afterEach(() => copy.remove());

const generation = (username: string) =>
  readProject(copy.folder).project?.provisioning.extensions.get(username)?.passwordGeneration;

/** The error, and what it left of the file. */
function refusal(username: string): UserError {
  const before = readFileSync(file);
  try {
    rotate(copy.folder, username);
  } catch (error) {
    expect(readFileSync(file).equals(before)).toBe(true);
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was written');
}

describe('dialtone rotate', () => {
  it('raises the generation of one phone, again and again', () => {
    expect(rotate(copy.folder, 'clinton')).toEqual({ from: 1, to: 2 });
    expect(rotate(copy.folder, 'clinton')).toEqual({ from: 2, to: 3 });
    expect(generation('clinton')).toBe(3);
    expect(generation('belmont')).toBe(1);
  });

  it('finds a phone by its number, and by a short one', () => {
    rotate(copy.folder, '+15035550123');
    rotate(copy.folder, '101');
    expect([generation('+15035550123'), generation('101')]).toEqual([2, 2]);
  });

  it('keeps the mode of the file, and leaves nothing beside it', () => {
    const before = readdirSync(copy.folder);
    chmodSync(file, 0o660);
    rotate(copy.folder, 'clinton');
    expect(statSync(file).mode & 0o777).toBe(0o660);
    expect(readdirSync(copy.folder)).toEqual(before);
  });

  it('writes through no link', () => {
    const phones = path.join(copy.folder, 'phones');
    renameSync(file, phones);
    symlinkSync('phones', file);
    const before = readFileSync(phones);
    expect(refusal('clinton').message).toContain('extensions.yaml  is a link');
    expect(readFileSync(phones).equals(before)).toBe(true);
  });

  it('knows no other phones', () => {
    expect(refusal('clintn')).toMatchObject({
      message: 'extensions.yaml has no extension clintn: did you mean clinton?',
      fix: 'Its name is the key in extensions.yaml.',
    });
  });

  it('changes no directory that has an error', () => {
    copy.edit('numbers.yaml', 'ring: [demo]', 'ring: [dmeo]');
    expect(refusal('clinton').message).toContain('there is no extension `dmeo`');
  });

  it('changes no file whose letters it would lose', () => {
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from('# caf\xe9\n', 'latin1')]));
    expect(refusal('clinton').message).toContain('is not UTF-8');
  });
});
