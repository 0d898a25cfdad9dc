import { diagnosticsOf } from './support';

describe('SIP usernames', () => {
  it('refuses more than 32 characters', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `the-booth-on-the-corner-of-clinton-street: { name: Booth }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  the-booth-on-the-corner-of-clinton-street  the username has 41 characters; Twilio allows 32
           fix: Shorten it; \`name\` may be as long as you like.

     1 error
     "
    `);
  });

  it('refuses characters that a SIP user part cannot hold', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `clinton booth@se: { name: Booth }` }))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  ["clinton booth@se"]  \`clinton booth@se\` contains characters that a SIP username cannot have: \` \`, \`@\`
           fix: Use letters, digits, dots, hyphens and underscores.

     1 error
     "
    `);
  });

  it('refuses the empty name', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `'': { name: Booth }` })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  [""]  the username is empty
           fix: Use letters, digits, dots, hyphens and underscores.

     1 error
     "
    `);
  });

  it('refuses the operator, the menu and feature codes', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `'0': { name: A }
'#': { name: B }
'*72': { name: C }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  0  \`0\` cannot be a username: it is the operator
           fix: Use a name.
       extensions.yaml:2  #  \`#\` cannot be a username: it is the menu
           fix: Use a name.
       extensions.yaml:3  *72  \`*72\` cannot be a username: what begins with it is a feature code or a menu
           fix: Use a name.

     3 errors
     "
    `);
  });

  it('refuses digits that mean something else', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `'411': { name: A }
'988': { name: B }
'205': { name: C }
'7': { name: D }
'0123': { name: E }`,
        'calling.yaml': `serviceCodes: { 205: +15035550111 }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  411  \`411\` is a service code, which callers must be able to dial
           fix: \`412\` is free: use it.
       extensions.yaml:2  988  \`988\` is a service code, which callers must be able to dial
           fix: \`989\` is free: use it.
       extensions.yaml:3  205  \`205\` is a service code, which callers must be able to dial
           fix: \`206\` is free: use it.
       extensions.yaml:4  7  \`7\` is not a short extension: it has 2 to 5 digits and does not begin with 0
           fix: \`101\` is free: use it.
       extensions.yaml:5  0123  \`0123\` is not a short extension: it has 2 to 5 digits and does not begin with 0
           fix: \`101\` is free: use it.

     5 errors
     "
    `);
  });

  it('refuses a number without its plus', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `5035550123: { name: Booth }` }))
      .toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  5035550123  \`5035550123\` is too long for a short extension (2 to 5 digits)
           fix: Write \`+15035550123\`.

     1 error
     "
    `);
  });

  it('refuses an E.164 name that is no number', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `+15035: { name: Booth }
+999555: { name: Booth }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  +15035  \`+15035\` is not a telephone number: too short
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.
       extensions.yaml:2  +999555  \`+999555\` is not a telephone number: its country has no such number
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.

     2 errors
     "
    `);
  });

  it('warns of capitals', () => {
    expect(diagnosticsOf({ 'extensions.yaml': `Clinton: { name: Booth }` })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  Clinton  warning: \`Clinton\` has capital letters, which some phones and people get wrong
           fix: Write \`clinton\`.

     1 warning
     "
    `);
  });

  it('refuses a name that stands twice', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': `clinton: { name: One }
clinton: { name: Two }`,
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  clinton  \`clinton\` is listed twice
           fix: Merge the two; the first is on line 1.

     1 error
     "
    `);
  });
});

describe('The fix of a short number that means something else', () => {
  const fixOf = (digits: string, more = '') =>
    /fix: `(\d+)` is free: use it\./.exec(
      diagnosticsOf({ 'extensions.yaml': `'${digits}': { name: Desk }\n${more}` }),
    )?.[1];

  it.each([
    ['112', '', '113'],
    ['112', '113: { name: A }\n+15035550123: { name: B, short: 114 }\n', '115'],
    ['911', '', '912'],
    ['211', '', '212'],
    ['988', '', '989'],
    ['08', '', '101'],
  ])('of %s (beside %j) is a free one', (digits, more, free) => {
    expect(fixOf(digits, more)).toBe(free);
    expect(diagnosticsOf({ 'extensions.yaml': `${free}: { name: Desk }\n` })).toBe('');
  });

  it('is the whole number where one was written', () => {
    const text = diagnosticsOf({ 'extensions.yaml': "'5035550144': { name: Desk }" });
    expect(text).toContain('fix: Write `+15035550144`.');
  });
});
