import { redacted } from '../../src/cli/commands/deploy/redact';
import { originOf, ownFolder, projectFor } from '../../src/build/deployableProject';
import { copyOfExample } from '../cli/faultyDirectory';

const copy = copyOfExample();
const quiet = () => {};
afterAll(() => copy.remove());

describe('What may be deployed', () => {
  it('is a copy of the example on dev alone, until something in it is changed', () => {
    expect(originOf(projectFor('dev', copy.folder, { env: {}, warn: quiet }))).toBe('example');
    expect(() => projectFor('stage', copy.folder, { env: {}, warn: quiet })).toThrow(
      'is still the example',
    );
    expect(() => projectFor('prod', copy.folder, { env: {}, warn: quiet })).toThrow(
      'is still the example',
    );
  });

  it('is not told by comments and templates', () => {
    copy.edit('site.yaml', 'name: Example Phones', '# ours now\nname:   Example Phones');
    copy.edit('twiml/incoming-house.xml', '<Response>', '<Response><!-- ours -->');
    expect(() => projectFor('stage', copy.folder, { env: {}, warn: quiet })).toThrow(
      'is still the example',
    );
  });

  it('is told by any value', () => {
    copy.edit('extensions.yaml', 'class: national', 'class: local');
    expect(originOf(projectFor('stage', copy.folder, { env: {}, warn: quiet }))).toBe('own');
  });

  it('is never the example’s own folder', () => {
    expect(() => ownFolder('examples/../examples/payphones', {})).toThrow('is the example');
  });
});

it('What the Twilio CLI prints is shown without the account’s password', () => {
  const login = { accountSid: 'AC', username: 'AC', password: 'fictional0auth0token' };
  const shown = redacted(
    'using fictional0auth0token: fictional0auth0token',
    login,
    'stage',
    undefined,
  );
  expect(shown).toBe('using ***: ***');
});
