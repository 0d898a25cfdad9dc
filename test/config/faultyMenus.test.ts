import { join } from 'node:path';
import { compileDirectory, formatFaults } from '../../src/config';
import { TWIML_ASSETS } from './support';

describe('A directory whose menus have many faults', () => {
  const { directory, faults } = compileDirectory(join(__dirname, 'faultyMenus'), {
    twimlAssets: TWIML_ASSETS,
  });

  it('does not compile', () => {
    expect(directory).toBeUndefined();
  });

  it('has every fault told in one run, each with a mend', () => {
    for (const fault of faults) expect(fault.mend).not.toBe('');
    expect(formatFaults(faults)).toMatchInlineSnapshot(`
     "site.yaml
       site.yaml:10  defaults.zero.do  \`repeat\` has a meaning only in a menu, and here is none yet
           mend: Name a menu, or \`do: hangUp\`.
       site.yaml:12  menus.waitSeconds  \`0\` is not a whole number of seconds from 1 to 30
           mend: Write digits only, such as \`1\`.
       site.yaml:13  menus.dialTone.collect  \`stages\` is not known here
           mend: Did you mean \`staged\`?
       site.yaml:14  menus.recordings.url  \`http://sounds.example.org\` is not an HTTPS URL that ends with \`/\`
           mend: Such as \`https://sounds.example.org/\`.
       site.yaml:14  menus.recordings.extension  \`ogg\` is not known here
           mend: Write another. Known: mp3, wav, ulaw.

     extensions.yaml
       extensions.yaml:5  +15035550123.language  \`fr\` is not known here
           mend: Write another. Known: en, es.
       extensions.yaml:7  +15035550123.phone.dial  may call 911, but is a hotline: \`#\`, which it dials when lifted, leads where nobody can dial it
           mend: Lead \`hash\` to a menu with keys or the dial tone, or write \`dial: dialtone\`.
       extensions.yaml:9  bench.hash.menu  there is no menu \`mian\`
           mend: Add \`mian\` to a file in menus/. Known: main, round, round-again, alone, nothing, house, Big.

     numbers.yaml
       numbers.yaml:2  +15035550140  says ring and operator
           mend: Keep one of them.
       numbers.yaml:4  +15035550142.menu  there is no menu \`hosue\`
           mend: Did you mean \`house\`?
       numbers.yaml:5  +15035550143.operator  \`false\` says nothing
           mend: Write \`operator: true\`, or take it out.

     calling.yaml
       calling.yaml:2  numberLists.taxis[1]  \`911\` is an emergency number: emergency calls are recognised first and allowed by \`emergency: true\` alone; nothing else can claim them
           mend: Take it out.
       calling.yaml:2  numberLists.taxis[2]  \`+15035550181\` is here twice
           mend: Keep one.
       calling.yaml:2  numberLists.taxis  warning: nothing dials the list \`taxis\`
           mend: Use it or take it out.
       calling.yaml:3  numberLists["Unused List"]  \`Unused List\` cannot be the name of a list
           mend: Use up to 40 lower-case letters, digits and hyphens, beginning with a letter.
       calling.yaml:3  numberLists["Unused List"]  warning: nothing dials the list \`Unused List\`
           mend: Use it or take it out.
       calling.yaml:4  rewrite[0].from  \`^9(\\d\\d)$\` matches \`911\`, \`933\`, as emergency numbers are dialled: no rule may stand before an emergency call
           mend: Make the pattern narrower: more digits, or a first digit such as \`[2-9]\`.

     operators.yaml
       operators.yaml:3  volunteers.sol.hours[0]  \`weekdays\` is not a span of hours
           mend: Such as \`mon-fri 08:00-22:00\`, \`sat,sun 10:00-18:00\` or \`daily 22:00-06:00\`.
       operators.yaml:3  volunteers.sol.call  calls the same telephone as \`robin\`
           mend: Keep one of them.
       operators.yaml:4  volunteers.Bench  \`Bench\` cannot be the name of a volunteer
           mend: Use up to 40 lower-case letters, digits and hyphens.
       operators.yaml:4  volunteers.Bench.call  \`bench\` does not live in prod: nobody would be called there
           mend: Name another extension, or a number.
       operators.yaml:5  volunteers.loop.call  +15035550141 asks for the operator: the volunteer would be called by themselves
           mend: Name the extension of a person, or their own number.
       operators.yaml:6  volunteers.help.call  \`911\` is an emergency number: emergency calls are recognised first and allowed by \`emergency: true\` alone; nothing else can claim them
           mend: Take it out.
       operators.yaml:7  ringSeconds  \`1\` is not a whole number of seconds from 5 to 120
           mend: Write digits only, such as \`5\`.
       operators.yaml:8  hold.play  there is no recording sounds/hold.mp3 or .wav
           mend: Add it, or a sentence: \`say: { en: …, es: … }\`.
       operators.yaml:9  notice.sms[0]  \`503-555-0172\` is not in E.164
           mend: Write \`+15035550172\`.
       operators.yaml:10  limits.phone.day  warning: is more than the whole site may (100): it has no effect
           mend: At most 100.

     menus/main.yaml
       menus/main.yaml:2  main.intro.say  is one sentence, but the site has 2 languages
           mend: Write \`say: { en: …, es: … }\`.
       menus/main.yaml:4  main.keys.1.menu  there is no menu \`nowhere\`
           mend: Add \`nowhere\` to a file in menus/. Known: main, round, round-again, alone, nothing, house, Big.
       menus/main.yaml:4  main.keys.1.say  says nothing in es, one of the site's languages
           mend: Add \`es: …\`.
       menus/main.yaml:5  main.keys.2.play  there is no recording sounds/en/community.mp3, sounds/es/community.mp3 or .wav
           mend: Add it as MP3 or WAV (sounds/en/community.ogg is there), or a sentence: \`say: { en: …, es: … }\`.
       menus/main.yaml:6  main.keys.3.dial  there is no list of numbers \`taxi\`
           mend: Did you mean \`taxis\`?
       menus/main.yaml:7  main.keys.4.ring[0]  there is no extension \`clintn\`
           mend: Did you mean \`clinton\`?
       menus/main.yaml:8  main.keys.5.twiml  there is no TwiML asset \`incoming-hose\`
           mend: Did you mean \`incoming-house\`?
       menus/main.yaml:9  main.keys.6.handOff  calls may not be handed off to \`pbx.example.net\`
           mend: Add \`pbx.example.net\` to \`handOffHosts\` in site.yaml.
       menus/main.yaml:10  main.keys.7.do  leads phones that may not call 911 to an emergency call, which they are refused (clinton: # → main 7)
           mend: Put it in a menu with \`only: { emergency: true }\`.
       menus/main.yaml:11  main.keys.8.do  \`dance\` is not known here
           mend: Write another. Known: dialTone, operator, emergency, back, repeat, hangUp.
       menus/main.yaml:12  main.keys.#  \`#\` leads back on every menu
           mend: Take another key: 0 to 9.
       menus/main.yaml:14  main.rouns  unknown key \`rouns\`
           mend: Did you mean \`rounds\`?
       menus/main.yaml:15  main.next.do  warning: ends the call: \`repeat\` is for keys
           mend: Write \`hangUp\`; \`rounds\` is how many times a menu is said.
       menus/main.yaml:16  round.next  comes round to itself before a key is waited for: round → round-again → round
           mend: Let one of them end, such as \`next: { do: hangUp }\`.
       menus/main.yaml:18  alone  nothing leads to the menu \`alone\`
           mend: Lead a key, \`hash\` or a number to it, or take it out.
       menus/main.yaml:19  nothing.only.emergency  \`maybe\` is neither true nor false
           mend: Write \`true\` or \`false\`.
       menus/main.yaml:19  nothing  nothing leads to the menu \`nothing\`
           mend: Lead a key, \`hash\` or a number to it, or take it out.
       menus/main.yaml:22  house.keys.1.play  \`/twice\` is there twice: sounds/twice.mp3, sounds/twice.wav
           mend: Keep one of them.
       menus/main.yaml:22  house.keys.1.do  gives the dial tone to callers from outside, who would call at our cost (+15035550100 → house 1)
           mend: Take the key out, or lead the number to another menu.
       menus/main.yaml:23  house.keys.2.say.en  is empty
           mend: Write what is to be said.
       menus/main.yaml:24  Big.intro  is empty
           mend: Name at least one, or take the key out.
       menus/main.yaml:24  Big.oneOf  should be a list, but is keys and values
           mend: See docs/directory.md.
       menus/main.yaml:24  Big  \`Big\` cannot be the name of a menu
           mend: Use up to 40 lower-case letters, digits and hyphens.
       menus/main.yaml:24  Big  nothing leads to the menu \`Big\`
           mend: Lead a key, \`hash\` or a number to it, or take it out.

     menus/more.yml
       menus/more.yml  is not read: a file of menus ends with \`.yaml\`
           mend: Rename it to \`more.yaml\`.

     menus/other.yaml
       menus/other.yaml:1  main  there are two menus \`main\`: the other is in menus/main.yaml:1
           mend: Rename one of them, or take it out.

     49 faults, 4 warnings
     "
    `);
  });
});
