// Bureaus, a unit and reviewers whose claims are checked and voided.

import { newOrganisation } from '../../server/bodies/new-organisation'
import { refusalOf } from './classroom'
import { at, Reviewers } from './reviewers'

/** An office with two bureaus of Shandong, and a province, its city and a unit of Shaanxi. */
export async function openOffice(): Promise<Reviewers> {
  const office = await Reviewers.open()
  office.now = at('2022-09-01T09:00:00')
  await foundShaanxi(office)
  await office.reviewer('sd', 'sd-second', ['bureau-staff', 'sd-bureau'])
  await office.reviewer('sd', 'sx-province', ['bureau-staff', 'sx-province'])
  await office.reviewer('sd', 'sx-city', ['bureau-reviewer', 'sx-city'])
  await office.reviewer('sd', 'sx-unit', ['unit-reviewer', 'sx-unit'])
  return office
}

/** A province, its city and a unit of it: one level reviews, and two bureaus can check. */
async function foundShaanxi(office: Reviewers): Promise<void> {
  const bodies = [
    ['sx-province', 'bureau', null],
    ['sx-city', 'bureau', 'sx-province'],
    ['sx-unit', 'unit', 'sx-city'],
  ] as const
  for (const [id, kind, parentId] of bodies) {
    const parent = parentId === null ? null : await office.store.get('organisations', parentId)
    const founding = { id, name: `陕西${id}`, kind, region: 'shaanxi', areaCode: '990101', parent } as const
    await office.store.insert(
      'organisations',
      newOrganisation(founding, { state: 'verified', at: office.now }),
    )
  }
}

export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal = await refusalOf(work)
  return refusal === 'accepted' ? refusal : refusal.code
}

let made = 0
export const newId = (): string => `act-${++made}`

/** Handed in, and approved by each of these. */
export async function credited(
  office: Reviewers,
  name: string,
  of: Parameters<Reviewers['submit']>[1],
  levels: readonly string[],
): Promise<string> {
  // The phone's ids have at least six characters.
  const claimId = await office.submit(name, { ...of, id: `draft-${of.id}` })
  for (const level of levels) {
    const { revision, stepIndex } = await office.claim(claimId)
    const decision = { claimId, decisionId: newId(), revision, stepIndex }
    await office.as(level).review.decide({ ...decision, verdict: { kind: 'approve' } })
  }
  return claimId
}

const SHANDONG = ['sd-unit', 'sd-department', 'sd-bureau']
export const paper = (office: Reviewers, name: string, id: string) =>
  credited(
    office,
    name,
    {
      id,
      kind: 'paper',
      year: 2022,
      fields: {
        title: `论文 ${id}`,
        level: '省级',
        'author-rank': '1',
        on: '2022-05-20',
        'meets:published': 'yes',
      },
    },
    SHANDONG,
  )
