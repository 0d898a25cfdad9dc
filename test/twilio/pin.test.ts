/** Another account is refused before anything is written to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refuseOtherAccount, refuseOtherKey } from '../../src/twilio/records/pin';
import { Rest } from '../../src/twilio/client/rest';
import { pinnedAccount, pinText } from '../../src/twilio/records/pinned';
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';

const OURS = `AC${'0'.repeat(28)}0001`;
const OTHER = `AC${'0'.repeat(28)}0002`;

describe('the account', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'pin-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const site = (text: string) => writeFileSync(path.join(folder, 'site.yaml'), text);

  it.each([
    ['pinned', `environments:\n  stage: { accountSid: ${OURS} }\n`, OURS],
    ['of another environment alone', `environments:\n  prod: { accountSid: ${OURS} }\n`, undefined],
    [
      'pinned beside a fault',
      `nonsense: 1\nenvironments:\n  stage: { accountSid: ${OURS} }\n`,
      OURS,
    ],
    ['not named', 'name: Example\n', undefined],
  ])('%s is read', (_, text, pinned) => {
    site(text);
    expect(pinnedAccount(folder, 'stage')).toBe(pinned);
  });

  it('cannot be seen in a file that is no YAML', () => {
    site('environments: {');
    expect(() => pinnedAccount(folder, 'stage')).toThrow('cannot be read');
  });

  it.each([
    ['the pinned one', OURS, OURS, undefined],
    ['the pinned one in capitals', OURS, OURS.replace('AC', 'ac'), undefined],
    ['any where none is pinned', undefined, OTHER, undefined],
    ['another', OURS, OTHER, 'This is account AC0000…0002, but stage belongs to AC0000…0001'],
  ])('%s', (_, pinned, accountSid, refusal) => {
    const look = () => refuseOtherAccount('stage', pinned, { accountSid });
    if (refusal === undefined) look();
    else expect(look).toThrow(refusal);
  });

  it('is what to add to site.yaml, until it stands there', () => {
    site('environments: { stage: {} }\n');
    expect(pinText('stage', folder, OURS)).toContain(`accountSid: ${OURS}`);
    site(`environments: { stage: { accountSid: ${OURS} } }\n`);
    expect(pinText('stage', folder, OURS)).toBeUndefined();
    expect(pinText('stage', undefined, OURS)).toBeUndefined();
  });
});

describe('an API key', () => {
  const login = ({ apiKey }: TwilioStandIn, accountSid: string) => ({
    accountSid,
    username: apiKey.sid,
    password: apiKey.secret,
  });

  it('of the account is taken, one of another is refused', async () => {
    const standIn = new TwilioStandIn();
    const rest = new Rest(
      standIn.client({ username: standIn.apiKey.sid, password: standIn.apiKey.secret }),
    );
    await refuseOtherKey(rest, login(standIn, standIn.accountSid));
    await expect(refuseOtherKey(rest, login(standIn, OTHER))).rejects.toThrow(
      'but TWILIO_ACCOUNT_SID is AC0000…0002',
    );
    standIn.state.sync.services.splice(0);
    await refuseOtherKey(rest, login(standIn, OTHER));
    expect(standIn.ledger.filter(({ write }) => write)).toEqual([]);
    expect(standIn.violations).toEqual([]);
  });
});
