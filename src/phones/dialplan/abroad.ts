/** Whether a phone may call outside North America. */
import { isRegion } from '../../config/compile/areas';
import type { Directory, Extension } from '../../runtime/model/directory';
import { isNorthAmerican } from './numbering';

/**
 * Its class of service allows a country there, or one of our own numbers is there: those ring
 * whatever the class says.
 */
export function callsAbroad(extension: Extension, directory: Directory): boolean {
  const klass = directory.classes.get(extension.class);
  const regions = [...(klass?.allow ?? [])].filter((region) => !klass?.deny.has(region));
  if (regions.some((region) => isRegion(region) && !isNorthAmerican(region))) return true;
  const ours = [
    ...directory.numbers.keys(),
    ...directory.elsewhere,
    ...directory.extensions.keys(),
  ];
  return ours.some((number) => /^\+[2-9]/.test(number));
}
