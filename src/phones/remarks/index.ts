/** The remarks on every family of phones. */
import type { Family, PhoneModel } from '../phone';
import { grandstreamGxpRemarks, grandstreamHtRemarks } from '../families/grandstream/notes';
import { linphoneRemarks } from '../families/linphone/notes';
import { polycomLegacyRemarks, polycomUcRemarks } from '../families/polycom/notes';
import type { Remarks } from './remark';
import { spaRemarks } from '../families/spa/notes';
import { yealinkRemarks } from '../families/yealink/notes';

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
