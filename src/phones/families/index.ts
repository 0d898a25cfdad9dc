/** Every family of phones. A new one is a folder beside these and a line here. */
import type { PhoneModel } from '../phone';
import { grandstreamGxp, grandstreamHt } from './grandstream';
import { linphone } from './linphone';
import { polycomLegacy, polycomUc } from './polycom';
import { spa } from './spa';
import { yealink } from './yealink';

export const FAMILIES = [
  spa,
  grandstreamHt,
  polycomLegacy,
  yealink,
  grandstreamGxp,
  polycomUc,
  linphone,
] as const;

export type FamilyId = (typeof FAMILIES)[number]['id'];

/** Every model that a file can be written for, by its id in extensions.yaml. */
export const PHONE_MODELS: ReadonlyMap<string, PhoneModel> = new Map(
  FAMILIES.flatMap((family) =>
    family.models.map((model): [string, PhoneModel] => [model.id, { ...model, family }]),
  ),
);
