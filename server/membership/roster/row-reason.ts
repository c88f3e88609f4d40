/**
 * The reason why a row cannot be imported, or a remark on one that can. One closed list, each with its sentence
 * below.
 */
export type RowReason =
  | { code: 'NAME_MISSING' }
  | { code: 'NAME_MALFORMED' }
  /** A character has a code that only the system knows which wrote the sheet. */
  | { code: 'NAME_UNREADABLE' }
  | { code: 'ID_NUMBER_MISSING' }
  | { code: 'ID_STORED_AS_NUMBER' }
  | { code: 'ID_NUMBER_MALFORMED' }
  | { code: 'ID_NUMBER_CHECKSUM' }
  | { code: 'ID_NUMBER_DATE' }
  | { code: 'ID_NUMBER_AREA' }
  | { code: 'ID_NUMBER_UNDER_AGE'; minimumAgeYears: number }
  /** The name or the number is reckoned by the sheet. */
  | { code: 'FORMULA' }
  | { code: 'MOBILE_MALFORMED' }
  /** By a filter or by hand: who looks at the sheet does not see the row. */
  | { code: 'HIDDEN_ROW' }
  | { code: 'TWICE_IN_SHEET'; row: number }
  | { code: 'UNIT_MISSING' }
  | { code: 'UNIT_UNKNOWN' }
  | { code: 'UNIT_OUT_OF_SCOPE' }
  /** No unit has the name that the sheet says: the row is of the one unit whose roster this is. */
  | { code: 'UNIT_TAKEN_AS_OWN'; given: string }
  /** The number's verified person has another name. */
  | { code: 'NAME_DIFFERS'; registeredName: string }
  /** The number's verified person of this unit has a name that differs by a slip. */
  | { code: 'NAME_NEAR'; registeredName: string }
  /** Somebody waits under this number with a name that differs by a slip. */
  | { code: 'CLAIMED_AS_NEAR'; registeredName: string }
  /** Somebody waits under this name of one character: a reviewer looks at the card. */
  | { code: 'NAME_OF_ONE_CHARACTER' }
  /** Registered with another unit: the line is kept, the person asks to move. */
  | { code: 'REGISTERED_ELSEWHERE'; unitName: string }
  /** The line is there under another name, and takes the sheet's. */
  | { code: 'LINE_RENAMED'; formerName: string }
  /** The line confirms a person who waits: they came by the unit's code, and the sheet has their mobile number. */
  | { code: 'WILL_VERIFY' }
  /** Somebody registered under this name and number without such a proof: the reviewer looks at them. */
  | { code: 'WAITS_FOR_REVIEW' }

const CHECK_CARD = '请对照身份证改正后重新导入这一行'

/** In the reviewer's language, with the way out; the same on the phone and in the error sheet. */
export function reasonText(reason: RowReason): string {
  switch (reason.code) {
    case 'NAME_MISSING':
      return '没有填姓名。请补上后重新导入这一行'
    case 'NAME_MALFORMED':
      return `姓名须是身份证上的中文姓名。${CHECK_CARD}`
    case 'NAME_UNREADABLE':
      return '姓名里有一个字是别的系统自己的编码，这里显示不出来。请重新打这个字，再导入这一行'
    case 'ID_NUMBER_MISSING':
      return '没有填身份证号。请补上后重新导入这一行'
    case 'ID_STORED_AS_NUMBER':
      return '身份证号存成了数字，末几位已经丢失。请把这一格改成“文本”格式，重新填写'
    case 'ID_NUMBER_MALFORMED':
      return `身份证号应为 18 位。${CHECK_CARD}`
    case 'ID_NUMBER_CHECKSUM':
      return `身份证号最后一位对不上，多半抄错了一位。${CHECK_CARD}`
    case 'ID_NUMBER_DATE':
      return `身份证号里的出生日期不存在。${CHECK_CARD}`
    case 'ID_NUMBER_AREA':
      return `身份证号前 6 位的地区代码不存在。${CHECK_CARD}`
    case 'ID_NUMBER_UNDER_AGE':
      return `按身份证号计算未满 ${reason.minimumAgeYears} 周岁。${CHECK_CARD}`
    case 'MOBILE_MALFORMED':
      return '手机号不是 11 位，没有记下'
    case 'FORMULA':
      return '姓名或身份证号是公式算出来的，结果可能会变。请“粘贴为数值”后重新导入这一行'
    case 'HIDDEN_ROW':
      return '这一行在表格里是隐藏的'
    case 'TWICE_IN_SHEET':
      return `与第 ${reason.row} 行是同一个人。只导入了前面的一行`
    case 'UNIT_MISSING':
      return '没有填单位名称。请补上后重新导入这一行'
    case 'UNIT_UNKNOWN':
      return '没有找到这个单位。请用核准的全称，或先登记这个单位'
    case 'UNIT_OUT_OF_SCOPE':
      return '这个单位不在你的管辖范围内。请由它的主管部门导入'
    case 'UNIT_TAKEN_AS_OWN':
      return `单位写的是“${reason.given}”，按本单位导入`
    case 'NAME_DIFFERS':
      return `这个身份证号登记的姓名是“${reason.registeredName}”。请核对姓名和身份证号`
    case 'NAME_NEAR':
      return `这个身份证号登记的姓名是“${reason.registeredName}”，和这里只差一点。${CHECK_CARD}`
    case 'CLAIMED_AS_NEAR':
      return `本人登记的姓名是“${reason.registeredName}”，和这里只差一点。名册先记下，请在“核对本单位人员”里对照身份证`
    case 'NAME_OF_ONE_CHARACTER':
      return '姓名只有一个字。名册先记下，请在“核对本单位人员”里对照身份证后确认'
    case 'REGISTERED_ELSEWHERE':
      return `现在登记在“${reason.unitName}”。名册先记下，本人申请调入后由单位确认`
    case 'LINE_RENAMED':
      return `名册上原来是“${reason.formerName}”，将改成这个姓名`
    case 'WILL_VERIFY':
      return '本人已经登记，导入后即核对通过'
    case 'WAITS_FOR_REVIEW':
      return '已有人用这个姓名和号码登记，手机号或登记码没有对上。导入后请在“待核对”里核对本人'
  }
}
