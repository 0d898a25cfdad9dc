/**
 * The operator's files as schemas: the one source of types, validation, the JSON
 * Schemas for editors and the reference page.
 */
import type * as z from 'zod';
import type { FileName } from '../files';
import { callingSchema } from './calling';
import { extensionsSchema } from './extensions';
import { numbersSchema } from './numbers';
import { siteSchema } from './site';

export type { CallingSource, ClassSource } from './calling';
export type { ExtensionSource } from './extensions';
export type { NumberSource } from './numbers';
export type { SiteSource } from './site';

export const SCHEMAS = {
  'site.yaml': siteSchema,
  'extensions.yaml': extensionsSchema,
  'numbers.yaml': numbersSchema,
  'calling.yaml': callingSchema,
} satisfies Record<FileName, z.ZodType>;
