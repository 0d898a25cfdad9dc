import { compileFiles, diagnosticsOf, HOUSE } from './support';

const PHONES = `
desk: { name: Desk, number: +15035550101, zero: { do: operator } }
demo: { name: Bench, environments: [stage] }`;

function reported(operators: string, numbers = HOUSE): string {
  return diagnosticsOf({
    'extensions.yaml': PHONES,
    'numbers.yaml': numbers,
    'operators.yaml': operators,
  });
}

const NOTICE = 'notice: { webhook: true }';

describe('The operator', () => {
  it('is compiled with what goes without saying', () => {
    const { directory, diagnostics } = compileFiles({
      'extensions.yaml': PHONES,
      'operators.yaml': `volunteers: { robin: { call: +15035550171 }, desk: { call: desk } }\n${NOTICE}`,
    });
    expect(diagnostics).toEqual([]);
    expect(directory?.operator).toEqual({
      volunteers: [
        { name: 'robin', call: { number: '+15035550171' }, languages: ['en', 'es'] },
        { name: 'desk', call: { extension: 'desk' }, languages: ['en', 'es'] },
      ],
      waitSeconds: 60,
      ringSeconds: 25,
      message: { maxSeconds: 900, keepDays: 30 },
      notice: { sms: [], webhook: true },
      limits: { phone: { minute: 2, day: 20 }, site: { minute: 6, day: 100 } },
    });
  });

  it('must be there where someone asks for one', () => {
    const asks = {
      'extensions.yaml': PHONES,
      'numbers.yaml': `${HOUSE}+15035550140: { operator: true }`,
    };
    expect(diagnosticsOf(asks)).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  desk.zero.do  calls the operator, but there is no operators.yaml
           fix: Add operators.yaml; see docs/operator.md.

     numbers.yaml
       numbers.yaml:2  +15035550140.operator  calls the operator, but there is no operators.yaml
           fix: Add operators.yaml; see docs/operator.md.

     2 errors
     "
    `);
  });

  it('is warned of where nobody asks, nobody answers and nobody is told', () => {
    expect(diagnosticsOf({ 'operators.yaml': 'volunteers: {}' })).toMatchInlineSnapshot(`
     "operators.yaml
       operators.yaml  warning: nothing calls the operator: no \`zero\`, no key and no number
           fix: Write \`zero: { do: operator }\` in site.yaml.
       operators.yaml:1  volunteers  warning: is empty: every caller leaves a message
           fix: Add a volunteer.
       operators.yaml:1  notice  warning: nobody is notified of a message
           fix: Add \`sms: [+1…]\`, or \`webhook: true\`. \`dialtone messages list\` shows the messages anyway.

     3 warnings
     "
    `);
  });

  it('calls each telephone once, and only people', () => {
    expect(
      reported(
        `
volunteers:
  Robin: { call: +15035550171 }
  sol: { call: +15035550171 }
  desk: { call: desk }
  desk-again: { call: +15035550101 }
  nobody: { call: dsk }
  bench: { call: demo }
  short: { call: 5035550171 }
  loop: { call: +15035550140 }
  round: { call: +15035550141 }
  machine: { call: +15035550142 }
${NOTICE}`,
        `${HOUSE}+15035550140: { operator: true }
+15035550141: { ring: [desk], otherwise: +15035550140 }
+15035550142: { twiml: incoming-house }`,
      ),
    ).toMatchInlineSnapshot(`
     "operators.yaml
       operators.yaml:3  volunteers.Robin  \`Robin\` cannot be the name of a volunteer
           fix: Use up to 40 lower-case letters, digits and hyphens.
       operators.yaml:4  volunteers.sol.call  calls the same telephone as \`Robin\`
           fix: Keep one of them.
       operators.yaml:6  volunteers.desk-again.call  warning: +15035550101 is the number of \`desk\`: the call would go through the telephone network
           fix: Write \`desk\`.
       operators.yaml:6  volunteers.desk-again.call  calls the same telephone as \`desk\`
           fix: Keep one of them.
       operators.yaml:7  volunteers.nobody.call  there is no extension \`dsk\`
           fix: Did you mean \`desk\`?
       operators.yaml:8  volunteers.bench.call  \`demo\` does not live in prod: nobody would be called there
           fix: Use another extension, or a number.
       operators.yaml:9  volunteers.short.call  \`5035550171\` is not in E.164
           fix: Write \`+15035550171\`.
       operators.yaml:10  volunteers.loop.call  +15035550140 calls the operator: the volunteer would call themselves
           fix: Use a person’s extension, or their own number.
       operators.yaml:11  volunteers.round.call  +15035550141 → +15035550140 calls the operator: the volunteer would call themselves
           fix: Use a person’s extension, or their own number.
       operators.yaml:12  volunteers.machine.call  +15035550142 is answered by the TwiML asset \`incoming-house\`, not by a person
           fix: Use a person’s extension, or their own number.

     9 errors, 1 warning
     "
    `);
  });

  it('speaks every language of the site, and no other', () => {
    expect(reported(`volunteers: { robin: { call: +15035550171, languages: [en] } }\n${NOTICE}`))
      .toMatchInlineSnapshot(`
     "operators.yaml
       operators.yaml:1  volunteers  warning: no volunteer speaks es: its callers always leave a message
           fix: Add \`es\` to someone's languages.

     1 warning
     "
    `);
  });

  it('rings no phone longer than a caller waits', () => {
    const seconds = 'waitSeconds: 30\nringSeconds: 31';
    expect(reported(`volunteers: { desk: { call: desk } }\n${NOTICE}\n${seconds}`))
      .toMatchInlineSnapshot(`
     "operators.yaml
       operators.yaml:4  ringSeconds  warning: phones would ring for 31 seconds, but the caller is asked for a message after 30
           fix: At most 30, or let callers wait longer.

     1 warning
     "
    `);
  });

  it.each([
    ['waitSeconds: 24', '25 seconds, but the caller is asked for a message after 24'],
    ['ringSeconds: 61', '61 seconds, but the caller is asked for a message after 60'],
    ['waitSeconds: 25', ''],
    ['waitSeconds: 30\nringSeconds: 30', ''],
  ])('rings phones with what goes without saying: %s', (seconds, said) => {
    const diagnostics = reported(`volunteers: { desk: { call: desk } }\n${NOTICE}\n${seconds}`);
    if (said === '') expect(diagnostics).toBe('');
    else expect(diagnostics).toContain(said);
  });

  it('is limited for a phone no further than for the site', () => {
    expect(
      reported(`volunteers: { desk: { call: desk } }\n${NOTICE}\nlimits: { phone: { minute: 7 } }`),
    ).toMatchInlineSnapshot(`
     "operators.yaml
       operators.yaml:3  limits.phone.minute  warning: is more than the limit of the whole site (6): it has no effect
           fix: At most 6.

     1 warning
     "
    `);
  });
});
