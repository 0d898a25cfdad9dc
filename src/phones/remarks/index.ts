/** The remarks on every family of phones. */
import type { Family, PhoneModel } from '../phone';
import { grandstreamGxpRemarks, grandstreamHtRemarks } from './grandstream';
import { linphoneRemarks } from './linphone';
import { polycomLegacyRemarks, polycomUcRemarks } from './polycom';
import type { Remarks } from './remark';
import { spaRemarks } from './spa';
import { yealinkRemarks } from './yealink';

export type { Remark, Remarks } from './remark';

const REMARKS: Readonly<Record<Family, (id: string) => Remarks>> = {
  spa: spaRemarks,
  'grandstream-ht': grandstreamHtRemarks,
  'grandstream-gxp': grandstreamGxpRemarks,
  'polycom-legacy': polycomLegacyRemarks,
  'polycom-uc': polycomUcRemarks,
  yealink: yealinkRemarks,
  linphone: linphoneRemarks,
};

export function remarksOn({ family, id }: PhoneModel): Remarks {
  return REMARKS[family](id);
}
