/** A plan as people read it: what changes for callers first, what is alike once. */
import { planText } from '../../src/cli/commands/plan/text';
import { type Files, Operator } from '../twilio/operator';
import { deployed, ownNumbers, SMALL } from '../twilio/small';

const MORE = Array.from(
  { length: 11 },
  (_, n) => `desk${n}: { name: Desk, environments: [stage] }`,
);
const FILES: Files = {
  ...SMALL,
  'extensions.yaml': `${SMALL['extensions.yaml']}${MORE.join('\n')}\n`,
  'numbers.yaml': `
+15035550100: { ring: [shop], environment: stage }
+15035550102: { ring: [shop], environment: stage }
`,
};

describe('the text of a plan', () => {
  let operator: Operator;
  let text: string;
  beforeEach(async () => {
    operator = new Operator(FILES);
    await ownNumbers(operator.standIn);
    deployed(operator.standIn, 'stage');
    text = planText('stage', await operator.plan('stage'));
  });
  afterEach(() => operator.remove());

  it('begins with what changes for callers', () => {
    const lines = text.split('\n').filter((line) => /^ {2}[+~±-] /.test(line));
    expect(
      lines.map((line) =>
        line.replace(/^ {2}(. \D*?)(\d* ?)(SIP|phone|emerg|voice|regis|cred).*/, '$3'),
      ),
    ).toEqual([...['SIP', 'phone', 'emerg', 'emerg', 'voice', 'regis', 'cred', 'cred']]);
  });

  it('folds credentials, and names them', () => {
    expect(text).toMatch(
      /\+ 14 credentials {2}the directory has this extension\n +\+15035550101, shop, office, desk0/,
    );
    expect(text.match(/password generation/g)).toHaveLength(1);
  });

  it('says the settings of several numbers once, and not how often Twilio tries', () => {
    expect(text).toMatch(/~ \d phone numbers/);
    expect(text.match(/voiceUrl/g)).toHaveLength(2);
    expect(text).not.toContain('#ct=');
  });

  it('shows a change of nothing but how often Twilio tries', async () => {
    await operator.apply('stage');
    const domain = operator.standIn.state.api.domains[0]!;
    domain.voiceUrl = domain.voiceUrl!.split('#', 1).join();
    expect(planText('stage', await operator.plan('stage'))).toMatch(
      /voiceUrl: https:\S+\/sip-outgoing, and tried again when it fails \(ct=2000/,
    );
  });
});
