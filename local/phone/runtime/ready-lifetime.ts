import { codeSpace, componentOf, componentSpace, type GlassComponent } from './glass-easel'

const waiting: GlassComponent[] = []

/** glass-easel leaves `ready` to its host: it fires after the frame in which a component was attached. */
export function announceReady(): void {
  const behavior = componentSpace.defineBehavior({
    lifetimes: {
      attached() {
        waiting.push(componentOf(this))
        if (waiting.length > 1) return
        requestAnimationFrame(() => {
          for (const component of waiting.splice(0).reverse()) component.triggerLifetime('ready', [])
        })
      },
    },
  })
  codeSpace.setOverallBehavior(behavior as unknown as Parameters<typeof codeSpace.setOverallBehavior>[0])
}
