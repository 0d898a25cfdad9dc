import { join } from 'node:path';
import { compileDirectory } from '../../src/config';
import { TWIML_ASSETS } from './support';
import { formatDiagnostics } from '../../src/diagnostics/text';

describe('A directory with many errors', () => {
  const { directory, diagnostics } = compileDirectory(join(__dirname, 'faulty'), {
    twimlAssets: TWIML_ASSETS,
  });

  it('does not compile', () => {
    expect(directory).toBeUndefined();
  });

  it('has at least twenty different ones, each with file, line and fix', () => {
    const kinds = new Set(
      diagnostics.map((diagnostic) => diagnostic.message.replace(/`[^`]*`/g, '…')),
    );
    expect(kinds.size).toBeGreaterThanOrEqual(20);
    for (const diagnostic of diagnostics) {
      expect(diagnostic.where.line).toBeGreaterThan(0);
      expect(diagnostic.fix).not.toBe('');
    }
  });

  it('tells them all in one run', () => {
    expect(formatDiagnostics(diagnostics)).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:4  timeZone  \`America/Los_Angelos\` is not a time zone
           fix: Did you mean \`America/Los_Angeles\`?
       site.yaml:6  areaCod  unknown key \`areaCod\`
           fix: Did you mean \`areaCode\`?
       site.yaml:8  environments.dev  \`ainsworth\` may call 911 in dev, but dev does not say who handles 911
           fix: Add \`emergency: direct\` or \`emergency: menus\` (Twilio), or \`emergency: webhook\` (our function); see docs/emergency.md.
       site.yaml:9  environments.stage.secure  \`sometimes\` is neither true nor false
           fix: Write \`true\` or \`false\`.
       site.yaml:9  environments.stage.sipDomain  \`direct-example-stage\` is already the SIP domain of dev: environments must not share one
           fix: Give stage its own SIP domain.
       site.yaml:10  environments.prod.sipDomain  \`direct-example-prod.sip.twilio.com\` is the whole host
           fix: Write its first label only: \`direct-example-prod\`.
       site.yaml:10  environments.prod.edge  \`umatila\` is not known here
           fix: Did you mean \`umatilla\`?
       site.yaml:12  defaults.callerId  \`503-555-0100\` is not in E.164
           fix: Write \`+15035550100\`.
       site.yaml:13  defaults.class  there is no class of service \`lokal\`
           fix: Did you mean \`local\`?
       site.yaml:14  defaults.ringSeconds  \`2\` is not a whole number of seconds from 5 to 600
           fix: Write digits only, such as \`5\`.

     extensions.yaml
       extensions.yaml:7  ainsworth.emergency  may call 911 as +15035550123, but +15035550123 (extensions.yaml:1) has that number too, but may not call 911: a call back rings there
           fix: To show +15035550123 to people outside, write it there as \`callerId\` instead of \`number\`; otherwise give one of them another number.
       extensions.yaml:8  ainsworth.hash.handOff  calls may not be handed off to \`pbx.example.org\`
           fix: Add \`pbx.example.org\` to \`handOffHosts\` in site.yaml.
       extensions.yaml:9  clinton.name  \`name\` is missing
           fix: Add \`name:\` here.
       extensions.yaml:10  clinton.nam  unknown key \`nam\`
           fix: Did you mean \`name\`?
       extensions.yaml:12  911  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: \`912\` is free: use it.
       extensions.yaml:14  211  \`211\` is a service code, which callers must be able to dial
           fix: \`212\` is free: use it.
       extensions.yaml:16  211.address  has no effect on a phone that may not call 911
           fix: Remove it, or add \`emergency: true\`.
       extensions.yaml:16  211.address.region  \`Oregon\` is not two capital letters
           fix: Write it like \`OR\`.
       extensions.yaml:16  211.address.postalCode  \`9720\` is not a postal code of US
           fix: Write it like \`97200\`.
       extensions.yaml:19  belmont.passwordGeneration  is not a whole number from 0 to 9999
           fix: The directory never contains a password: \`dialtone rotate\` raises this number.
       extensions.yaml:20  belmont.zero.ring[0]  there is no extension \`operater-desk\`
           fix: Did you mean \`operator-desk\`?
       extensions.yaml:24  operator-desk.phone.mac  line 1 of the phone 00:0b:82:00:00:01 already belongs to \`belmont\`
           fix: Correct one of them, or give each its own \`line\`.
       extensions.yaml:25  the-booth-on-the-corner-of-the-street  the username has 37 characters; Twilio allows 32
           fix: Shorten it; \`name\` may be as long as you like.
       extensions.yaml:27  ["detroit booth"]  \`detroit booth\` contains characters that a SIP username cannot have: \` \`
           fix: Use letters, digits, dots, hyphens and underscores.
       extensions.yaml:31  hall.emergency  \`maybe\` is neither true nor false
           fix: Write \`true\` or \`false\`.
       extensions.yaml:32  hall.phone.mac  \`01:00:5e:00:00:01\` is a multicast address, which no phone has
           fix: Copy it from the label of the phone.
       extensions.yaml:33  belmont  \`belmont\` is listed twice
           fix: Merge the two; the first is on line 17.

     numbers.yaml
       numbers.yaml:1  +15035550123.ring  should be a list, but is one value (\`ainsworth\`)
           fix: Write \`[ainsworth]\`.
       numbers.yaml:2  +15035550130.ring[0]  there is no extension \`belmond\`
           fix: Did you mean \`belmont\`?
       numbers.yaml:2  +15035550130.otherwise  there is no TwiML asset \`unavailible\`
           fix: Did you mean \`unavailable\`?
       numbers.yaml:3  +15035550140  says neither whom to ring nor what answers
           fix: Add \`ring: [an-extension]\`, \`twiml: an-asset\`, \`menu: a-menu\` or \`operator: true\`; or \`elsewhere: true\` if another carrier has the number.
       numbers.yaml:4  +1503555014  \`+1503555014\` is not a telephone number: too short
           fix: Write a valid number with plus and country code, such as \`+15035550123\`.
       numbers.yaml:4  +1503555014.twiml  \`incoming\` rings the phones of a number, but there are none here
           fix: Add \`ring\`, or another TwiML asset.

     calling.yaml
       calling.yaml:2  classes.local.allow[0]  \`USA\` is not a destination
           fix: Did you mean \`US\`?
       calling.yaml:2  classes.local.extends  extends itself: local → national → local
           fix: Remove one of them.
       calling.yaml:3  classes.national.hours[0]  \`weekdays 9-5\` is not a span of hours
           fix: Write it like \`mon-fri 08:00-22:00\`, \`sat,sun 10:00-18:00\` or \`daily 22:00-06:00\`.
       calling.yaml:3  classes.national.extends  extends itself: national → local → national
           fix: Remove one of them.
       calling.yaml:4  serviceCodes.911  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:6  rewrite[0].from  \`^(\\d{7})$\` matches \`1503112\`, \`1503911\`, \`1503933\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.
       calling.yaml:7  rewrite[1].from  \`^(?!64)\\d+$\` is not an RE2 pattern: error parsing regexp: invalid or unsupported Perl syntax: \`(?!\`
           fix: RE2 patterns run in linear time, so they have neither look-ahead nor back-references.
       calling.yaml:8  rewrite[2].to  \`$2\` refers to a group, but \`^64(\\d{8})$\` has one group
           fix: Put brackets around the part of \`from\` that you want.
       calling.yaml:9  block[0]  \`+1503555*\` blocks our own number +15035550123
           fix: Remove it, or block fewer numbers.
       calling.yaml:9  block[1]  \`+1911\` is a form of 911, an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:9  block[2]  \`5035550166\` is not in E.164
           fix: Write \`+15035550166\`.

     44 errors
     "
    `);
  });
});
