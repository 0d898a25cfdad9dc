/**
 * The names that each family's devices know, from their makers' manuals and templates: written
 * down apart from the code that uses them.
 */
import type { FamilyId } from '../../src/phones/families';

const GRANDSTREAM = [2, 192, 237, 194, 238, 84, 1409, 1414, 64, 143, 246];

export const KNOWN_KEYS: Readonly<Record<FamilyId, readonly (string | RegExp)[]>> = {
  spa: [
    'Admin_Passwd',
    'Protect_IVR_FactoryReset',
    /^Enable_IP_Dialing_[12]_$/,
    'Upgrade_Enable',
    'RTP_Packet_Size',
    /^Interdigit_(Long|Short)_Timer$/,
    /^(Call_Return|Call_Redial|Blind_Transfer|Call_Back(_Busy)?_(Act|Deact))_Code$/,
    /^(Cfwd_(All|Busy|No_Ans|Last)|Block_Last|Accept_Last|CW(_Per_Call)?)_(Act|Deact)_Code$/,
    /^(Block_(CID(_Per_Call)?|ANC)|DND|CID|CWCID|Dist_Ring)_(Act|Deact)_Code$/,
    /^(Speed_Dial_Act|Secure_(All|No)_Call_Act|Secure_One_Call_(Act|Deact))_Code$/,
    /^(Conference_Act|Attn-Xfer_Act|(Modem|FAX)_Line_Toggle|Media_Loopback)_Code$/,
    /^(Referral|Feature_Dial)_Services_Codes$/,
    /^(Prefer|Force)_(G711[ua]|G723|G726r(16|24|32|40)|G729a)_Code$/,
    /^(Line_Enable|NAT_Mapping_Enable|NAT_Keep_Alive_Enable|SIP_Transport|SIP_Port)_[12]_$/,
    /^(Proxy|Outbound_Proxy|Use_Outbound_Proxy|Use_OB_Proxy_In_Dialog|Register)_[12]_$/,
    /^(Register_Expires|Make_Call_Without_Reg|Ans_Call_Without_Reg|Use_DNS_SRV)_[12]_$/,
    /^(DNS_SRV_Auto_Prefix|SIP_Remote-Party-ID|Display_Name|User_ID|Password)_[12]_$/,
    /^(Use_Auth_ID|Call_Waiting_Serv|CW_Setting|DTMF_Tx_Method|Preferred_Codec)_[12]_$/,
    /^Dial_Plan_[12]_$/,
    'Time_Zone',
    /^Daylight_Saving_Time_(Rule|Enable)$/,
  ],
  'grandstream-ht': [
    'mac',
    ...numbers([...GRANDSTREAM, 276, 28120, 22296]),
    // Keypad; pulses, their standard and ring power of a port.
    ...numbers([88, 253, 277, 20521, 20522, 28165, 28166, 4234, 4235]),
    ...numbers([271, 47, 48, 130, 2329, 52, 35, 36, 34, 3, 103, 31, 81, 109, 32, 2330, 40, 91]),
    ...numbers([714, 186, 72, 251, 252, 71, 4045, 4200, 66, 85, 191, 1406, 850, 851, 852, 57]),
    ...numbers([183]),
    ...numbers([401, 747, 748, 830, 2429, 730, 735, 736, 734, 703, 702, 731, 752, 813, 732]),
    ...numbers([2430, 740, 791, 823, 817, 772, 811, 812, 771, 4046, 4201, 766, 292, 751, 4895]),
    ...numbers([860, 861, 862, 757, 443]),
    // HT812: user, authentication, password, name, off-hook, profile, hunting, enable.
    /^P(406|409|412|418|421|415|430)[01]$/,
    /^P459[56]$/,
  ],
  'grandstream-gxp': [
    'mac',
    ...numbers([...GRANDSTREAM, 71, 85, 91, 1357, 1310]),
    ...numbers([271, 270, 47, 48, 35, 36, 34, 3, 31, 81, 32, 52, 130, 290, 72, 2329]),
    ...numbers([103, 2330, 191, 2301, 2302, 2303, 57, 183]),
    ...numbers([401, 417, 402, 403, 404, 405, 406, 407, 410, 411, 412, 414, 448, 459, 492, 2429]),
    ...numbers([408, 2430, 420, 2401, 2402, 2403, 451, 443, 491]),
  ],
  'polycom-legacy': [...polycom(), /^voice\.codecPref\.(IP_4000\.)?G(711Mu|711A|729AB)$/],
  'polycom-uc': [
    ...polycom(),
    'call.callWaiting.enable',
    /^call\.autoOffHook\.\d\.protocol$/,
    /^voice\.codecPref\.G711_(Mu|A)$/,
    /^sec\.srtp\.(enable|offer|require)$/,
    'device.set',
    'feature.urlDialing.enabled',
    /^device\.auth\.localAdminPassword(\.set)?$/,
  ],
  yealink: [
    /^account\.\d\.(enable|label|display_name|auth_name|user_name|password)$/,
    /^account\.\d\.sip_server\.1\.(address|port|transport_type|expires)$/,
    /^account\.\d\.(outbound_proxy_enable|outbound_proxy\.1\.(address|port))$/,
    /^account\.\d\.(unregister_on_reboot|dtmf\.type|srtp_encryption)$/,
    /^account\.\d\.nat\.(nat_traversal|rport|udp_update_enable|udp_update_time)$/,
    /^account\.\d\.codec\.pcm[ua]\.(enable|priority)$/,
    /^account\.\d\.dialplan\.digitmap\.(enable|string|no_match_action)$/,
    /^account\.\d\.dialplan\.digitmap\.interdigit_(short|long)_timer$/,
    'call_waiting.enable',
    'features.key_as_send',
    /^features\.(reset_by_long_press|direct_ip_call)_enable$/,
    'sip.use_23_as_pound',
    /^features\.hotline_(number|delay)$/,
    'dialplan.digitmap.enable',
    /^dialplan\.digitmap\.apply_to\.(press_send|history_dial|directory_dial|on_hook_dial)$/,
    'dialplan.digitmap.active.on_hook_dialing',
    'phone_setting.emergency.number',
    /^local_time\.(dhcp_time|time_zone|summer_time|dst_time_type|start_time|end_time|offset_time)$/,
    'static.auto_provision.pnp_enable',
    'static.firmware.url',
    'static.security.trust_certificates',
    'static.security.user_password',
  ],
  linphone: [
    'misc.transient_provisioning',
    /^sip\.(default_proxy|use_info|use_rfc2833|keepalive_period|media_encryption(_mandatory)?)$/,
    /^proxy_0\.(reg_(identity|proxy|route|sendregister|expires)|realm|publish|avpf)$/,
    'proxy_0.dial_escape_plus',
    /^auth_info_0\.(username|userid|ha1|realm|domain|algorithm)$/,
    /^audio_codec_\d{1,2}\.(mime|rate|channels|enabled)$/,
    /^video\.(capture|display)$/,
  ],
};

