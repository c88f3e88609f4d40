import type { CertificateView } from '@server/books/certificate/views'
import { Image, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { Tag } from '@/ui/Tag'
import {
  headline,
  hoursLines,
  issuedText,
  levelsText,
  numberText,
  SEAL_COLUMNS,
  stateText,
  stateTone,
} from './certificate-words'
import { qrDataUrl, qrPicture, sideOnScreen } from './qr-picture'

/** The certificate as a trainee holds it up to another phone. */
export function CertificateCard({ certificate }: { certificate: CertificateView }) {
  const levels = levelsText(certificate)
  return (
    <View className="certificate__card">
      <Text className="certificate__kind">专业技术人员继续教育</Text>
      <Text className="certificate__name-of-it">学时证书</Text>
      <Text className="certificate__holder">{certificate.name}</Text>
      <Text className="x-quiet">{certificate.idNumberMasked}</Text>
      <Text className="x-quiet">{certificate.unitName}</Text>
      <View className="certificate__headline">
        <Text className="certificate__headline-text">{headline(certificate)}</Text>
        <Tag tone={stateTone[certificate.state]}>{stateText[certificate.state]}</Tag>
      </View>
      <View className="certificate__hours">
        {hoursLines(certificate).map(({ name, hours }) => (
          <View className="x-fill" key={name}>
            <Text className="x-strong">{hours}</Text>
            <Text className="x-quiet">{name}</Text>
          </View>
        ))}
      </View>
      {levels === '' ? null : <Text className="certificate__levels">{levels}</Text>}
      <Qr checkUrl={certificate.checkUrl} />
      <View className="certificate__foot">
        <View className="x-fill">
          <Text className="x-strong">{numberText(certificate.number)}</Text>
          <Text className="x-quiet">{certificate.issuerName}</Text>
          <Text className="x-quiet">{issuedText(certificate)}</Text>
          <Text className="x-quiet">扫码核验真伪，手机浏览器也能打开</Text>
        </View>
        <Seal isValid={certificate.state === 'valid'} />
      </View>
    </View>
  )
}

/** Inline sizes are exact pixels: a module that is not a whole number of them blurs. */
function Qr({ checkUrl }: { checkUrl: string }) {
  const { url, side } = useMemo(() => {
    const picture = qrPicture(checkUrl)
    return { url: qrDataUrl(picture), side: sideOnScreen(picture.size) }
  }, [checkUrl])
  return (
    <View className="certificate__qr" ariaRole="img" ariaLabel="核验二维码">
      <Image src={url} style={{ width: `${side}px`, height: `${side}px` }} />
    </View>
  )
}

function Seal({ isValid }: { isValid: boolean }) {
  return (
    <View
      className={isValid ? 'certificate__seal' : 'certificate__seal certificate__seal--void'}
      ariaRole="img"
      ariaLabel={isValid ? '印章：继续教育' : '印章已失效'}
    >
      {SEAL_COLUMNS.map((column) => (
        <Text className="certificate__seal-column" key={column}>
          {column}
        </Text>
      ))}
    </View>
  )
}
