import { legsFor } from '../../src/runtime/calls/operator/duty';
import { diagnosticsOf, open, SITE } from './support';

const site = `${SITE}areaCode: '503'
locations:
  detroit: { areaCode: '313', timeZone: America/Detroit, language: es }
`;
const extensions = `
woodward: { name: Woodward, number: '+13135550101', location: detroit }
cass: { name: Cass, location: detroit, language: en, areaCode: '734' }
desk: { name: Desk, number: '+15035550130' }
`;
const numbers = `
'+15035550100': { twiml: incoming-house }
'+13135550101': { ring: [woodward], hours: ['mon-fri 08:00-20:00'] }
'+15035550130': { ring: [desk], hours: ['mon-fri 08:00-20:00'] }
'+15035550131': { ring: [desk, woodward], hours: ['mon-fri 08:00-20:00'] }
'+15035550132': { ring: [desk], timeZone: America/Boise, hours: ['mon-fri 08:00-20:00'] }
`;

const operators = `
volunteers:
  robin: { call: '+15035550171', hours: ['mon-fri 08:00-20:00'] }
  kim: { call: '+13135550172', hours: ['mon-fri 08:00-20:00'], timeZone: America/Detroit }
  woodward: { call: woodward, hours: ['mon-fri 08:00-20:00'] }
  desk: { call: desk, hours: ['mon-fri 08:00-20:00'] }
  cass: { call: cass, hours: ['mon-fri 08:00-20:00'], timeZone: America/Los_Angeles }
`;

describe('A location', () => {
  const directory = open({
    'site.yaml': site,
    'extensions.yaml': extensions,
    'numbers.yaml': numbers,
    'operators.yaml': operators,
  });

  it.each([
    ['05:30', 'PST', ['kim', 'woodward']],
    ['08:30', 'PST', ['robin', 'kim', 'woodward', 'desk', 'cass']],
    ['18:00', 'PST', ['robin', 'desk', 'cass']],
  ])('gives volunteers their hours: at %s %s are on duty: %j', (time, _, names) => {
    const asked = {
      environment: 'prod',
      call: `CA${'0'.repeat(32)}`,
      line: 'outside',
      language: 'en',
      now: new Date(`2026-11-23T${time}:00-08:00`),
    } as const;
    const desk = directory.operator!;
    const everyone = {
      ...desk,
      volunteers: desk.volunteers.map((one) => ({ ...one, languages: ['en' as const] })),
    };
    const legs = legsFor(asked, everyone, directory);
    expect(legs.map(({ offer }) => offer.volunteer)).toEqual(names);
  });

  it('gives its phones what they do not say themselves', () => {
    const { extensions: phones } = directory;
    expect(phones.get('woodward')).toMatchObject({
      areaCode: '313',
      timeZone: 'America/Detroit',
      language: 'es',
    });
    expect(phones.get('cass')).toMatchObject({
      areaCode: '734',
      timeZone: 'America/Detroit',
      language: 'en',
    });
    expect(phones.get('desk')).not.toHaveProperty('timeZone');
  });

  it('gives a number the clock of its phones, where they have one', () => {
    const zones = [...directory.numbers].map(([number, { timeZone }]) => [number, timeZone]);
    expect(Object.fromEntries(zones)).toEqual({
      '+15035550100': undefined,
      '+13135550101': 'America/Detroit',
      '+15035550130': 'America/Los_Angeles',
      '+15035550131': 'America/Los_Angeles',
      '+15035550132': 'America/Boise',
    });
  });

  it('has an area code that an adapter may put before 911', () => {
    expect(directory.site.areaCodes).toEqual(['313', '503', '734']);
  });

  it('is one of those in site.yaml', () => {
    expect(
      diagnosticsOf({
        'site.yaml': site,
        'extensions.yaml': `woodward: { name: Woodward, location: detriot }`,
      }),
    ).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:10  locations.detroit  warning: no extension has the location \`detroit\`
           fix: Use it or remove it.

     extensions.yaml
       extensions.yaml:1  woodward.location  there is no location \`detriot\`
           fix: Did you mean \`detroit\`?

     1 error, 1 warning
     "
    `);
  });
});
