/** Files a test has laid out for the next choice; a person is asked through the browser's own dialog. */
const prepared: File[][] = []

export const prepareFiles = (files: File[]): number => prepared.push(files)

export function chooseFiles(o: { accept: string; limit: number }): Promise<File[]> {
  const next = prepared.shift()
  if (next) return Promise.resolve(next.slice(0, o.limit))
  return new Promise((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = o.accept
    field.multiple = o.limit > 1
    field.addEventListener('change', () => resolve([...(field.files ?? [])].slice(0, o.limit)))
    field.addEventListener('cancel', () => resolve([]))
    field.click()
  })
}
