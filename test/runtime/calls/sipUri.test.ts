import fc from 'fast-check';
import { sipUser } from '../../../src/runtime/calls/sipUri';
import { decorated } from './arbitraries';
import { cpuMs } from '../../support/time';
import { anyCharacter } from '../../support/anyCharacter';

describe('The user of a SIP URI', () => {
  it.each([
    ['sip:desk@example.sip.twilio.com', 'desk'],
    ['sip:test@example.sip.us1.twilio.com:5060', 'test'],
    ['sip:8005550199@example.sip.us1.twilio.com:5060;user=phone', '8005550199'],
    ['sip:%23@example.sip.twilio.com', '#'],
    ['sip:*72@example.sip.twilio.com', '*72'],
    ['sip:%2A72@example.sip.twilio.com', '*72'],
    ['sip:+15035550123@example.sip.twilio.com', '+15035550123'],
    ['sip:%2B15035550123@example.sip.twilio.com', '+15035550123'],
    ['sips:desk@example.sip.twilio.com', 'desk'],
    ['SIP:desk@EXAMPLE.SIP.TWILIO.COM', 'desk'],
    ['<sip:desk@example.sip.twilio.com>', 'desk'],
    ['"Front desk" <sip:desk@example.sip.twilio.com>;tag=1', 'desk'],
    ['"sip:911@example.org" <sip:desk@example.sip.twilio.com>', 'desk'],
    ['sip:desk@example.sip.twilio.com;transport=tls', 'desk'],
    ['sip:desk@example.sip.twilio.com?X-A=b@c', 'desk'],
    ['sip:desk:secret@example.sip.twilio.com', 'desk'],
    ['sip:a%20b@example.sip.twilio.com', 'a b'],
    ['sip:a+b@example.sip.twilio.com', 'a+b'],
    ['sip:%2523@example.sip.twilio.com', '%23'],
    ['sip:100%@example.sip.twilio.com', '100%'],
    // A call from the telephone network has no URI.
    ['+15035550199', '+15035550199'],
    ['anonymous', 'anonymous'],
    // From a form that did not encode its plus.
    ['sip: 15035550123@example.sip.twilio.com', '+15035550123'],
    [' 15035550123', '+15035550123'],
    [' sip:desk@example.sip.twilio.com', 'desk'],
    // A scheme is where a URI begins.
    ['desk-sip:secret', 'desk-sip'],
    ['sip:what?@example.sip.twilio.com', 'what?'],
    ['what?', 'what?'],
    ['sip:desk@example.sip.twilio.com?a=b?c@d', 'desk'],
    ['sip:a@b@example.sip.twilio.com', 'a@b'],
    ['<sip:desk@example.sip.twilio.com', 'desk'],
    ['<desk>', 'desk'],
    // The address itself, not what stands in a name or a parameter.
    ['<sip:desk@example.sip.twilio.com>;x="<sip:oracle@example.org>"', 'desk'],
    ['"A \\"<sip:oracle@example.org>\\" booth" <sip:desk@example.sip.twilio.com>', 'desk'],
    ['sip:desk@example.sip.twilio.com;x=<sip:oracle@example.org>', 'desk'],
    ['"Booth <sip:desk@example.sip.twilio.com>', 'desk'],
    // RFC 3966.
    ['tel:+15035550199', '+15035550199'],
    ['TEL:+1-503-555-0199', '+1-503-555-0199'],
    ['<tel:+15035550199>;tag=7', '+15035550199'],
    ['"Booth" <tel:911;phone-context=+1>', '911'],
    ['tel:%23', '#'],
  ])('of %s is %s', (uri, user) => {
    expect(sipUser(uri)).toBe(user);
  });

  it.each([
    undefined,
    '',
    'sip:',
    'sip:@example.sip.twilio.com',
    'sip:example.sip.twilio.com',
    'sip:example.sip.twilio.com:5060;transport=tls',
    '<>',
    '<sip:example.sip.twilio.com>',
  ])('of %p is nobody', (uri) => {
    expect(sipUser(uri)).toBeUndefined();
  });

  it('comes back from whatever is written around it', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      // What begins with a space is what a form made of a plus.
      .filter((user) => !user.startsWith(' '));
    fc.assert(
      fc.property(
        name.chain((user) =>
          fc.tuple(fc.constant(user), decorated(fc.constant(encodeURIComponent(user)))),
        ),
        ([user, uri]) => {
          expect(sipUser(uri)).toBe(user);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (uri) => {
        expect(['string', 'undefined']).toContain(typeof sipUser(uri));
        expect(['string', 'undefined']).toContain(typeof sipUser(`sip:${uri}@example.org`));
      }),
    );
  });

  it('takes no longer for a long URI', () => {
    const long = `sip:${'<@;?%'.repeat(20_000)}@example.org`;
    expect(cpuMs(() => sipUser(long))).toBeLessThan(100);
  });

  // A pattern that goes back and forth would take hours for these.
  it.each(['<' + 'a'.repeat(200_000) + '<', '@'.repeat(200_000), '<'.repeat(200_000)])(
    'is found in the longest of URIs without delay',
    (uri) => {
      expect(() => sipUser(`sip:${uri}`)).not.toThrow();
    },
  );
});
