/** Classes of service with their chain of `extends` resolved. */
import type { CompiledClass } from '../../runtime/model/compiled';
import { builtInClass } from '../../runtime/model/defaults';
import type { ClassSource } from '../schema';

type Classes = Readonly<Record<string, ClassSource>>;

/**
 * Lists add up along the chain; `maxMinutes` and `hours` are the nearest. Checked
 * before: no chain is a circle and every name is known.
 */
export function resolveClasses(classes: Classes, country: string): readonly CompiledClass[] {
  const names = Object.keys(classes);
  if (names.length === 0) return [builtInClass(country)];
  return names.map((name) => resolve(name, classes));
}

function resolve(name: string, classes: Classes): CompiledClass {
  const chain: ClassSource[] = [];
  for (let next: string | undefined = name; next !== undefined; next = classes[next]?.extends) {
    const klass: ClassSource | undefined = classes[next];
    if (klass) chain.push(klass);
  }
  const maxMinutes = chain.find((klass) => klass.maxMinutes !== undefined)?.maxMinutes;
  const hours = chain.find((klass) => klass.hours !== undefined)?.hours;
  const union = (list: 'allow' | 'deny' | 'noLimit') => [
    ...new Set(chain.flatMap((klass) => klass[list])),
  ];
  return {
    name,
    allow: union('allow'),
    deny: union('deny'),
    noLimit: union('noLimit'),
    ...(maxMinutes !== undefined && { maxMinutes }),
    ...(hours && { hours }),
  };
}
