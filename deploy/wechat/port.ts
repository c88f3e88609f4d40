/** What each function may call of WeChat's open API. */
export interface Permissions {
  /** Empty where nothing was ever uploaded. */
  read(functionName: string): Promise<readonly string[]>
  write(functionName: string, openapi: readonly string[]): Promise<void>
}
