/** Directories to draw. */
import { readProject } from '../../../src/config/project';
import { NO_PROVISIONING } from '../../../src/config/compile/provisioning';
import type { Drawable } from '../../../src/simulate/drawing/box';
import { type Files, open, SITE } from '../../config/support';

export function example(folder: string): Drawable {
  const { project } = readProject(folder);
  if (!project) throw new Error(`${folder} has errors`);
  return project;
}

export function drawable(files: Files): Drawable {
  return { directory: open(files), provisioning: NO_PROVISIONING };
}

/** Fifty phones, each with its own number, and thirty menus. */
export function large(): Drawable {
  const ids = Array.from({ length: 50 }, (_, i) => String(i).padStart(2, '0'));
  const extensions = ids.map(
    (id, i) =>
      `b${id}: { name: Booth ${id} of the long street, number: '+150355501${id}', hash: { menu: m${i % 3} } }`,
  );
  const menus = Array.from({ length: 30 }, (_, i) => {
    const below = [1, 2, 3].map((key) => i * 3 + key).filter((menu) => menu < 30);
    const keys = below.map((menu, key) => `${key + 1}: { say: Press ${key + 1}., menu: m${menu} }`);
    return `m${i}: { intro: { say: Menu ${i} of thirty says a few words. }, next: { do: back }, keys: { ${keys.join(', ')} } }`;
  });
  return drawable({
    'site.yaml': SITE.replace('[en, es]', '[en]').replace('+15035550100', "'+15035550199'"),
    'numbers.yaml': "'+15035550199': { menu: m0 }\n",
    'extensions.yaml': `${extensions.join('\n')}\n`,
    'menus/all.yaml': `${menus.join('\n')}\n`,
  });
}
