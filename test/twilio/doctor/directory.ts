/** A small directory with one of everything that the doctor looks at. */
import type { Files } from '../operator';

const SITE = `
name: Example Phones
country: US
timeZone: America/Los_Angeles
languages: [en]
environments:
  stage: { sipDomain: direct-example-stage, emergency: direct }
  prod: { sipDomain: direct-example-prod, emergency: direct }
defaults: { callerId: +15035550100, class: local }
`;

const EXTENSIONS = `
+15035550123:
  name: NE Ainsworth booth
  number: +15035550123
  emergency: true
  environments: [stage]
  address: { street: 100 NE Example Street, city: Portland, region: OR, postalCode: '97211' }
+15035550124:
  name: SE Alder booth
  number: +15035550124
  emergency: true
  environments: [stage]
  address: { street: 200 SE Example Street, city: Portland, region: OR, postalCode: '97214' }
clinton:
  name: SE Clinton booth
  number: +15035550130
  environments: [stage]
detroit:
  name: Michigan Avenue booth
  environments: [stage]
desk:
  name: Operator's desk
  number: +15035550140
  environments: [prod]
`;

const NUMBERS = `
+15035550100: { ring: [clinton], environment: stage }
+15035550123: { ring: [+15035550123], environment: stage }
+15035550124: { ring: [+15035550124], environment: stage }
+15035550130: { ring: [clinton], environment: stage }
+15035550140: { ring: [desk] }
`;

const CALLING = `
classes:
  local:
    allow: [US, CA, MX]
    deny: [premium]
`;

export const FILES: Files = {
  'site.yaml': SITE,
  'extensions.yaml': EXTENSIONS,
  'numbers.yaml': NUMBERS,
  'calling.yaml': CALLING,
};

/** In the account; the last one is prod's. */
export const OWNED = [
  '+15035550100',
  '+15035550123',
  '+15035550124',
  '+15035550130',
  '+15035550140',
];
