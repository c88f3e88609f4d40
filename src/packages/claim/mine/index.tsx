import { Text, View } from '@tarojs/components'
import { open, routes } from '@/routes'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { Screen } from '@/ui/Screen'
import { useMyClaims } from '../use-claims'
import { ClaimCard } from './claim-card'
import './index.css'

const OFFLINE = '没有网络。看到的是上次的进度，连上后自动更新'
const begin = () => open(routes.claimKinds())

const NOTHING = {
  title: '还没有申报过',
  text: '参加的培训、发表的论文、取得的成果，可以申报学时',
  icon: 'file',
  action: { caption: '申报学时', onTap: begin },
} as const

export default function Mine() {
  const { list, claims } = useMyClaims()
  return (
    <Loaded query={list} offline={OFFLINE} empty={() => claims.length === 0 && NOTHING}>
      {() => (
        <Screen
          offline={OFFLINE}
          footer={
            <Button block onTap={begin}>
              再申报一项
            </Button>
          }
        >
          <View>
            {claims.map((claim) => (
              <ClaimCard key={claim.claimId} claim={claim} />
            ))}
          </View>
          {list.hasNextPage ? <Text className="claim-mine__more">往下滑，看更早的申报</Text> : null}
        </Screen>
      )}
    </Loaded>
  )
}
