import { join } from 'node:path';
import { compileDirectory } from '../../src/config';
import { TWIML_ASSETS } from './support';
import { formatDiagnostics } from '../../src/diagnostics/text';

describe('A directory whose menus have many errors', () => {
  const { directory, diagnostics } = compileDirectory(join(__dirname, 'faultyMenus'), {
    twimlAssets: TWIML_ASSETS,
  });

  it('does not compile', () => {
    expect(directory).toBeUndefined();
  });

  it('has every error told in one run, each with a fix', () => {
    for (const diagnostic of diagnostics) expect(diagnostic.fix).not.toBe('');
    expect(formatDiagnostics(diagnostics)).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:10  defaults.zero.do  \`repeat\` works only in a menu, and the caller is not in one yet
           fix: Write a menu, or \`do: hangUp\`.
       site.yaml:12  menus.waitSeconds  \`0\` is not a whole number of seconds from 1 to 30
           fix: Write digits only, such as \`1\`.
       site.yaml:13  menus.dialTone.collect  \`stages\` is not known here
           fix: Did you mean \`staged\`?
       site.yaml:14  menus.recordings.url  \`http://sounds.example.org\` is not an HTTPS URL that ends with \`/\`
           fix: Write it like \`https://sounds.example.org/\`.
       site.yaml:14  menus.recordings.extension  \`ogg\` is not known here
           fix: Write another. Known: mp3, wav, ulaw.

     extensions.yaml
       extensions.yaml:5  +15035550123.language  \`fr\` is not known here
           fix: Write another. Known: en, es.
       extensions.yaml:7  +15035550123.phone.dial  may call 911, but is a hotline: after \`#\`, which it dials when it is lifted, nobody can dial 911
           fix: Let \`hash\` open a menu with keys or give the dial tone, or write \`dial: dialtone\`.
       extensions.yaml:9  bench.hash.menu  there is no menu \`mian\`
           fix: Add \`mian\` to a file in menus/. Known: main, round, round-again, alone, nothing, house, Big.

     numbers.yaml
       numbers.yaml:2  +15035550140  says ring and operator
           fix: Keep one of them.
       numbers.yaml:4  +15035550142.menu  there is no menu \`hosue\`
           fix: Did you mean \`house\`?
       numbers.yaml:5  +15035550143.operator  \`false\` has no effect
           fix: Write \`operator: true\`, or remove it.

     calling.yaml
       calling.yaml:2  numberLists.taxis[1]  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       calling.yaml:2  numberLists.taxis[2]  \`+15035550181\` is listed twice
           fix: Keep one.
       calling.yaml:2  numberLists.taxis  warning: the list \`taxis\` is not used
           fix: Use it or remove it.
       calling.yaml:3  numberLists["Unused List"]  \`Unused List\` cannot be the name of a list
           fix: Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.
       calling.yaml:3  numberLists["Unused List"]  warning: the list \`Unused List\` is not used
           fix: Use it or remove it.
       calling.yaml:4  rewrite[0].from  \`^9(\\d\\d)$\` matches \`911\`, \`933\`, which Dialtone reads as an emergency number: no rule may change an emergency call
           fix: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     operators.yaml
       operators.yaml:3  volunteers.sol.hours[0]  \`weekdays\` is not a span of hours
           fix: Write it like \`mon-fri 08:00-22:00\`, \`sat,sun 10:00-18:00\` or \`daily 22:00-06:00\`.
       operators.yaml:3  volunteers.sol.call  calls the same telephone as \`robin\`
           fix: Keep one of them.
       operators.yaml:4  volunteers.Bench  \`Bench\` cannot be the name of a volunteer
           fix: Use up to 40 lower-case letters, digits and hyphens.
       operators.yaml:4  volunteers.Bench.call  \`bench\` does not live in prod: nobody would be called there
           fix: Use another extension, or a number.
       operators.yaml:5  volunteers.loop.call  +15035550141 calls the operator: the volunteer would call themselves
           fix: Use a person’s extension, or their own number.
       operators.yaml:6  volunteers.help.call  \`911\` is an emergency number: emergency calls are recognised first and allowed only by \`emergency: true\`; nothing else may use them
           fix: Remove it.
       operators.yaml:7  ringSeconds  \`1\` is not a whole number of seconds from 5 to 120
           fix: Write digits only, such as \`5\`.
       operators.yaml:8  hold.play  there is no recording \`sounds/hold.mp3\` or .wav
           fix: Add it, or a sentence: \`say: { en: …, es: … }\`.
       operators.yaml:9  notice.sms[0]  \`503-555-0172\` is not in E.164
           fix: Write \`+15035550172\`.
       operators.yaml:10  limits.phone.day  warning: is more than the limit of the whole site (100): it has no effect
           fix: At most 100.

     menus/main.yaml
       menus/main.yaml:2  main.intro.say  is one sentence, but the site has 2 languages
           fix: Write \`say: { en: …, es: … }\`.
       menus/main.yaml:4  main.keys.1.menu  there is no menu \`nowhere\`
           fix: Add \`nowhere\` to a file in menus/. Known: main, round, round-again, alone, nothing, house, Big.
       menus/main.yaml:4  main.keys.1.say  says nothing in es, one of the site's languages
           fix: Add \`es: …\`.
       menus/main.yaml:5  main.keys.2.play  there is no recording \`sounds/en/community.mp3\`, \`sounds/es/community.mp3\` or .wav
           fix: Add it as MP3 or WAV (sounds/en/community.ogg is there), or a sentence: \`say: { en: …, es: … }\`.
       menus/main.yaml:6  main.keys.3.dial  there is no list of numbers \`taxi\`
           fix: Did you mean \`taxis\`?
       menus/main.yaml:7  main.keys.4.ring[0]  there is no extension \`clintn\`
           fix: Did you mean \`clinton\`?
       menus/main.yaml:8  main.keys.5.twiml  there is no TwiML asset \`incoming-hose\`
           fix: Did you mean \`incoming-house\`?
       menus/main.yaml:9  main.keys.6.handOff  calls may not be handed off to \`pbx.example.net\`
           fix: Add \`pbx.example.net\` to \`handOffHosts\` in site.yaml.
       menus/main.yaml:10  main.keys.7.do  places an emergency call for phones that may not call 911: it would be refused (clinton: # → main 7)
           fix: Put it in a menu with \`only: { emergency: true }\`.
       menus/main.yaml:11  main.keys.8.do  \`dance\` is not known here
           fix: Write another. Known: dialTone, operator, emergency, back, repeat, hangUp.
       menus/main.yaml:12  main.keys.#  \`#\` goes back on every menu
           fix: Use another key, 0 to 9.
       menus/main.yaml:14  main.rouns  unknown key \`rouns\`
           fix: Did you mean \`rounds\`?
       menus/main.yaml:15  main.next.do  warning: ends the call: \`repeat\` works only for keys
           fix: Write \`hangUp\`; \`rounds\` says how many times a menu plays.
       menus/main.yaml:16  round.next  loops back to itself before it waits for a key: round → round-again → round
           fix: Let one of them end, such as \`next: { do: hangUp }\`.
       menus/main.yaml:18  alone  nothing opens the menu \`alone\`
           fix: Open it with a key, \`hash\` or a number, or remove it.
       menus/main.yaml:19  nothing.only.emergency  \`maybe\` is neither true nor false
           fix: Write \`true\` or \`false\`.
       menus/main.yaml:19  nothing  nothing opens the menu \`nothing\`
           fix: Open it with a key, \`hash\` or a number, or remove it.
       menus/main.yaml:22  house.keys.1.play  there are two recordings \`/twice\`: sounds/twice.mp3, sounds/twice.wav
           fix: Keep one of them.
       menus/main.yaml:22  house.keys.1.do  gives the dial tone to callers from outside, who could call at your cost (+15035550100 → house 1)
           fix: Remove the key, or open another menu for the number.
       menus/main.yaml:23  house.keys.2.say.en  is empty
           fix: Write the sentence.
       menus/main.yaml:24  Big.intro  is empty
           fix: Add at least one, or remove the key.
       menus/main.yaml:24  Big.oneOf  should be a list, but is keys and values
           fix: See docs/directory.md.
       menus/main.yaml:24  Big  \`Big\` cannot be the name of a menu
           fix: Use up to 40 lower-case letters, digits and hyphens.
       menus/main.yaml:24  Big  nothing opens the menu \`Big\`
           fix: Open it with a key, \`hash\` or a number, or remove it.

     menus/more.yml
       menus/more.yml  is not read: the name of a menu file must end in \`.yaml\`
           fix: Rename it to \`more.yaml\`.

     menus/other.yaml
       menus/other.yaml:1  main  there are two menus \`main\`: the other is in menus/main.yaml:1
           fix: Rename one of them, or remove it.

     49 errors, 4 warnings
     "
    `);
  });
});
