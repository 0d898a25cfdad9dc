import { formatHours, parseHours } from '../../src/config/compile/hours';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

describe('parseHours', () => {
  it.each([
    ['mon-fri 08:00-22:00', { days: [1, 2, 3, 4, 5], from: 480, to: 1320 }],
    ['daily 06:00-24:00', { days: EVERY_DAY, from: 360, to: 1440 }],
    ['sat,sun 10:00-18:00', { days: [0, 6], from: 600, to: 1080 }],
    ['fri-mon 22:00-02:00', { days: [0, 1, 5, 6], from: 1320, to: 120 }],
    ['Mon  00:00 - 00:00', { days: [1], from: 0, to: 0 }],
    ['mon-wed,fri 09:30-17:45', { days: [1, 2, 3, 5], from: 570, to: 1065 }],
  ])('reads %s', (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
  });

  it.each(['', 'mon', '08:00-22:00', 'weekday 08:00-22:00', 'mon 8-22', 'mon 08:00-24:01'])(
    'refuses %j',
    (text) => {
      expect(parseHours(text)).toBeUndefined();
    },
  );

  it.each(['mon 24:00-08:00', 'mon 08:60-22:00', 'mon-tue-wed 08:00-22:00', 'mon, 08:00-22:00'])(
    'refuses %j',
    (text) => {
      expect(parseHours(text)).toBeUndefined();
    },
  );
});

describe('formatHours', () => {
  it.each([
    'mon-fri 08:00-22:00',
    'daily 06:00-24:00',
    'sat-sun 10:00-18:00',
    'fri-mon 22:00-02:00',
    'mon-wed,fri 09:30-17:45',
    'tue,thu,sun 00:00-00:00',
  ])('writes %s', (text) => {
    const hours = parseHours(text);
    expect(hours && formatHours(hours)).toBe(text);
  });

  it('writes any days in a form that is read as the same', () => {
    for (let set = 1; set < 128; set++) {
      const days = EVERY_DAY.filter((day) => set & (1 << day));
      const hours = { days, from: 61, to: 1439 };
      expect(parseHours(formatHours(hours))).toEqual(hours);
    }
  });
});
