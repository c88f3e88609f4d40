// Builds the mini-program. Taro exits 0 on a configuration it rejects, so only the files in
// dist/ prove a build.
import { existsSync, rmSync } from 'node:fs'
import { ran } from './check/main'

export async function buildWeapp(): Promise<void> {
  rmSync('dist/weapp', { recursive: true, force: true })
  const { status, said } = await ran('taro', ['build', '--type', 'weapp'], { NODE_ENV: 'production' })
  if (status !== 0 || !existsSync('dist/weapp/app.json') || /Module not found|ERROR in/.test(said)) {
    throw new Error(`the mini-program did not build:\n${said.slice(-4000)}`)
  }
  // Its paths are of the project's root; beside the program they lead nowhere, and the developer tools open them.
  rmSync('dist/weapp/project.config.json', { force: true })
}

if (require.main === module) void buildWeapp()
