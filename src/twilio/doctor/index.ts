/** The doctor, for the command line and the documents. */
export { CATALOGUE, CHECK_NAMES, type CheckName } from './catalogue';
export type { Check, Status } from './check';
export { examine } from './examine';
export type { DoctorInput } from './read';
