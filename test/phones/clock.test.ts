/** The clock of the place where a phone stands, as each maker writes it. */
import { clockOf } from '../../src/phones/clock';
import { settingsFor } from '../../src/phones/settings';
import { EXAMPLE, KEY, model, phone } from './example';
import { readSettings } from './read';

const US = {
  minutes: 60,
  start: { month: 3, week: 2, weekday: 0, hour: 2 },
  end: { month: 11, week: 1, weekday: 0, hour: 2 },
};

describe('The clock of', () => {
  it.each([
    ['America/Los_Angeles', { offset: -480, summer: US }],
    ['America/Detroit', { offset: -300, summer: US }],
    ['America/St_Johns', { offset: -210, summer: US }],
    ['America/Phoenix', { offset: -420 }],
    ['America/Mexico_City', { offset: -360 }],
    ['Pacific/Honolulu', { offset: -600 }],
    ['Asia/Kolkata', { offset: 330 }],
    ['UTC', { offset: 0 }],
    [
      'Europe/London',
      {
        offset: 0,
        summer: {
          minutes: 60,
          start: { month: 3, week: 'last', weekday: 0, hour: 1 },
          end: { month: 10, week: 'last', weekday: 0, hour: 2 },
        },
      },
    ],
    [
      'Australia/Sydney',
      {
        offset: 600,
        summer: {
          minutes: 60,
          start: { month: 10, week: 1, weekday: 0, hour: 2 },
          end: { month: 4, week: 1, weekday: 0, hour: 3 },
        },
      },
    ],
    // Its summer time ends for Ramadan, by the moon.
    ['Africa/Casablanca', undefined],
  ])('%s is given as phones take it', (timeZone, clock) => {
    expect(clockOf(timeZone)).toEqual(clock);
  });
});

describe('A phone’s file', () => {
  const file = (id: string, zone: string) => {
    const settings = phone(model(id), { clock: clockOf(zone) });
    const [first] = settings.model.files(settings);
    const all = readSettings(settings.model.family.id, first!);
    const ofClock = /^(P64|P143|P246|Time_Zone|Daylight_.*|local_time.*|tcpIpApp.*)$/;
    return Object.fromEntries([...all].filter(([key]) => ofClock.test(key)));
  };

  it.each([
    ['America/Los_Angeles', 'LTZ+8LDT+7,M3.2.0,M11.1.0'],
    ['America/Phoenix', 'LTZ+7'],
    ['America/St_Johns', 'LTZ+3:30LDT+2:30,M3.2.0,M11.1.0'],
    ['Asia/Kolkata', 'LTZ-5:30'],
    ['Europe/London', 'LTZ+0LDT-1,M3.5.0/1,M10.5.0'],
  ])('sets a Grandstream to %s by %s', (zone, rule) => {
    const clock = { P64: 'customize', P143: '0', P246: rule };
    expect(file('grandstream-ht801', zone)).toEqual(clock);
    expect(file('grandstream-grp2612', zone)).toEqual(clock);
  });

  it.each([
    [
      'America/Los_Angeles',
      {
        Time_Zone: 'GMT-08:00',
        Daylight_Saving_Time_Rule: 'start=3/8/7/2:0:0;end=11/1/7/2:0:0;save=1',
        Daylight_Saving_Time_Enable: 'Yes',
      },
    ],
    [
      'Europe/London',
      {
        Time_Zone: 'GMT+00:00',
        Daylight_Saving_Time_Rule: 'start=3/-1/7/1:0:0;end=10/-1/7/2:0:0;save=1',
        Daylight_Saving_Time_Enable: 'Yes',
      },
    ],
    [
      'Asia/Kolkata',
      {
        Time_Zone: 'GMT+05:30',
        Daylight_Saving_Time_Rule: '',
        Daylight_Saving_Time_Enable: 'No',
      },
    ],
  ])('sets an SPA to %s', (zone, clock) => {
    expect(file('cisco-spa2102', zone)).toEqual(clock);
  });

  it.each([
    ['America/Detroit', '-5', '3/2/7/2', '11/1/7/2'],
    ['Europe/London', '+0', '3/5/7/1', '10/5/7/2'],
    ['America/St_Johns', '-3:30', '3/2/7/2', '11/1/7/2'],
  ])('sets a Yealink to %s', (zone, offset, start, end) => {
    expect(file('yealink-t46s', zone)).toEqual({
      'local_time.dhcp_time': '0',
      'local_time.time_zone': offset,
      'local_time.summer_time': '1',
      'local_time.dst_time_type': '1',
      'local_time.start_time': start,
      'local_time.end_time': end,
      'local_time.offset_time': '60',
    });
    expect(file('yealink-t46s', 'America/Phoenix')).toEqual({
      'local_time.dhcp_time': '0',
      'local_time.time_zone': '-7',
      'local_time.summer_time': '0',
    });
  });

  it.each(['polycom-vvx-411', 'polycom-soundpoint-501'])('sets a %s', (id) => {
    const sntp = (zone: string) =>
      Object.fromEntries(
        Object.entries(file(id, zone)).map(([key, value]) => [
          key.slice('tcpIpApp.sntp.'.length),
          value,
        ]),
      );
    expect(sntp('America/Los_Angeles')).toMatchObject({
      gmtOffset: '-28800',
      'gmtOffset.overrideDHCP': '1',
      'daylightSavings.enable': '1',
      'daylightSavings.fixedDayEnable': '0',
      'daylightSavings.start.month': '3',
      'daylightSavings.start.date': '8',
      'daylightSavings.start.dayOfWeek': '1',
      'daylightSavings.start.dayOfWeek.lastInMonth': '0',
      'daylightSavings.start.time': '2',
      'daylightSavings.stop.month': '11',
      'daylightSavings.stop.date': '1',
      'daylightSavings.stop.time': '2',
    });
    expect(sntp('Europe/London')).toMatchObject({
      'daylightSavings.start.dayOfWeek.lastInMonth': '1',
      'daylightSavings.stop.month': '10',
    });
    expect(sntp('America/Phoenix')).toEqual({
      gmtOffset: '-25200',
      'gmtOffset.overrideDHCP': '1',
      'daylightSavings.enable': '0',
    });
  });

  it('leaves the clock alone where no rule tells it', () => {
    expect(file('grandstream-ht801', 'Africa/Casablanca')).toEqual({});
  });

  it('is for the place where the phone stands, else for the site', () => {
    const { extensions, ...directory } = EXAMPLE.directory;
    const moved = new Map(extensions);
    const clinton = extensions.get('clinton')!;
    const clockIn = (timeZone?: string) => {
      moved.set('clinton', { ...clinton, ...(timeZone && { timeZone }) });
      const project = { ...EXAMPLE, directory: { ...directory, extensions: moved } };
      return settingsFor('clinton', { environment: 'prod', project, key: KEY }).clock;
    };
    expect(clockIn()).toEqual(clockOf('America/Los_Angeles'));
    expect(clockIn('America/Detroit')).toEqual(clockOf('America/Detroit'));
  });
});
