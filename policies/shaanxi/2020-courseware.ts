import type { CoursewareRules } from '../../domain/policy/pack'
import { hours, reading, readingOf, stated } from '../say'

const PUBLIC_WORDS = '每门课程共 24 小时，分为 24 讲，每讲时长应在 60 分钟左右。'
const ASPECT_WORDS = '推荐采用 16:9。在同一课程中，各讲画幅的宽高比统一。'
const FRAME_WORDS = '前期采用高清 16:9 拍摄，分辨率不低于 1280*720。在同一课程中，各讲的视频分辨率统一。'
const RATE_WORDS = '动态码流的最高码率不高于 1024kbps，最低码率不得低于码率 800kbps。'
const AUDIO_WORDS =
  '音频压缩采用 AAC (MPEG Part3) 格式，采样率 48KHz，音频码流率 128kbps (恒定)，必须是双声道，必须做混音处理。'
const NOISE_PICTURE_WORDS = '图像信噪比不低于 55dB, 无明显杂波。'
const NOISE_SOUND_WORDS = '音频信噪比不低于 48db。'
const VIDEO_LEVEL_WORDS =
  '视频全讯号幅度为 1V p-p, 最大不超过 1.1V p-p。其中, 消隐电平为 0V 时, 白电平幅度 0.7V p-p, 同步信号-0.3V, 色同步信号幅度 0.3V p-p (以消隐线上下对称), 全片一致。'
const STABLE_WORDS =
  '全片图像同步性能稳定, 无失步现象, CTL 同步控制信号必须连续: 图像无抖动跳跃, 色彩无突变, 编辑点处图像稳定。'
const CAMERAS_WORDS =
  '采用多机位拍摄（2 机位以上，至少包含 PPT 视频流、教师视频流或者 PPT 与教师的合成视频流）'
const VENUE_WORDS =
  '要求录制现场光线充足、环境安静、整洁，避免在镜头中出现有广告嫌疑或与课程无关的标识等内容。'

/** 附件3《继续教育网络课件制作规范》. */
export const SHAANXI_2020_COURSEWARE: CoursewareRules = {
  publicHours: stated(hours(24), 'SX20-21', PUBLIC_WORDS),
  publicLectures: stated(24, 'SX20-21', PUBLIC_WORDS),
  professionalHours: stated(
    [8, 16, 24, 32, 56].map(hours),
    'SX20-22',
    '每门课程分 8 小时、16 小时、24 小时、32 小时、56 小时等五类',
  ),
  patrioticHours: stated(hours(4), 'SX20-7', '公需课课程至少安排不低于 4 个小时爱国主义教育内容。'),
  lectureMinutes: readingOf(
    { least: 45, warnLeast: 54, warnMost: 66, most: 75 },
    '“60分钟左右”读作54到66分钟；45到75分钟之间给出提醒，再短或再长就要改。',
    'SX20-23',
    '每讲时长应在 60 分钟左右。',
  ),
  filledPercent: reading(95, '各讲加起来至少达到课程学时的95%，一学时按60分钟计。'),
  openingSequence: stated(true, 'SX20-24', '每门课程第一讲前放置全省专业技术人员继续教育统一片头'),
  titleSeconds: stated(5, 'SX20-25', '每讲片头不超过5秒'),
  credits: stated(
    ['课程名称', '讲次', '主讲教师姓名', '专业技术职务', '单位'],
    'SX20-25',
    '应包括：课程名称、讲次、主讲教师姓名、专业技术职务、单位等信息。',
  ),
  closingCredits: stated(['制作单位', '录制时间'], 'SX20-26', '每门课程片尾包括制作单位、录制时间等信息。'),
  previewSeconds: stated(180, 'SX20-27', '每门课程专门制作一个预览小视频，时长3分钟以内'),
  codec: stated('h264', 'SX20-28', '视频压缩采用 H. 264 编码的 MP4 格式。'),
  container: stated('mp4', 'SX20-28', '采用 MP4 封装。'),
  videoKbps: readingOf(
    { least: 800, most: 1024 },
    '静止的幻灯片每一刻的码率都会低于800，所以看整讲的平均值；10秒一段超出的只提醒。',
    'SX20-29',
    RATE_WORDS,
  ),
  frame: stated({ width: 1280, height: 720 }, 'SX20-30', FRAME_WORDS),
  aspect: stated('16:9', 'SX20-31', ASPECT_WORDS),
  framesPerSecond: stated(25, 'SX20-32', '视频帧率为 25 帧/秒。'),
  progressive: stated(true, 'SX20-32', '扫描方式采用逐行扫描。'),
  uniform: stated(['frame', 'aspect'], 'SX20-30', `${FRAME_WORDS}4. 视频画幅宽高比${ASPECT_WORDS}`),
  audio: stated({ codec: 'aac', hertz: 48_000, kbps: 128, channels: 2 }, 'SX20-34', AUDIO_WORDS),
  audioTolerancePercent: readingOf(
    5,
    '封装时会有微小出入，恒定128kbps上下5%以内都算。',
    'SX20-34',
    AUDIO_WORDS,
  ),
  peakDb: readingOf(
    { least: -8, most: -2 },
    '通知写的是录音设备的指标；我们量文件里声音的峰值（dBFS），超出时提醒。',
    'SX20-35',
    '电平指标: -2db—-8db 声音应无明显失真、放音过冲、过弱。',
  ),
  oneVideoStream: stated(true, 'SX20-39', '成片统一采用单一视频形式。'),
  byEye: [
    {
      id: 'picture-noise',
      label: '图像信噪比不低于55dB',
      needed: stated(true, 'SX20-36', NOISE_PICTURE_WORDS),
    },
    {
      id: 'sound-noise',
      label: '音频信噪比不低于48dB',
      needed: stated(true, 'SX20-36', NOISE_SOUND_WORDS),
    },
    {
      id: 'video-level',
      label: '视频电平符合规定',
      needed: stated(true, 'SX20-37', VIDEO_LEVEL_WORDS),
    },
    {
      id: 'steady-picture',
      label: '图像稳定，没有失步、抖动和色差',
      needed: stated(true, 'SX20-38', STABLE_WORDS),
    },
    {
      id: 'sound-in-sync',
      label: '声音和画面同步，没有交流声和杂音',
      needed: stated(true, 'SX20-38', '声音和画面要求同步, 无交流声或其他杂音等缺陷。'),
    },
    { id: 'mixed', label: '声音做了混音处理', needed: stated(true, 'SX20-34', AUDIO_WORDS) },
    { id: 'two-cameras', label: '两个以上机位', needed: stated(true, 'SX20-39', CAMERAS_WORDS) },
    {
      id: 'no-advertising',
      label: '没有广告和与课程无关的标识，现场明亮、安静、整洁',
      needed: stated(true, 'SX20-40', VENUE_WORDS),
    },
    {
      id: 'preview-teaches',
      label: '预览没有与教学无关的内容',
      needed: stated(true, 'SX20-40', '不得出现与教学无关的内容。'),
    },
  ],
}
