import { diagnosticsOf, SITE } from './support';

describe('Area codes that are newer than the numbering data', () => {
  const PHONE = `booth: { name: Booth, number: '+16795550142' }`;

  it('are told where a number of the directory has one, with the line that opens it', () => {
    expect(diagnosticsOf({ 'site.yaml': SITE, 'extensions.yaml': PHONE })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  booth.number  warning: \`+16795550142\`: area code 679 is newer than the numbering data of Dialtone, so phones may not call it
           fix: If it is in service, add \`newAreaCodes: { '679': US }\` to calling.yaml.

     1 warning
     "
    `);
  });

  it('are told no more when the site says where they are', () => {
    expect(
      diagnosticsOf({
        'site.yaml': SITE,
        'extensions.yaml': PHONE,
        'calling.yaml': `newAreaCodes: { '679': US }`,
      }),
    ).toBe('');
  });

  it('are three digits that may be an area code, in a country that has them', () => {
    expect(
      diagnosticsOf({
        'calling.yaml': `newAreaCodes: { '503': US, '911': US, '37': US, '565': MX }`,
      }),
    ).toMatchInlineSnapshot(`
     "calling.yaml
       calling.yaml:1  newAreaCodes.565  \`MX\` is not a country with area codes
           fix: Did you mean \`MP\`?
       calling.yaml:1  newAreaCodes.37  \`37\` cannot be an area code
           fix: Write three digits such as \`679\`: not N11, N9X, 37X, 96X, 555, 950, 976, 933 or 988.
       calling.yaml:1  newAreaCodes.503  warning: area code 503 is known: it is in US
           fix: Remove the line.
       calling.yaml:1  newAreaCodes.911  \`911\` cannot be an area code
           fix: Write three digits such as \`679\`: not N11, N9X, 37X, 96X, 555, 950, 976, 933 or 988.

     3 errors, 1 warning
     "
    `);
  });
});
