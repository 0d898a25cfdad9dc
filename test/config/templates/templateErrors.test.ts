/** TwiML assets as part of a directory: what they call is on the directory's list. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { destinationsOf } from '../../../src/twilio/destinations';
import { readProject } from '../../../src/config/project';

const SITE = `
name: Example Phones
timeZone: America/Los_Angeles
languages: [en]
areaCode: 503
environments: { prod: { sipDomain: direct-example-prod } }
`;

function read(asset: string, calling = '') {
  const folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
  try {
    mkdirSync(path.join(folder, 'twiml'));
    writeFileSync(path.join(folder, 'site.yaml'), SITE);
    writeFileSync(path.join(folder, 'calling.yaml'), calling);
    writeFileSync(path.join(folder, 'twiml', 'winter.xml'), `<Response>\n${asset}\n</Response>`);
    return readProject(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('A number in a TwiML asset', () => {
  it('keeps its country open at Twilio', () => {
    const { project, diagnostics } = read('<Dial><Number>+44 20 7946 0123</Number></Dial>');
    expect(diagnostics).toEqual([]);
    const { directory, provisioning } = project!;
    const { regions } = destinationsOf(directory, provisioning.dialled);
    expect(regions.get('GB')).toBe('the directory itself calls there (twiml/winter.xml:2)');
  });

  it.each([
    ['<Dial>+19005550199</Dial>', 'premium rate'],
    ['<Dial><Number>+15005550199</Number></Dial>', 'is non-geographic'],
    ['<Sms to="+15039765501">Hello</Sms>', 'a message to it is sent at your cost'],
  ])('is warned of where it costs more than it seems: %s', (asset, reported) => {
    const { project, diagnostics } = read(asset);
    expect(diagnostics).toMatchObject([
      { where: { file: 'twiml/winter.xml', line: 2 }, severity: 'warning' },
    ]);
    expect(diagnostics[0]?.message).toContain(reported);
    expect(project).toBeDefined();
  });

  it('is judged by the lists of the site', () => {
    const asset = '<Dial>+15039765501</Dial>';
    expect(read(asset, 'premium: { exchanges: [] }').diagnostics).toEqual([]);
  });

  it('is no emergency number, nor with the area code of the site before it', () => {
    for (const number of ['911', '+1503911']) {
      const { project, diagnostics } = read(`<Dial><Number>${number}</Number></Dial>`);
      expect(project).toBeUndefined();
      expect(diagnostics).toMatchObject([
        { where: { file: 'twiml/winter.xml', line: 2 }, severity: 'error' },
      ]);
    }
  });
});

describe('An asset that answers a number', () => {
  const phones = (count: number) => Array.from({ length: count }, (_, i) => `p${i + 1}`);
  const DIAL = '<Dial>{{#ring}}<Sip>{{uri}}</Sip>{{/ring}}</Dial>';
  const found = (asset: string, rule: string, count = 11) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'assets-'));
    const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
    try {
      mkdirSync(path.join(folder, 'twiml'));
      write('site.yaml', `${SITE}defaults: { callerId: +15035550100 }\n`);
      write(
        'extensions.yaml',
        phones(count)
          .map((name) => `${name}: { name: P }`)
          .join('\n'),
      );
      const ring = `ring: [${phones(count).join(', ')}]`;
      write('numbers.yaml', `+15035550100: { twiml: winter, ${ring}${rule} }`);
      write(path.join('twiml', 'winter.xml'), `<Response>${asset}</Response>`);
      return readProject(folder).diagnostics.map(({ message }) => message);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const LATE = 'the 11th phone never rings';
  const LOST = '`otherwise` never follows';

  it.each([
    [DIAL, '', 11, [LATE]],
    [DIAL, '', 13, ['the 3 phones after the first 10 never ring']],
    [DIAL, ', otherwise: unavailable', 2, [LOST]],
    [DIAL, ', otherwise: unavailable', 11, [`${LATE}, and ${LOST}`]],
    [DIAL, '', 10, []],
    [DIAL.replace('<Dial>', '<Dial action="{{action}}">'), ', otherwise: unavailable', 11, []],
    [DIAL.replace('<Dial>', '<Dial action="{{ action }}">'), '', 11, []],
  ] as const)('%s%s with %i phones: %j', (asset, rule, count, lost) => {
    const messages = found(asset, rule, count);
    expect(messages).toEqual(
      lost.map((each) => `answers \`+15035550100\` without \`{{action}}\`: ${each}`),
    );
  });
});
