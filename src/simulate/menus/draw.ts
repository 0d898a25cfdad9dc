/** `dialtone menus draw`: the menus to look at. */
import type { Directory, CallLanguage } from '../../runtime/model/directory';
import { layOut } from './layout';
import { pictureOf } from './picture';
import { svgOf } from './svg';

/** The whole tree as one SVG document; what is said is shown in `language`. */
export function drawMenus(directory: Directory, language: CallLanguage): string {
  const { menus, site } = directory;
  const heading = `${site.name}: ${menus.size} menus, in ${language}`;
  return svgOf(layOut(pictureOf(directory, language)), heading);
}
