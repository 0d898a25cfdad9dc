/** Dial plans: one for each extension, in the grammar of each family of phones, and tried out. */
export { type GrandstreamDialPlan, grandstreamDialPlan } from '../families/grandstream/dialPlan';
export {
  type Dial,
  type DialPlan,
  dialPlanFor,
  type Entry,
  type EntryKind,
  type When,
} from './plan';
export { type PolycomDialPlan, polycomDialPlan } from '../families/polycom/dialPlan';
export { GRAMMARS, type Grammar, type Key, type Outcome, simulate } from './simulate';
export { type SpaDialPlan, spaDialPlan } from '../families/spa/dialPlan';
export { type YealinkDialPlan, yealinkDialPlan } from '../families/yealink/dialPlan';
