/** Phones of the example directory, put onto any model. */
import { readProject } from '../../src/config/project';
import { PHONE_MODELS } from '../../src/phones/families';
import type { PhoneModel, PhoneSettings } from '../../src/phones/phone';
import { settingsFor } from '../../src/phones/settings';

export const KEY = Buffer.alloc(32, 7);
/** May call 911. */
export const WITH_EMERGENCY = '+15035550124';
/** May not. */
export const WITHOUT_EMERGENCY = 'clinton';

export const MODELS: readonly PhoneModel[] = [...PHONE_MODELS.values()];

export const EXAMPLE = example();

function example() {
  const { project, diagnostics } = readProject('examples/payphones');
  if (!project) throw new Error(`the example directory has errors: ${JSON.stringify(diagnostics)}`);
  return project;
}

const CONTEXT = { environment: 'prod', project: EXAMPLE, key: KEY } as const;
const MAY_CALL = settingsFor(WITH_EMERGENCY, CONTEXT);
const MAY_NOT = settingsFor(WITHOUT_EMERGENCY, CONTEXT);

/** A phone of the example as another model, with that model's own transport unless told. */
export function phone(model: PhoneModel, changes: Partial<PhoneSettings> = {}): PhoneSettings {
  const settings = (changes.emergency ?? true) ? MAY_CALL : MAY_NOT;
  return {
    ...settings,
    model,
    transport: model.transports[0] ?? 'udp',
    ...changes,
  };
}

export function model(id: string): PhoneModel {
  const found = PHONE_MODELS.get(id);
  if (!found) throw new Error(`no model ${id}`);
  return found;
}
