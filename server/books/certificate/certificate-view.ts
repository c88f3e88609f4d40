import { maskName } from '../../../domain/certificate/mask-name'
import type { Context } from '../../kernel/context'
import { accept } from '../../kernel/refused'
import { clauseView } from '../hours/clause-view'
import type { CertificateDocument } from './documents'
import { checkUrlOf } from './payload'
import type { CertificateView, CheckView } from './views'

type Needs = Pick<Context, 'packs' | 'ports'>

/** The pack under which it was issued. */
const packOf = ({ packs }: Pick<Context, 'packs'>, { policyVersion, region, year }: CertificateDocument) =>
  accept(packs.decidedBy(policyVersion, { region, year }))

/** The whole certificate, for its holder. */
export function certificateView(ctx: Needs, certificate: CertificateDocument): CertificateView {
  const pack = packOf(ctx, certificate)
  const asked = 'total' in pack.requirement ? [pack.requirement.bothParts] : []
  const lawful = pack.kinds.flatMap(({ providers }) => providers ?? []).slice(0, 1)
  const rules = [...asked, ...lawful, pack.titleLevels.city, pack.titleLevels.province]
  return {
    number: certificate._id,
    kind: certificate.kind,
    state: certificate.state,
    name: certificate.name,
    idNumberMasked: certificate.idNumberMasked,
    unitName: certificate.unitName,
    regionName: pack.labels.regionName,
    issuerName: pack.labels.issuerName,
    year: certificate.year,
    hours: certificate.hours,
    categoryNames: { public: pack.labels.public, professional: pack.labels.professional },
    titleLevels: certificate.titleLevels,
    policyVersion: certificate.policyVersion,
    clauses: rules.map((rule) => clauseView(rule, pack)),
    issuedAt: certificate.issuedAt,
    checkUrl: checkUrlOf(ctx.ports.publicOrigin, certificate.payload),
  }
}

/**
 * The view for a stranger who holds the certificate: enough to compare with the paper in hand (an edited paper would
 * pass if the page said only "valid"), and no more of the person than the paper shows anyway.
 */
export function checkView(ctx: Pick<Context, 'packs' | 'now'>, certificate: CertificateDocument): CheckView {
  const { labels } = packOf(ctx, certificate)
  return {
    state: certificate.state,
    name: maskName(certificate.name),
    year: certificate.year,
    regionName: labels.regionName,
    hours: certificate.hours,
    hourWord: labels.hour,
    issuedAt: certificate.issuedAt,
    number: certificate._id,
    checkedAt: ctx.now,
  }
}
