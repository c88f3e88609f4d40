import type { OrganisationDocument } from './documents'
import type { OrganisationView } from './views'

export const organisationView = (body: OrganisationDocument): OrganisationView => ({
  id: body._id,
  name: body.name,
  kind: body.kind,
  parentId: body.parentId,
  parentName: body.parentName,
  region: body.region,
  state: body.state,
  reviewNote: body.reviewNote,
  line: body.line,
  selfReviewing: body.selfReviewing,
  isPrivate: body.isPrivate,
  nature: body.nature,
  county: body.county,
  certifies: body.certifies.allowed,
  aliases: body.aliases,
})