function numbers(known: readonly number[]): string[] {
  return known.map((number) => `P${number}`);
}

function polycom(): (string | RegExp)[] {
  return [
    'APP_FILE_PATH',
    'CONFIG_FILES',
    /^(MISC_FILES|(LOG_FILE|OVERRIDES|CONTACTS|LICENSE)_DIRECTORY)$/,
    /^reg\.\d\.(displayName|address|label|type|auth\.(userId|password)|callsPerLineKey)$/,
    /^reg\.\d\.server\.1\.(address|port|transport|expires|expires\.overlap|register)$/,
    /^reg\.\d\.outboundProxy\.(address|port|transport)$/,
    /^call\.autoOffHook\.\d\.(enabled|contact)$/,
    'call.enableOnNotRegistered',
    'nat.keepalive.interval',
    /^tone\.dtmf\.(viaRtp|rfc2833Control)$/,
    'voIpProt.SIP.dtmfViaSignaling.rfc2976',
    /^dialplan(\.\d)?\.(digitmap|digitmap\.timeOut|impossibleMatchHandling|removeEndOfDial)$/,
    /^dialplan(\.\d)?\.applyTo(UserDial|UserSend|CallListDial|DirectoryDial)$/,
    /^tcpIpApp\.sntp\.gmtOffset(\.overrideDHCP)?$/,
    /^tcpIpApp\.sntp\.daylightSavings\.(enable|fixedDayEnable)$/,
    /^tcpIpApp\.sntp\.daylightSavings\.(start|stop)\.(month|date|time|dayOfWeek(\.lastInMonth)?)$/,
    /^dialplan\.routing\.emergency\.1\.(value|server\.1)$/,
  ];
}
