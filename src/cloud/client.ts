import type { Api } from '@server/surface'
import { createTRPCClient } from '@trpc/client'
import { cloudLink } from './link'

/** The whole backend, typed: `cloud.home.view.query()`, `cloud.exam.save.mutate({ … })`. */
export const cloud = createTRPCClient<Api>({ links: [cloudLink] })
