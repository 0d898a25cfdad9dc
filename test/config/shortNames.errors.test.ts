import { diagnosticsOf, open, SITE } from './support';

const ADDRESS =
  'address: { street: 1 Example Street, city: Portland, region: OR, postalCode: 97200 }';

function phone(username: string, more: string): string {
  return `${username}: { name: Phone, ${more} }`;
}

describe('A short name', () => {
  it('stands beside the number that a phone is named by', () => {
    const files = {
      'extensions.yaml': [
        phone('+15035550130', `short: 101, number: +15035550130, emergency: true, ${ADDRESS}`),
        phone('desk', 'short: front-desk'),
      ].join('\n'),
    };
    expect(diagnosticsOf(files)).toBe('');
    const { extensions, shortNames } = open(files);
    expect(extensions.get('+15035550130')).toMatchObject({ short: '101' });
    expect([...shortNames]).toEqual([
      ['101', '+15035550130'],
      ['front-desk', 'desk'],
    ]);
  });

  it('means one phone, and nothing else that can be dialled', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': [
          phone('a', 'short: 101'),
          phone('b', 'short: 101'),
          phone('c', 'short: a'),
          phone('d', 'short: d'),
          phone('e', 'short: 211'),
          phone('f', 'short: 8000'),
          phone('g', 'short: 911'),
          phone('h', 'short: 1933'),
          phone('i', 'short: 0'),
          phone('j', 'short: 012'),
          phone('k', 'short: 123456'),
          phone('l', 'short: "#1"'),
          phone('m', 'short: +15035550130'),
        ].join('\n'),
        'calling.yaml': 'serviceCodes: { 8000: +15035550188 }',
      }),
    ).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:2  b.short  \`101\` is already the short name of \`a\`
           fix: \`102\` is free: use it.
       extensions.yaml:3  c.short  \`a\` is another extension
           fix: \`102\` is free: use it.
       extensions.yaml:4  d.short  is already its name, which other phones dial
           fix: Remove it.
       extensions.yaml:5  e.short  \`211\` is a service code, which callers must be able to dial
           fix: \`212\` is free: use it.
       extensions.yaml:6  f.short  \`8000\` is a service code, which callers must be able to dial
           fix: \`8001\` is free: use it.
       extensions.yaml:7  g.short  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: \`912\` is free: use it.
       extensions.yaml:8  h.short  \`1933\` is a form of 933, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: \`1934\` is free: use it.
       extensions.yaml:9  i.short  \`0\` is not a short name
           fix: Use 2 to 5 digits, or a word of letters and digits.
       extensions.yaml:10  j.short  \`012\` is not a short extension: it has 2 to 5 digits and does not begin with 0
           fix: \`102\` is free: use it.
       extensions.yaml:11  k.short  \`123456\` is not a short name
           fix: Use 2 to 5 digits, or a word of letters and digits.
       extensions.yaml:12  l.short  \`#1\` is not a short name
           fix: Use 2 to 5 digits, or a word of letters and digits.
       extensions.yaml:13  m.short  \`+15035550130\` is not a short name
           fix: Use 2 to 5 digits, or a word of letters and digits.

     12 errors
     "
    `);
  });

  it('is not how the directory names a phone', () => {
    expect(
      diagnosticsOf({
        'extensions.yaml': [phone('+15035550130', 'short: 101')].join('\n'),
        'site.yaml': SITE.replace('direct }', 'webhook }'),
        'numbers.yaml': '+15035550100: { ring: [101] }',
      }),
    ).toMatchInlineSnapshot(`
     "numbers.yaml
       numbers.yaml:1  +15035550100.ring[0]  there is no extension \`101\`
           fix: \`101\` is the short name of \`+15035550130\`: write \`+15035550130\`.

     1 error
     "
    `);
  });
});
