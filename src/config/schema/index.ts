/**
 * The operator's files as schemas: the one source of types, validation, the JSON
 * Schemas for editors and the reference page.
 */
import type * as z from 'zod';
import type { FileKind } from '../read/files';
import { callingSchema } from './calling';
import { extensionsSchema } from './extensions';
import { menusSchema } from './menus';
import { numbersSchema } from './numbers';
import { operatorsSchema } from './operators';
import { siteSchema } from './site';

export type { CallingSource, ClassSource } from './calling';
export type { EnvironmentSource } from './environments';
export type { ExtensionSource } from './extensions';
export type { KeySource, MenuSource } from './menus';
export type { NumberSource } from './numbers';
export type { OperatorsSource, VolunteerSource } from './operators';
export type { PromptSource } from './prompt';
export type { SiteSource } from './site';
export type { TargetSource } from './target';

export const SCHEMAS = {
  'site.yaml': siteSchema,
  'extensions.yaml': extensionsSchema,
  'numbers.yaml': numbersSchema,
  'calling.yaml': callingSchema,
  'operators.yaml': operatorsSchema,
  'menus/*.yaml': menusSchema,
} satisfies Record<FileKind, z.ZodType>;
