/**
 * The star codes that an SPA acts on by itself. It adds every one that is not empty to each dial
 * plan, so that `*69` never leaves the box and a lone `*` or `#` waits for more; each is emptied.
 *
 * Names from the Linksys ATA administrator guide, "Vertical Service Activation Codes".
 */
const SERVICES =
  'Call_Return Call_Redial Blind_Transfer Call_Back_Act Call_Back_Deact Call_Back_Busy_Act ' +
  'Cfwd_All_Act Cfwd_All_Deact Cfwd_Busy_Act Cfwd_Busy_Deact Cfwd_No_Ans_Act Cfwd_No_Ans_Deact ' +
  'Cfwd_Last_Act Cfwd_Last_Deact Block_Last_Act Block_Last_Deact Accept_Last_Act ' +
  'Accept_Last_Deact CW_Act CW_Deact CW_Per_Call_Act CW_Per_Call_Deact Block_CID_Act ' +
  'Block_CID_Deact Block_CID_Per_Call_Act Block_CID_Per_Call_Deact Block_ANC_Act ' +
  'Block_ANC_Deact DND_Act DND_Deact CID_Act CID_Deact CWCID_Act CWCID_Deact Dist_Ring_Act ' +
  'Dist_Ring_Deact Speed_Dial_Act Secure_All_Call_Act Secure_No_Call_Act Secure_One_Call_Act ' +
  'Secure_One_Call_Deact Conference_Act Attn-Xfer_Act Modem_Line_Toggle FAX_Line_Toggle ' +
  'Media_Loopback';
const CODECS = ['G711u', 'G711a', 'G723', 'G726r16', 'G726r24', 'G726r32', 'G726r40', 'G729a'];

export const SPA_STAR_CODES: readonly string[] = [
  ...SERVICES.split(' ').map((service) => `${service}_Code`),
  'Referral_Services_Codes',
  'Feature_Dial_Services_Codes',
  ...['Prefer', 'Force'].flatMap((verb) => CODECS.map((codec) => `${verb}_${codec}_Code`)),
];
