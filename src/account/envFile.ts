/** The env file of an environment: the login on this machine, and what a deployment uploads. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { EnvironmentName } from '../directory/types';

/** Its name, in the project's folder. */
export function envFile(environment: EnvironmentName): string {
  return `.env.${environment}`;
}

/** The variables of an env file; none when there is no such file. */
export function readEnvFile(file: string): Readonly<Record<string, string | undefined>> {
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}
