import { diagnosticsOf } from './support';

/** A phone that may call 911, with one line changed or added. */
const phone = (line: string) =>
  `+15035550123:\n  name: Clinton\n  number: +15035550123\n  emergency: true\n  class: local\n  ${line}\n`;
const address = (street: string, unit?: string) =>
  phone(
    `address:\n    street: ${street}\n${unit === undefined ? '' : `    unit:${unit}\n`}    city: Portland\n    region: OR\n    postalCode: 97200`,
  );
const reported = (extensions: string) =>
  diagnosticsOf({ 'extensions.yaml': extensions })
    .split('\n')
    .filter((line) => /extensions.yaml:|fix:/.test(line))
    .map((line) => line.trim().replace(/^extensions.yaml:/, ''))
    .join('\n');

describe('A comment that cuts a value off', () => {
  it.each([
    [
      'a flat, after a street',
      address('200 SE Example Avenue #310'),
      "7  +15035550123.address.street  is read as `200 SE Example Avenue`: `#310` is a comment\nfix: Write `'200 SE Example Avenue #310'` in quotes, or put the comment on its own line.",
    ],
    [
      'words, after a street',
      address('200 SE Example Avenue # corner of Main'),
      "7  +15035550123.address.street  is read as `200 SE Example Avenue`: `# corner of Main` is a comment\nfix: Write `'200 SE Example Avenue # corner of Main'` in quotes, or put the comment on its own line.",
    ],
    [
      'a whole unit',
      address('200 SE Example Avenue', ' #310'),
      "8  +15035550123.address.unit  is read as nothing: `#310` is a comment\nfix: Write `'#310'` in quotes, or put the comment on its own line.",
    ],
    [
      'a name',
      phone('').replace('Clinton', 'Booth #7'),
      "2  +15035550123.name  warning: is read as `Booth`: `#7` is a comment\nfix: Write `'Booth #7'` in quotes, or put the comment on its own line.",
    ],
    [
      'an extension of a number',
      phone('callerId: +15035550100 #2'),
      "6  +15035550123.callerId  warning: is read as `+15035550100`: `#2` is a comment\nfix: Write `'+15035550100 #2'` in quotes, or put the comment on its own line.",
    ],
  ])('is told with what was read: %s', (_, extensions, expected) => {
    expect(reported(extensions)).toBe(expected);
  });

  it('is told in a sentence', () => {
    const menu = `main:\n  intro:\n    say:\n      en: Press # to go back.\n      es: "Oprima # para volver."\n  keys: { 1: { do: hangUp } }\n`;
    const found = diagnosticsOf({
      'menus/main.yaml': menu,
      'extensions.yaml': 'clinton: { name: Clinton, hash: { menu: main } }',
    });
    expect(found).toContain(
      'menus/main.yaml:4  main.intro.say.en  warning: is read as `Press`: `# to go back.` is a comment',
    );
    expect(found).toContain('1 warning');
  });

  it.each([
    ['on a line of its own', phone('# The booth at #7.\n  short: 101')],
    ['after a word that has a meaning', phone('class: local # as all others')],
    ['after a number', phone('short: 101 # the first')],
    ['after a quoted value', phone('').replace('Clinton', "'Clinton' # by the river")],
    [
      'of a key that is empty below',
      phone('phone: # on the wall\n    { model: x, dial: hotline }'),
    ],
    ['after a list', phone('environments: [prod] #old')],
  ])('is none: a comment %s', (_, extensions) => {
    expect(reported(extensions)).not.toContain('is a comment');
  });
});

describe('An address where no ambulance finds anybody', () => {
  it.each([
    'PO Box 12',
    'P.O. Box 12',
    'p o box 12',
    'Post Office Box 12',
    'POB 12',
    'PMB 310',
    'General Delivery',
    'Case postale 12',
  ])('is %s', (street) => {
    expect(reported(address(street))).toContain(
      `\`${street}\` is a mailbox, where no ambulance can go`,
    );
  });

  it.each(['1 Box Street', '12 Poboxer Road', '4 Casey Lane', '5 General Street', '6 C Street'])(
    'is not %s',
    (street) => {
      expect(reported(address(street))).toBe('');
    },
  );

  it('is one also by its unit', () => {
    expect(reported(address('200 SE Example Avenue', ' P.O. Box 4'))).toContain(
      '`P.O. Box 4` is a mailbox',
    );
  });
});

describe('What YAML trips over', () => {
  const fixOf = (text: string) => /fix: (.*)/.exec(diagnosticsOf({ 'extensions.yaml': text }))?.[1];

  it.each([
    ['clinton: { name: Booth #7, short: 101 }\nb: { name: B }\n', 'In line 1 `#` begins a comment'],
    ['clinton: {\n  name: Booth #7,\n  short: 101 }\n', 'In line 2 `#` begins a comment'],
    [
      "clinton: { name: 'Booth, short: 101 }\nb: { name: B }\n",
      'Close the quote that begins in line 1',
    ],
    [
      "clinton:\n  name: 'Booth\n  short: 101\nb:\n  name: 'B'\n",
      'Close the quote that begins in line 2',
    ],
    ["clinton:\n  name: 'It's here'\n", 'Write the quote that is part of the text twice'],
    ['clinton:\n  name: Booth: seven\n', 'Put it in quotes'],
    ['clinton:\n  name: @home\n', 'Put it in quotes'],
    ['clinton:\n\tname: Booth\n', 'Indent with spaces, not with tabs.'],
    ['clinton: { name: Booth', 'Add the `}` that closes it.'],
  ])('%j', (text, fix) => {
    expect(fixOf(text)).toContain(fix);
  });
});
