// What the mini-program's privacy guide (用户隐私保护指引) must say: a line for each interface of WeChat that touches
// somebody's data, and for what forms ask. An interface whose line is not in the console fails on every phone (errno 112).

interface GuideLine {
  /** As the console calls it. */
  readonly information: string
  readonly purpose: string
  /** The interfaces that it covers. None: typed into a form. */
  readonly interfaces: readonly string[]
}

export const GUIDE: readonly GuideLine[] = [
  {
    information: '手机号',
    purpose: '登记时确认是本人：与单位名册上的手机号核对',
    interfaces: ['getPhoneNumber'],
  },
  {
    information: '选中的照片或视频信息',
    purpose: '上传申报学时的证明材料，由审核人核对',
    interfaces: ['chooseMedia'],
  },
  {
    information: '选中的文件',
    purpose: '上传申报学时的证明材料；单位人事导入本单位名册',
    interfaces: ['chooseMessageFile'],
  },
  {
    information: '相册（仅写入）',
    purpose: '把自己的学时证书存到手机相册',
    interfaces: ['saveImageToPhotosAlbum'],
  },
  {
    information: '剪切板',
    purpose: '复制证书编号、查验网址和出错编号',
    interfaces: ['setClipboardData'],
  },
  {
    information: '姓名',
    purpose: '实名登记继续教育学时，写在证书上',
    interfaces: [],
  },
  {
    information: '身份证号码',
    purpose: '实名登记继续教育学时，确认学时属于本人；加密保存，只显示一部分',
    interfaces: [],
  },
]

/** Every interface of WeChat that a privacy guide must name, whether or not the program uses it. */
export const PRIVATE_INTERFACES: readonly string[] = [
  ...['getUserInfo', 'getUserProfile', 'chooseAvatar', 'nickname'],
  ...[
    'getLocation',
    'getFuzzyLocation',
    'chooseLocation',
    'choosePoi',
    'startLocationUpdate',
    'onLocationChange',
  ],
  ...['chooseAddress', 'chooseInvoiceTitle', 'chooseInvoice', 'getWeRunData', 'chooseLicensePlate'],
  ...['getPhoneNumber', 'getRealtimePhoneNumber'],
  ...['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile'],
  ...['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'setClipboardData', 'getClipboardData'],
  ...['startRecord', 'getRecorderManager', 'joinVoIPChat', 'createCameraContext', 'createLivePusherContext'],
  ...['openBluetoothAdapter', 'createBLEPeripheralServer', 'chooseContact', 'addPhoneContact'],
  ...['addPhoneRepeatCalendar', 'addPhoneCalendar', 'startSoterAuthentication'],
  ...['startAccelerometer', 'startCompass', 'startDeviceMotionListening', 'startGyroscope'],
]

/** Interfaces that the guide names. */
export const NAMED_INTERFACES: readonly string[] = GUIDE.flatMap(({ interfaces }) => interfaces)

export const GUIDE_FILE = 'deploy/privacy-guide.md'

/** The guide as somebody pastes it into mp.weixin.qq.com, line by line. */
export const guideText = (): string =>
  [
    '# 用户隐私保护指引',
    '',
    'Written by `npm run reference` from `deploy/privacy.ts`. Paste each line into mp.weixin.qq.com (设置 → 服务内容声明 → 用户隐私保护指引) before the first release, and again when it changes: a button whose line is missing fails on every phone.',
    '',
    '| 收集的信息 | 用途 | 接口 |',
    '| --- | --- | --- |',
    ...GUIDE.map(
      ({ information, purpose, interfaces }) =>
        `| ${information} | ${purpose} | ${interfaces.map((name) => `\`${name}\``).join('、') || '填写'} |`,
    ),
    '',
  ].join('\n')
