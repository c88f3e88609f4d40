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
      <Text className="certificate__quiet">{certificate.idNumberMasked}</Text>
      <Text className="certificate__quiet">{certificate.unitName}</Text>
      <View className="certificate__headline">
        <Text className="certificate__headline-text">{headline(certificate)}</Text>
        <Tag tone={stateTone[certificate.state]}>{stateText[certificate.state]}</Tag>
      </View>
      <View className="certificate__hours">
        {hoursLines(certificate).map(({ name, hours }) => (
          <View className="certificate__hours-item" key={name}>
            <Text className="certificate__amount">{hours}</Text>
            <Text className="certificate__quiet">{name}</Text>
          </View>
        ))}
      </View>
      {levels === '' ? null : <Text className="certificate__levels">{levels}</Text>}
      <Qr checkUrl={certificate.checkUrl} />
      <View className="certificate__foot">
        <View className="certificate__foot-text">
          <Text className="certificate__number">{numberText(certificate.number)}</Text>
          <Text className="certificate__quiet">{certificate.issuerName}</Text>
          <Text className="certificate__quiet">{issuedText(certificate)}</Text>
          <Text className="certificate__quiet">扫码核验真伪，手机浏览器也能打开</Text>
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
