import { Chips } from '../Chips'

interface OwnBodiesProps {
  /** The caller's own bodies, as the answer names them. */
  bodies: readonly { orgId: string; orgName: string }[]
  /** The chosen one; null for the first. */
  value: string | null
  onChange: (orgId: string) => void
}

/** The switch of a person of several bodies, on a screen that is of one of them; nothing for a person of one. */
export function OwnBodies({ bodies, value, onChange }: OwnBodiesProps) {
  const [first, second] = bodies
  if (first === undefined || second === undefined) return null
  return (
    <Chips
      label="哪个单位"
      value={value ?? first.orgId}
      options={bodies.map(({ orgId, orgName }) => ({ value: orgId, label: orgName }))}
      onChange={onChange}
    />
  )
}
