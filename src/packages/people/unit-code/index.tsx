import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { cloud } from '@/cloud/client'
import { useReadBy } from '@/cloud/use-cloud'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Loaded } from '@/ui/Loaded'
import { OwnBodies } from '@/ui/OwnBodies'
import { Screen } from '@/ui/Screen'
import { expiryText } from './expiry'
import './index.css'

const HOW = [
  '同事用微信扫这个码，打开学时',
  '登记时单位已经选好，不会选错',
  '登记后出现在“核对本单位人员”，由你确认',
]
const TICK_MS = 15_000

/** A new code each time the page is opened anew: an old picture in an album ends by itself. */
function useUnitCode(orgId: string | null) {
  const { unitCode } = cloud.review
  const of = orgId === null ? {} : { orgId }
  const code = useReadBy(unitCode, of, () => unitCode.mutate(of), { staleTime: 60_000, forgets: true })
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return { code, now: Math.max(now, code.dataUpdatedAt) }
}

export default function UnitCode() {
  const [orgId, setOrgId] = useState<string | null>(null)
  const { code, now } = useUnitCode(orgId)
  const renew = () => void code.refetch()
  return (
    <Loaded query={code} skeleton="card">
      {({ unitName, imageBase64, expiresAt, bodies }) => (
        <Screen
          footer={
            <Button tone="plain" block loading={code.isFetching} onTap={renew}>
              换一个新的二维码
            </Button>
          }
        >
          <OwnBodies bodies={bodies} value={orgId} onChange={setOrgId} />
          <Card>
            <Text className="unit-code__unit">{unitName}</Text>
            <View className="unit-code__paper">
              <Image
                className="unit-code__image"
                src={`data:image/png;base64,${imageBase64}`}
                showMenuByLongpress
                ariaLabel={`${unitName}的登记二维码`}
              />
            </View>
            <Text className="unit-code__until">{expiryText(expiresAt, now)}</Text>
          </Card>
          <Card>
            {HOW.map((step, index) => (
              <View className="unit-code__step" key={step}>
                <Text className="unit-code__number">{index + 1}</Text>
                <Text className="unit-code__text">{step}</Text>
              </View>
            ))}
          </Card>
        </Screen>
      )}
    </Loaded>
  )
}
