interface ElementFacts {
  className?: string
  text?: string
  role?: string
  label?: string
  onTap?: (event: MouseEvent) => void
}

/** One DOM element of the phone's own (bars, sheets, dialogs), said in one line. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  facts: ElementFacts = {},
  children: (Node | null)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (facts.className) made.className = facts.className
  if (facts.text !== undefined) made.textContent = facts.text
  if (facts.role) made.setAttribute('role', facts.role)
  if (facts.label) made.setAttribute('aria-label', facts.label)
  if (facts.onTap) made.addEventListener('click', facts.onTap as EventListener)
  made.append(...children.filter((child) => child !== null))
  return made
}
