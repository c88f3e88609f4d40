import { formatHours, hundredths } from '@domain/kernel/hours'
import type { OtherFormat, Refusals } from '@domain/kernel/refusal'
import { dayText, momentText } from '@/wording/moment'
import { type RefusalText, says, type Texts } from './refusal-says'

const STATES: Readonly<Record<string, string>> = {
  submitted: '正在审核',
  returned: '已退回，等待补正',
  credited: '已经办结',
  rejected: '没有通过',
  withdrawn: '已撤回',
  lapsed: '已过截止时间',
  revoked: '已被撤销',
}

const KEPT = '填写的内容和材料都保存着'

const withoutEnding = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '')

const AS_PHOTO = '请用截图，或重新拍一张照片'
const ON_FEW_PHONES = '这种格式很多手机打不开'

/** What the file is, so that nobody looks for a fault that is not there, with the shortest way to a file that is taken. */
const FORMATS: Readonly<Record<OtherFormat, { title: string; why: string; way: string }>> = {
  heic: {
    title: '这是苹果手机的 HEIC 照片',
    why: ON_FEW_PHONES,
    way: '请拍照或用截图；在“设置—相机—格式”里选“兼容性最佳”，以后的照片都能上传',
  },
  avif: { title: '这是 AVIF 图片', why: ON_FEW_PHONES, way: AS_PHOTO },
  webp: { title: '这是 WebP 图片', why: ON_FEW_PHONES, way: AS_PHOTO },
  gif: { title: '这是 GIF 动图', why: '材料须是照片或文档', way: AS_PHOTO },
  bmp: { title: '这是 BMP 图片', why: ON_FEW_PHONES, way: AS_PHOTO },
  tiff: { title: '这是 TIFF 图片', why: ON_FEW_PHONES, way: AS_PHOTO },
  video: { title: '这是一段视频', why: '材料须是照片或文档', way: '请截取能看清内容的画面，或拍照' },
  office: {
    title: '这是 Word、Excel 一类的文档',
    why: '这样的文档内容还能改动',
    way: '请另存为 PDF 再选，或打开后截图',
  },
  archive: { title: '这是压缩包', why: '审核人打不开压缩包', way: '请解开后选里面的照片或文档' },
  other: {
    title: '材料须是照片或文档',
    why: '它不是照片，也不是可以打开的文档（PDF、OFD）',
    way: '请拍照，或选择正确的文件',
  },
}

