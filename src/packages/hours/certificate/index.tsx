import type { CertificateView } from '@server/books/certificate/views'
import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { refusalOf } from '@/cloud/refusal'
import { open, replace, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { CellGroup } from '@/ui/CellGroup'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { useRouteParameters } from '@/use-route-parameters'
import { hoursText } from '@/wording/labels'
import { CertificateCard } from './certificate-card'
import { numberText, stateText } from './certificate-words'
import { CANVAS_ID, type Saved, saveToAlbum, sharePicture } from './save-picture'
import { useCertificate, useMyCertificates } from './use-certificate'
import './index.css'

export default function Certificate() {
  const { year, number } = useRouteParameters('year', 'number')
  return year === '' && number === '' ? <Mine /> : <One year={year} number={number} />
}

const NOTHING = {
  title: '还没有证书',
  text: '一个年度学满后，在这里领取。看看还差多少',
  icon: 'certificate',
  action: { caption: '看学时', onTap: () => open(routes.ledger({})) },
} as const

function Mine() {
  const mine = useMyCertificates()
  return (
    <Loaded query={mine} empty={({ certificates }) => certificates.length === 0 && NOTHING}>
      {({ certificates }) => (
        <Screen>
          <CellGroup title="我的证书">
            {certificates.map((certificate) => (
              <Cell
                key={certificate.number}
                title={`${certificate.year} 年度学时证书`}
                note={stateText[certificate.state]}
                description={`${hoursText(certificate.hours.total)} · ${numberText(certificate.number)}`}
                onTap={() => open(routes.certificate({ number: certificate.number }))}
              />
            ))}
          </CellGroup>
        </Screen>
      )}
    </Loaded>
  )
}

function One({ year, number }: { year: string; number: string }) {
  const issued = useCertificate({ year, number })
  const [saved, setSaved] = useState<Saved | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const save = async (certificate: CertificateView) => {
    setIsBusy(true)
    setSaved(await saveToAlbum(certificate))
    setIsBusy(false)
  }
  const waysOut = (error: unknown) =>
    refusalOf(error)?.code === 'YEAR_INCOMPLETE'
      ? { action: { caption: '去选课', onTap: () => replace(routes.courses()) } }
      : { onRetry: () => void issued.refetch() }
  return (
    <Loaded query={issued} skeleton="card" waysOut={waysOut}>
      {(certificate) => (
        <Screen
          footer={
            <View className="certificate__buttons">
              <View className="certificate__share">
                <Button tone="plain" block onTap={() => void sharePicture(certificate)}>
                  分享
                </Button>
              </View>
              <View className="certificate__save">
                <Button block loading={isBusy} onTap={() => void save(certificate)}>
                  保存到相册
                </Button>
              </View>
            </View>
          }
        >
          <StateNotice certificate={certificate} />
          <SavedNotice saved={saved} />
          <CertificateCard certificate={certificate} />
          <Canvas type="2d" id={CANVAS_ID} className="certificate__canvas" />
        </Screen>
      )}
    </Loaded>
  )
}

function StateNotice({ certificate }: { certificate: CertificateView }) {
  if (certificate.state === 'valid') return null
  return certificate.state === 'revoked' ? (
    <Notice
      tone="refused"
      title="这张证书已撤销"
      text="核验时会显示作废。原因在学时记录里，有不同意见请找单位人事核查"
    />
  ) : (
    <Notice tone="due" title="已有新的证书" text="请出示新的那一张，在“我的证书”里" />
  )
}

function SavedNotice({ saved }: { saved: Saved | null }) {
  if (saved === null) return null
  if (saved === 'saved') {
    return <Notice tone="done" title="已保存到相册" text="打印或发给别人，对方扫码就能核验" />
  }
  if (saved === 'failed') {
    return <Notice tone="due" title="没有保存成功" text="手机空间可能不够。截屏也可以，二维码一样能核验" />
  }
  return (
    <Notice
      tone="due"
      title="还不能存到相册"
      text="在设置里允许“保存到相册”，再点一次。截屏也可以，二维码一样能核验"
    >
      <Button tone="plain" size="medium" onTap={() => void Taro.openSetting()}>
        去设置
      </Button>
    </Notice>
  )
}
