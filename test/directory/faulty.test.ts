import { join } from 'node:path';
import { compileDirectory, formatFaults } from '../../src/directory';
import { TWIML_ASSETS } from './support';

describe('A directory with many faults', () => {
  const { directory, faults } = compileDirectory(join(__dirname, 'faulty'), {
    twimlAssets: TWIML_ASSETS,
  });

  it('does not compile', () => {
    expect(directory).toBeUndefined();
  });

  it('has at least twenty different ones, each with file, line and mend', () => {
    const kinds = new Set(faults.map((fault) => fault.message.replace(/`[^`]*`/g, '…')));
    expect(kinds.size).toBeGreaterThanOrEqual(20);
    for (const fault of faults) {
      expect(fault.line).toBeGreaterThan(0);
      expect(fault.mend).not.toBe('');
    }
  });

  it('tells them all in one run', () => {
    expect(formatFaults(faults)).toMatchInlineSnapshot();
  });
});
