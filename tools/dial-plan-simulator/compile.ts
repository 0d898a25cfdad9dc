/** Dial plans: one for each extension, in the grammar of each family of phones, and tried out. */
export {
  type GrandstreamDialPlan,
  grandstreamDialPlan,
} from '../../src/phones/families/grandstream/dialPlan';
export {
  type Dial,
  type DialPlan,
  dialPlanFor,
  type Entry,
  type EntryKind,
  type When,
} from '../../src/phones/dialplan/plan';
export { type PolycomDialPlan, polycomDialPlan } from '../../src/phones/families/polycom/dialPlan';
export { GRAMMARS, type Grammar, type Key, type Outcome, simulate } from '.';
export { type SpaDialPlan, spaDialPlan } from '../../src/phones/families/spa/dialPlan';
export { type YealinkDialPlan, yealinkDialPlan } from '../../src/phones/families/yealink/dialPlan';
