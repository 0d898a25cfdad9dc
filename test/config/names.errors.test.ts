import { diagnosticsOf, SITE } from './support';

describe('Names that lead nowhere', () => {
  it('refuses an unknown class and says which was meant', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, class: nationl }`,
        'calling.yaml': `classes:
  local: { allow: [US] }
  national: { allow: [MX] }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.class  there is no class of service \`nationl\`
           fix: Did you mean \`national\`?

     calling.yaml
       calling.yaml:3  classes.national  warning: no extension has the class \`national\`
           fix: Use it or remove it.

     1 error, 1 warning
     "
    `);
  });

  it('refuses an unknown extension that # should ring', () => {
    expect(
      diagnosticsOf({ 'extensions.yaml': `clinton: { name: Booth, hash: { ring: [clintn] } }` }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.ring[0]  there is no extension \`clintn\`
           fix: Did you mean \`clinton\`?

     1 error
     "
    `);
  });

  it('says whose number it is where a number stands for an extension', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, number: +15035550130 }
belmont: { name: Booth, zero: { ring: [+15035550130] } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  belmont.zero.ring[0]  there is no extension \`+15035550130\`
           fix: \`+15035550130\` is the number of \`clinton\`: write \`clinton\`.

     1 error
     "
    `);
  });

  it('refuses an unknown TwiML asset', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, hash: { twiml: incoming-hose } }`,
        'numbers.yaml': `+15035550100: { twiml: houses, otherwise: unavailabl }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.twiml  there is no TwiML asset \`incoming-hose\`
           fix: Did you mean \`incoming-house\`?

     numbers.yaml
       numbers.yaml:1  +15035550100.twiml  there is no TwiML asset \`houses\`
           fix: Add twiml/houses.xml to the directory. Known: incoming, unavailable, closed, incoming-house.
       numbers.yaml:1  +15035550100.otherwise  there is no TwiML asset \`unavailabl\`
           fix: Did you mean \`unavailable\`?

     3 errors
     "
    `);
  });

  it('refuses a host that calls may not be handed off to', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: Booth, hash: { handOff: portland@pbx.example.org } }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  clinton.hash.handOff  calls may not be handed off to \`pbx.example.org\`
           fix: Add \`pbx.example.org\` to \`handOffHosts\` in site.yaml.

     1 error
     "
    `);
  });

  it('refuses an environment that has no SIP domain', () => {
    expect(
      diagnosticsOf({ 'extensions.yaml': `demo: { name: Bench, environments: [dev, stage] }` }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  demo.environments[0]  the environment \`dev\` has no SIP domain
           fix: Add \`dev: { sipDomain: … }\` to \`environments\` in site.yaml.

     1 error
     "
    `);
  });

  it('refuses an unknown environment', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `demo: { name: Bench, environments: [staging] }` }))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  demo.environments[0]  \`staging\` is not known here
           fix: Did you mean \`stage\`?

     1 error
     "
    `);
  });

  it('refuses a number that an environment without a SIP domain answers', () => {
    expect(
      diagnosticsOf({
        'numbers.yaml': `+15035550100: { twiml: incoming-house, environment: dev }`,
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:1  +15035550100.environment  is answered by dev, which has no SIP domain
           fix: Add dev to \`environments\` in site.yaml, or name another \`environment\`.

     1 error
     "
    `);
  });

  it('does not ask for a default class that no phone has', () => {
    const files = {
      'calling.yaml': 'classes: { lobby: { allow: [US] } }',
      'extensions.yaml': 'clinton: { name: Booth, class: lobby }',
    };
    expect(diagnosticsOf(files)).toBe('');
    expect(
      diagnosticsOf({
        ...files,
        'site.yaml': SITE.replace('defaults: {', 'strangers: true\ndefaults: {'),
      }),
    ).toContain('there is no class of service `local`');
  });

  it('refuses a default class that does not exist', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  lobby: { allow: [US] }`,
        'extensions.yaml': `clinton: { name: Booth, class: lobby }
belmont: { name: Booth }`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:7  defaults.class  there is no class of service \`local\`
           fix: Add it to \`classes\` in calling.yaml. Known: lobby.

     1 error
     "
    `);
  });

  it('refuses a class that extends an unknown one', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { extends: locl, allow: [US] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  classes.local.extends  there is no class of service \`locl\`
           fix: Did you mean \`local\`?

     1 error
     "
    `);
  });

  it('refuses classes that extend each other', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { extends: national }
  national: { extends: local }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  classes.local.extends  extends itself: local → national → local
           fix: Remove one of them.
       calling.yaml:3  classes.national.extends  extends itself: national → local → national
           fix: Remove one of them.

     2 errors
     "
    `);
  });

  it('refuses destinations that are no region', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { allow: [us, USA], deny: [premum] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  classes.local.allow[0]  \`us\` is not a destination
           fix: Did you mean \`US\`?
       calling.yaml:2  classes.local.allow[1]  \`USA\` is not a destination
           fix: Did you mean \`US\`?
       calling.yaml:2  classes.local.deny[0]  \`premum\` is not a destination
           fix: Did you mean \`premium\`?

     3 errors
     "
    `);
  });

  it('refuses an exemption for a service code that is not there', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `classes:
  local: { allow: [US], noLimit: ['988'] }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:2  classes.local.noLimit[0]  there is no service code \`988\`
           fix: Add it to \`serviceCodes\`.

     1 error
     "
    `);
  });
});