/** Refusals of claims, worded for claimants and reviewers. */
export const claimTexts = {
  CLAIM_UNKNOWN: says('没有找到这份申报', '它可能已被撤回，或者不在你能看到的范围内。', '返回列表，下拉刷新'),
  CLAIM_CLOSED: ({ state }: Refusals['CLAIM_CLOSED']): RefusalText => ({
    title: '这份申报已经不能改动',
    text: `现在的状态：${STATES[state] ?? '已经办结'}。`,
    way: '返回列表，查看最新的进度',
  }),
  CLAIM_CHANGED: says(
    '申报内容刚刚有变化',
    '你看到的不是最新的一版，你的决定没有提交，写好的意见还在。',
    '看过新的内容，再做决定',
  ),
  CLAIM_TOO_LATE: ({ closedOn }: Refusals['CLAIM_TOO_LATE']): RefusalText => ({
    title: '这一年的申报已经关闭',
    text: `通知规定到 ${dayText(closedOn)}为止，${KEPT}。`,
    way: '请与单位人事联系，问清楚后续的办法',
  }),
  CLAIM_KIND_UNKNOWN: says(
    '这一类不能申报',
    '本地区当年的通知里没有这一类学习，或者你所在的行业另有规定。',
    '返回，重新选择类别',
  ),
  CLAIM_EXCLUDED: ({ label }: Refusals['CLAIM_EXCLUDED']): RefusalText => ({
    title: '这类培训不作登记',
    text: `通知写明“${label}”不计学时，${KEPT}。`,
    way: '请换成其他培训再申报',
  }),
  CLAIM_CATEGORY: says(
    '公需课不能认证',
    '公需课要在规定的平台学习，不能用申报代替。',
    '请到课程里学习公需课',
  ),
  CLAIM_MAKE_UP: ({ year }: Refusals['CLAIM_MAKE_UP']): RefusalText => ({
    title: `不能这样补 ${year} 年度`,
    text: `${year} 年度要按通知规定的途径补学，后来学的这一类不能申报到这一年，${KEPT}。`,
    way: '请到“政策”看怎样补学，或改报学习的那一年',
  }),
  EVIDENCE_MISSING: says('还差一些材料', `有必填的内容或材料还没有，${KEPT}。`, '补上标红的各项，再提交'),
  EVIDENCE_USED: says(
    '这份材料已经用过',
    '同一份材料只能计一次，你以前的申报用过它。',
    '请换成另一份材料，或撤回这份申报',
  ),
  LEARNED_ALREADY: ({ title, year }: Refusals['LEARNED_ALREADY']): RefusalText => ({
    title: '这次学习已经记入，不用再申报',
    text: `《${title}》已经自动记入 ${year} 年度，同一次学习只计一次，${KEPT}。`,
    way: '如果是另一次学习，请改正名称、日期和学时；记错的，请联系单位人事',
  }),
  STUDY_RECORD_MISSING: ({ unitName }: Refusals['STUDY_RECORD_MISSING']): RefusalText => ({
    title: '单位的学习档案里没有这一条',
    text: `${unitName}还没有为你记下这次自学，学时由单位在学习档案里确定，${KEPT}。`,
    way: '请单位的审核人先建学习档案，再来申报',
  }),
  STUDY_RECORD_USED: ({ title }: Refusals['STUDY_RECORD_USED']): RefusalText => ({
    title: '这一条档案已经用于申报',
    text: `《${title}》正在审核或已经计入，不能再改，也不能再申报一次。`,
    way: '要改的话，先请审核人把申报退回',
  }),
  STUDY_RECORD_CHANGED: says(
    '这一条档案刚刚有变化',
    '你看到的不是最新的内容，没有保存。',
    '返回重新打开，再改',
  ),
  STUDY_RECORD_UNRULED: ({ regionName }: Refusals['STUDY_RECORD_UNRULED']): RefusalText => ({
    title: '本地区不用建学习档案',
    text: `${regionName}的通知没有要求单位建学习档案。`,
    way: '请从申报学时里选择要申报的类别',
  }),
  STEP_ALREADY_DECIDED: ({ byName, at }: Refusals['STEP_ALREADY_DECIDED']): RefusalText => ({
    title: '这一步已经有人办了',
    text: `${byName}在 ${momentText(at)}作了决定，你的决定没有重复提交。`,
    way: '返回待办，继续下一件',
  }),
  HOURS_ABOVE_CLAIMED: ({ hours }: Refusals['HOURS_ABOVE_CLAIMED']): RefusalText => ({
    title: '认定的学时不能更多',
    text: `最多认定 ${formatHours(hundredths(hours))} 学时，与申报的或前一级认定的相同。`,
    way: '改成不超过这个数，再提交',
  }),
  CERTIFYING_WITHDRAWN: ({ orgName }: Refusals['CERTIFYING_WITHDRAWN']): RefusalText => ({
    title: '本单位暂时不能认证',
    text: `${orgName}的学时认证权限已被取消，没有作出决定。`,
    way: '请与上级人社部门联系',
  }),
  FILE_TYPE: ({ name, format }: Refusals['FILE_TYPE']): RefusalText => {
    const { title, why, way } = FORMATS[format]
    return { title, text: `没有上传“${withoutEnding(name)}”：${why}。`, way }
  },
  FILE_DAMAGED: ({ name }: Refusals['FILE_DAMAGED']): RefusalText => ({
    title: '这个文件不完整',
    text: `“${withoutEnding(name)}”打不开，多半是没有传完或没有保存完，没有上传。`,
    way: '请先在手机上打开看看，能看到内容再选一次，或直接拍照',
  }),
  FILE_LOCKED: ({ name }: Refusals['FILE_LOCKED']): RefusalText => ({
    title: '这个文件要密码才能打开',
    text: `“${withoutEnding(name)}”设了打开密码，审核人看不到内容，没有上传。`,
    way: '请去掉打开密码另存一份，或打开后截图',
  }),
  FILE_ACTIVE: ({ name }: Refusals['FILE_ACTIVE']): RefusalText => ({
    title: '这个文档里带有程序',
    text: `“${withoutEnding(name)}”打开时会运行程序，为了审核人的安全没有上传。`,
    way: '请把它打印成新的 PDF，或打开后截图',
  }),
  FILE_EMPTY: says('这个文件是空的', '文件里没有内容，没有上传。', '请重新选择，或拍一张照片'),
  FILE_TOO_LARGE: ({ limitBytes }: Refusals['FILE_TOO_LARGE']): RefusalText => ({
    title: '文件太大',
    text: `一个文件最多 ${Math.floor(limitBytes / 1_048_576)} 兆，没有上传。`,
    way: '请压缩后再选，或直接拍照',
  }),
  FILE_UNKNOWN: says('材料没有上传完', '有一份材料还没有传到，其他内容都在。', '请再选一次这份材料'),
  SAMPLE_EMPTY: says('没有可以抽查的申报', '这些单位这一年还没有已经认定的申报。', '换一个单位或年度再抽'),
  ENTRY_UNKNOWN: says(
    '没有找到这一笔学时',
    '它可能记在别的年度，或者不在你能看到的范围内。',
    '返回列表，下拉刷新',
  ),
  ENTRY_NOT_VOID: says('这一笔学时是有效的', '没有被作废，不需要提出异议。', '返回学时记录，下拉刷新'),
  OBJECTION_FILED: ({ at }: Refusals['OBJECTION_FILED']): RefusalText => ({
    title: '已经提出过异议',
    text: `${momentText(at)} 提出的异议已经收到，同一笔不重复受理。`,
    way: '返回这一笔学时，查看进度',
  }),
  OBJECTION_CLOSED: ({ state }: Refusals['OBJECTION_CLOSED']): RefusalText => ({
    title: '这份异议已经办结',
    text: state === 'upheld' ? '结果是异议成立，学时已经恢复。' : '结果是维持作废。',
    way: '返回列表，继续下一件',
  }),
  SECOND_PERSON_NEEDED: ({ byName }: Refusals['SECOND_PERSON_NEEDED']): RefusalText => ({
    title: '这一步要由另一个人来办',
    text: `前一步是${byName}办的，须由不同的人再看一遍，没有提交。`,
    way: '请同事或上一级来办',
  }),
  CASE_CLOSED: ({ state }: Refusals['CASE_CLOSED']): RefusalText => ({
    title: '这件已经有结论',
    text: state === 'recorded' ? '已经列入失信记录。' : '已经决定不予列入。',
    way: '返回列表，下拉刷新',
  }),
  INTEGRITY_UNRULED: ({ regionName }: Refusals['INTEGRITY_UNRULED']): RefusalText => ({
    title: '本地区没有失信记录的规定',
    text: `${regionName}的通知没有规定失信记录和期限，平台不代为设立。`,
    way: '可以作废不实的学时，或取消单位的认证权限',
  }),
  ORG_UNKNOWN: says('没有找到这个单位', '它可能改了名称，或者还没有登记。', '请换一个名称再查'),
  ORG_NOT_VERIFIED: ({ orgName }: Refusals['ORG_NOT_VERIFIED']): RefusalText => ({
    title: '上级还没有核准',
    text: `${orgName}的登记还没有核准。`,
    way: '请等上级核准后再办理',
  }),
  ORG_NAME_TAKEN: ({ orgName }: Refusals['ORG_NAME_TAKEN']): RefusalText => ({
    title: '这个名称已经登记过',
    text: `${orgName}已经在这个上级下面登记。`,
    way: '请核对名称，或向上级申请成为它的管理员',
  }),
  ORG_NAMESAKE: ({ orgName }: Refusals['ORG_NAMESAKE']): RefusalText => ({
    title: '还有人登记了同样的名称',
    text: `${orgName}有不止一份登记，你看过之后又有变化。单位没有核准。`,
    way: '刷新后把几份登记对照着看，认准登记人再核准',
  }),
  DECIDED_ABOVE: ({ orgName }: Refusals['DECIDED_ABOVE']): RefusalText => ({
    title: '这件事由上级决定',
    text: `${orgName === '' ? '上级机构' : orgName}已经作了决定，或应当由它来决定，没有改动。`,
    way: `请向${orgName === '' ? '上级机构' : orgName}说明情况，由它来改`,
  }),
  REGISTRATION_CHANGED: says(
    '登记信息变了',
    '你看过之后，他改过自己的登记，或者没有登记在这个单位。没有作任何核对。',
    '刷新后再看一遍他是谁，核对无误再确认',
  ),
  GRANT_BEYOND_OWN: says('不能授予这个权限', '只能把自己管辖范围内的权限授给别人。', '请由上级来授权'),
} satisfies Partial<Texts>
