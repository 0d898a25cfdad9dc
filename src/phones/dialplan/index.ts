/** Dial plans: one for each extension, in the grammar of each family of phones, and tried out. */
export { type GrandstreamDialPlan, grandstreamDialPlan } from './grandstream';
export {
  type Dial,
  type DialPlan,
  dialPlanFor,
  type Entry,
  type EntryKind,
  type When,
} from './plan';
export { type PolycomDialPlan, polycomDialPlan } from './polycom';
export { GRAMMARS, type Grammar, type Key, type Outcome, simulate } from './simulate';
export { type SpaDialPlan, spaDialPlan } from './spa';
export { type YealinkDialPlan, yealinkDialPlan } from './yealink';
