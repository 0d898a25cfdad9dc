import { diagnosticsOf, SITE } from './support';

describe('Area codes that are newer than the numbering data', () => {
  const PHONE = `booth: { name: Booth, number: '+16795550142' }`;

  it('are told where a number of the directory has one, with the line that opens it', () => {
    expect(
      diagnosticsOf({ 'site.yaml': SITE, 'extensions.yaml': PHONE }),
    ).toMatchInlineSnapshot();
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
    ).toMatchInlineSnapshot();
  });
});
