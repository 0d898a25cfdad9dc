/** Who is called for a caller who asks for the operator, and when. */
import { formatHours } from '../../config/compile/hours';
import type { Directory, OperatorDesk, Volunteer } from '../../runtime/model/directory';
import type { Box, Row } from './box';
import { OPERATOR_ID, phonesText } from './words';

export function operatorBox(desk: OperatorDesk, directory: Directory): Box {
  const { volunteers, waitSeconds } = desk;
  return {
    id: OPERATOR_ID,
    kind: 'operator',
    title: 'operator',
    notes: ['calls all who are on duty'],
    rows: [
      ...volunteers.map((each) => volunteerRow(each, directory)),
      { key: 'nobody', text: `leave a message after ${waitSeconds} seconds`, by: 'otherwise' },
    ],
    footer: [],
  };
}

/** The drawing does not show their private numbers. */
function volunteerRow({ name, call, hours }: Volunteer, directory: Directory): Row {
  const where = 'extension' in call ? `at ${phonesText([call.extension], directory)}, ` : '';
  return {
    key: name,
    text: `${where}${hours?.map(formatHours).join(', ') ?? 'always'}`,
    by: 'key',
  };
}
