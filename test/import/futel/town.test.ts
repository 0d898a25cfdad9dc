import type { ReportLine } from '../../../src/import/futel/report';
import { type FutelSetUp, futelTown } from '../../fixtures/futelTown';
import { importedTown as imported } from './imported';

const line = ({ extension, context, severity, text }: ReportLine) =>
  `${severity}: ${[extension ?? context ?? [], text].flat().join('  ')}`;

const contextsOf = ({ ivrs }: FutelSetUp) =>
  Object.values(ivrs).flatMap((file) => Object.keys(file));

describe('A set-up of the first user’s size', () => {
  it('has 51 phones, and 80 contexts in nine files', () => {
    const town = futelTown();
    expect(Object.keys(town.extensions)).toHaveLength(51);
    expect(Object.keys(town.ivrs)).toHaveLength(9);
    expect(new Set(contextsOf(town)).size).toBe(80);
  });

  it('compiles, with every phone at its menu', () => {
    const { directory } = imported(futelTown());
    expect(directory.extensions).toHaveLength(51);
    expect(directory.menus).toHaveLength(74);
    const { extensions: phones } = directory;
    expect(phones.filter(({ hash }) => hash && 'menu' in hash)).toHaveLength(47);
    // Those that begin with the dial tone, and the menu that `#` opens there.
    expect(
      phones.flatMap(({ username, hash, hashAtDialTone }) =>
        hash && 'do' in hash ? [[username, hash, hashAtDialTone]] : [],
      ),
    ).toEqual([
      ['desk-1', { do: 'dialTone' }, { menu: 'outgoing-mill' }],
      ['desk-2', { do: 'dialTone' }, { menu: 'outgoing-safe' }],
      ['desk-3', { do: 'dialTone' }, { menu: 'outgoing-prairie' }],
      ['desk-4', { do: 'dialTone' }, { menu: 'outgoing-safe' }],
    ]);
    expect(directory.operator?.volunteers.map(({ name, call }) => [name, call])).toEqual([
      ['volunteer-1', { number: '+15415550171' }],
      ['volunteer-2', { number: '+15415550172' }],
      ['volunteer-3', { number: '+15415550173' }],
    ]);
    expect(directory.numbers['+15035550100']?.answer).toEqual({ menu: 'incoming-house' });
  });

  it('is the same when it is imported again', () => {
    expect(imported(futelTown()).files).toEqual(imported(futelTown()).files);
  });

  it('tells what became of it', () => {
    const { report } = imported(futelTown());
    const own = report.filter(({ extension }) => extension === null);
    expect(own.map(line).join('\n')).toMatchSnapshot();
    // Volunteers' numbers are theirs.
    expect(JSON.stringify(report)).not.toMatch(/4155?5?5?0?17/);
  });

  it.each(['menus/outgoing.yaml', 'menus/utilities.yaml', 'operators.yaml'])(
    'reads well: %s',
    (file) => {
      expect(imported(futelTown()).files[file as 'operators.yaml']).toMatchSnapshot();
    },
  );

  it('compiles without recordings, host or destinations, and says so', () => {
    const { report } = imported({ ...futelTown(), destinations: {} }, {});
    const lost = report.filter(({ severity, context }) => severity === 'lost' && context);
    expect(lost.map(line).join('\n')).toMatchSnapshot();
    expect(report.map(({ text }) => text).join('\n')).toContain('its name is read aloud');
  });
});
