/** `dialtone menus draw`: how calls go, to look at. Graphviz finds a place for every box. */
import { instance } from '@viz-js/viz';
import { UserError } from '../../diagnostics/errors';
import type { CallLanguage } from '../../runtime/model/directory';
import { escapeXml } from '../../runtime/model/xml';
import type { Box, Drawable } from './box';
import { graphOf } from './graph';
import { menuBox } from './menu';
import { numberBoxes } from './numbers';
import { operatorBox } from './operator';
import { codeBoxes, phoneBoxes } from './phones';
import { OPERATOR_ID } from './words';

/** All calls as one SVG document without scripts, fonts or links; what is said is shown in `language`. */
export async function drawCalls(drawable: Drawable, language: CallLanguage): Promise<string> {
  const { extensions, menus, numbers, site } = drawable.directory;
  const heading = `${site.name}: ${extensions.size} phones, ${numbers.size} numbers and ${menus.size} menus, in ${language}`;
  const viz = await instance();
  const { output, errors } = viz.render(graphOf(boxesOf(drawable, language), heading), {
    format: 'svg',
  });
  if (output === undefined) throw tooLarge(errors.map(({ message }) => message).join('\n'));
  // Graphviz titles every box and edge, which browsers show beside the pointer.
  const drawn = output.replace(/<title>[^<]*<\/title>\n/g, '').replace(/<!--[^>]*-->\n/g, '');
  return drawn.replace(/<svg[^>]*>\n/, (tag) => `${tag}<title>${escapeXml(heading)}</title>\n`);
}

/** Calls begin on the left. */
function boxesOf(drawable: Drawable, language: CallLanguage): readonly Box[] {
  const { directory } = drawable;
  const { menus, operator } = directory;
  const boxes = [
    ...phoneBoxes(drawable),
    ...numberBoxes(drawable),
    ...codeBoxes(drawable),
    ...[...menus.values()].map((menu) => menuBox(menu, language, directory)),
  ];
  const asked = boxes.some(({ rows }) => rows.some(({ to }) => to === OPERATOR_ID));
  return operator && asked ? [...boxes, operatorBox(operator, directory)] : boxes;
}

function tooLarge(cause: string): UserError {
  return new UserError(
    'Graphviz cannot draw so much.',
    'See the menus as a table: ./dialtone menus check',
    { cause: new Error(cause) },
  );
}
