// The colours, light and dark. Text has 7:1 on every ground it is used on,
// edges of controls have 3:1.
import Core
import SwiftUI
import UIKit

enum Palette {
    static let paper = pair(0xFAF7F2, 0x14191D)
    static let card = pair(0xFFFFFF, 0x1D2429)
    static let ink = pair(0x1F2A33, 0xF3EFE8)
    static let quiet = pair(0x44505A, 0xB9C1C7)
    static let line = pair(0xE3DBCE, 0x343D44)
    static let edge = pair(0x7A7264, 0x8A969E)
    static let brand = pair(0x0B5D4E, 0x7FD3BF)
    static let brandSoft = pair(0xE4F1EC, 0x1B332E)
    static let onBrand = pair(0xFFFFFF, 0x0D1F1B)
    static let brandOnSoft = pair(0x0A4F42, 0x9ADFCE)
    static let sun = pair(0xF5B942, 0xF5B942)
    static let alarm = pair(0x8A1812, 0xA3201A)
    static let onAlarm = pair(0xFFFFFF, 0xFFFFFF)

    private static func pair(_ light: UInt32, _ dark: UInt32) -> Color {
        Color(uiColor: UIColor { $0.userInterfaceStyle == .dark ? UIColor(rgb: dark) : UIColor(rgb: light) })
    }

    /// The colours of a tone: for shapes, for words, and for the ground below words.
    struct Shades: Sendable {
        let shape: Color
        let ink: Color
        let soft: Color
    }

    static func of(_ tone: Model.Tone) -> Shades {
        switch tone {
        case .neutral: neutral
        case .green: green
        case .amber: amber
        case .red: red
        case .brand: Shades(shape: brand, ink: brandOnSoft, soft: brandSoft)
        }
    }

    private static let neutral = Shades(
        shape: edge, ink: pair(0x3D4953, 0xCFD5D9), soft: pair(0xEFEAE1, 0x2C353B))
    static let green = Shades(
        shape: pair(0x1F7A4D, 0x7FD6A2), ink: pair(0x115236, 0x8FDCAE), soft: pair(0xE0F3E6, 0x173324))
    static let amber = Shades(
        shape: pair(0x9A5B00, 0xF3C26B), ink: pair(0x663C00, 0xF3C26B), soft: pair(0xFDEED0, 0x3A2C10))
    static let red = Shades(
        shape: pair(0xB3261E, 0xFF9C92), ink: pair(0x8A1812, 0xFFB0A8), soft: pair(0xFCE4E1, 0x43211E))
}

extension UIColor {
    fileprivate convenience init(rgb: UInt32) {
        let part = { (shift: UInt32) in CGFloat((rgb >> shift) & 0xFF) / 255 }
        self.init(red: part(16), green: part(8), blue: part(0), alpha: 1)
    }
}
