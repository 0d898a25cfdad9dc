/** Help goes to where the phone is: whatever an operator writes, and whoever calls. */
import fc from 'fast-check';
import { routeOutgoing, readCall } from '../../src/runtime/calls';
import { compileTexts, openDirectory } from '../../src/config';
import { plainText } from '../../src/config/read/addressDifferences';
import { sipUri } from '../fixtures/twilio';
import { runs } from '../support/runs';
import { SITE, TWIML_ASSETS } from './support';

const NOON = new Date('2026-11-21T12:00-08:00');
const NUMBERS = ['+15035550130', '+15035550131', '+15035550100'];

const address = fc.record({
  street: fc.constantFrom('100 Example Street', '100  example street', '200 Example Street'),
  unit: fc.constantFrom(undefined, '2', '3'),
});
const some = fc.record({
  number: fc.constantFrom(undefined, ...NUMBERS),
  callerId: fc.constantFrom(undefined, ...NUMBERS),
  emergency: fc.boolean(),
  address: fc.option(address, { nil: undefined }),
});
type Some = typeof some extends fc.Arbitrary<infer T> ? T : never;

function written(phones: readonly Some[]): string {
  const lines = phones.map(({ number, callerId, emergency, address: at }, i) =>
    [
      `p${i}: { name: Phone`,
      ...(number === undefined ? [] : [`number: ${number}`]),
      ...(callerId === undefined ? [] : [`callerId: ${callerId}`]),
      `emergency: ${emergency}`,
      ...(at === undefined || !emergency
        ? []
        : [
            `address: { street: ${at.street}, city: Portland, region: OR, postalCode: 97200${at.unit === undefined ? '' : `, unit: ${at.unit}`} }`,
          ]),
    ].join(', '),
  );
  return lines.map((line) => `${line} }`).join('\n');
}

it('lets no phone call 911 under a number whose address is not its own', () => {
  let built = 0;
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (phones) => {
      const { directory, provisioning } = compileTexts(
        {
          'site.yaml': SITE.replace('emergency: direct', 'emergency: webhook'),
          'extensions.yaml': written(phones),
        },
        { twimlAssets: TWIML_ASSETS },
      );
      if (!directory || !provisioning) return;
      built += 1;
      const opened = openDirectory(directory);
      const placeOf = (username: string) => {
        const at = provisioning.extensions.get(username)?.address;
        return at && plainText(`${at.street} / ${at.streetSecondary ?? ''}`);
      };
      const places = new Map<string, string | undefined>();
      for (const { username, number, emergency } of opened.extensions.values()) {
        const call = { environment: 'prod', from: sipUri(username), to: sipUri('911') } as const;
        const decision = routeOutgoing(readCall(call), opened, NOON);
        expect(decision.kind === 'emergency').toBe(emergency);
        if (decision.kind !== 'emergency') continue;
        expect(decision.callerId).toBe(number);
        const place = placeOf(username);
        // Of a number without an address here, one phone alone may call.
        if (places.has(decision.callerId)) {
          expect(place).toBeDefined();
          expect(place).toBe(places.get(decision.callerId));
        }
        places.set(decision.callerId, place);
        // Whoever is called back can be: it rings every phone that has the number.
        expect(opened.numbers.get(decision.callerId)?.ring).toContain(username);
      }
    }),
    { numRuns: runs(100, 300) },
  );
  expect(built).toBeGreaterThan(runs(4, 20));
});
