import { type RowReason, reasonText } from './row-reason'

test.each<[RowReason, string]>([
  [{ code: 'NAME_MISSING' }, '没有填姓名。请补上后重新导入这一行'],
  [{ code: 'NAME_MALFORMED' }, '姓名须是身份证上的中文姓名。请对照身份证改正后重新导入这一行'],
  [{ code: 'ID_NUMBER_MISSING' }, '没有填身份证号。请补上后重新导入这一行'],
  [{ code: 'ID_STORED_AS_NUMBER' }, '身份证号存成了数字，末几位已经丢失。请把这一格改成“文本”格式，重新填写'],
  [{ code: 'ID_NUMBER_MALFORMED' }, '身份证号应为 18 位。请对照身份证改正后重新导入这一行'],
  [
    { code: 'ID_NUMBER_CHECKSUM' },
    '身份证号最后一位对不上，多半抄错了一位。请对照身份证改正后重新导入这一行',
  ],
  [{ code: 'ID_NUMBER_DATE' }, '身份证号里的出生日期不存在。请对照身份证改正后重新导入这一行'],
  [{ code: 'ID_NUMBER_AREA' }, '身份证号前 6 位的地区代码不存在。请对照身份证改正后重新导入这一行'],
  [
    { code: 'ID_NUMBER_UNDER_AGE', minimumAgeYears: 16 },
    '按身份证号计算未满 16 周岁。请对照身份证改正后重新导入这一行',
  ],
  [{ code: 'MOBILE_MALFORMED' }, '手机号不是 11 位，没有记下'],
  [{ code: 'FORMULA' }, '姓名或身份证号是公式算出来的，结果可能会变。请“粘贴为数值”后重新导入这一行'],
  [{ code: 'UNIT_TAKEN_AS_OWN', given: '设计一室' }, '单位写的是“设计一室”，按本单位导入'],
  [{ code: 'HIDDEN_ROW' }, '这一行在表格里是隐藏的'],
  [{ code: 'TWICE_IN_SHEET', row: 7 }, '与第 7 行是同一个人。只导入了前面的一行'],
  [{ code: 'UNIT_MISSING' }, '没有填单位名称。请补上后重新导入这一行'],
  [{ code: 'UNIT_UNKNOWN' }, '没有找到这个单位。请用核准的全称，或先登记这个单位'],
  [{ code: 'UNIT_OUT_OF_SCOPE' }, '这个单位不在你的管辖范围内。请由它的主管部门导入'],
  [
    { code: 'NAME_DIFFERS', registeredName: '孟*甲' },
    '这个身份证号登记的姓名是“孟*甲”。请核对姓名和身份证号',
  ],
  [
    { code: 'REGISTERED_ELSEWHERE', unitName: '长宁二中' },
    '现在登记在“长宁二中”。名册先记下，本人申请调入后由单位确认',
  ],
  [{ code: 'LINE_RENAMED', formerName: '孟旧名' }, '名册上原来是“孟旧名”，将改成这个姓名'],
  [{ code: 'WILL_VERIFY' }, '本人已经登记，导入后即核对通过'],
])('a keeper of people reads about %j', (reason, text) => {
  expect(reasonText(reason)).toBe(text)
})
