import { errorAt, warningAt } from '../../src/diagnostics/diagnostic';
import { formatDiagnostics } from '../../src/diagnostics/text';

const at = (line: number, path = '') => ({ file: 'extensions.yaml', line, path });
const folded = { all: './dialtone check --all' };

describe('Diagnostics that say the same', () => {
  it('are one warning where only names and numbers differ', () => {
    const missing = [1, 2, 3].map((n) =>
      warningAt(
        at(n),
        `there is no recording \`${n}.mp3\`${n === 2 ? ', `b.mp3`' : ''}`,
        'Record it.',
      ),
    );
    const other = warningAt(at(4), 'has no effect', 'Remove it.');
    expect(formatDiagnostics([...missing, other], { folded })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  warning: there is no recording \`1.mp3\`  (and 2 more)
           fix: Record it.
       extensions.yaml:4  warning: has no effect
           fix: Remove it.

     4 warnings. Each of them: ./dialtone check --all
     "
    `);
  });

  it('are one error where one fix ends them, with their places', () => {
    const errors = [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
      errorAt(at(n, `p${n}`), 'there is no menu `main`', 'Add it.'),
    );
    const another = errorAt(at(9, 'p9'), 'there is no menu `mian`', 'Add it.');
    expect(formatDiagnostics([...errors, another], { folded })).toMatchInlineSnapshot(`
     "extensions.yaml
       extensions.yaml:1  p1  there is no menu \`main\`
           fix: Add it.
           also: extensions.yaml:2 p2, extensions.yaml:3 p3, extensions.yaml:4 p4, extensions.yaml:5 p5, extensions.yaml:6 p6 and 2 more
       extensions.yaml:9  p9  there is no menu \`mian\`
           fix: Add it.

     9 errors. Each of them: ./dialtone check --all
     "
    `);
  });

  it('are all there when asked for', () => {
    const errors = [1, 2].map((n) => errorAt(at(n), 'is wrong', 'Fix it.'));
    expect(formatDiagnostics(errors).match(/is wrong/g)).toHaveLength(2);
  });

  it('have the colour of their severity', () => {
    const paint = { error: (text: string) => `<${text}>`, warning: (text: string) => `[${text}]` };
    const text = formatDiagnostics([errorAt(at(1), 'a', 'x'), warningAt(at(2), 'b', 'x')], {
      paint,
    });
    expect(text).toContain('<a>');
    expect(text).toContain('[warning: b]');
  });
});
