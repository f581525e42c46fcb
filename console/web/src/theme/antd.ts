import { theme as algorithms, type ThemeConfig } from 'antd'
import { tokensOf, type ThemeName } from './tokens'

export const FONTS =
  '-apple-system, "Segoe UI", Inter, Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Our tokens in the names antd has for them. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const tokens = tokensOf(name)
  return {
    algorithm: name === 'dark' ? algorithms.darkAlgorithm : algorithms.defaultAlgorithm,
    token: {
      fontFamily: FONTS,
      fontSize: 14,
      borderRadius: 6,
      borderRadiusSM: 4,
      borderRadiusLG: 8,
      colorPrimary: tokens.primary,
      colorTextLightSolid: tokens.onPrimary,
      colorLink: tokens.primary,
      colorText: tokens.text,
      colorTextSecondary: tokens.text2,
      colorTextTertiary: tokens.text3,
      colorTextPlaceholder: tokens.text3,
      colorBgLayout: tokens.layout,
      colorBgContainer: tokens.surface,
      colorBgElevated: tokens.raised,
      colorBorder: tokens.border,
      colorSplit: tokens.split,
      colorSuccess: tokens.success,
      colorError: tokens.error,
      colorWarning: tokens.warning,
      colorInfo: tokens.waiting,
      motion: false,
    },
  }
}
