// The patterns of a chart's zones.
import Core
import SwiftUI

/// A pattern of its own for each tone of a zone: none, level lines, leaning lines.
enum Patterns {
    static func lines(for tone: Model.Tone, in band: CGRect) -> Path {
        switch tone {
        case .green, .neutral, .brand: Path()
        case .amber: level(in: band)
        case .red: leaning(in: band)
        }
    }

    private static func level(in band: CGRect) -> Path {
        var path = Path()
        for y in stride(from: band.minY + 5, to: band.maxY, by: 8) {
            path.move(to: CGPoint(x: band.minX, y: y))
            path.addLine(to: CGPoint(x: band.maxX, y: y))
        }
        return path
    }

    private static func leaning(in band: CGRect) -> Path {
        var path = Path()
        for x in stride(from: band.minX - band.height, to: band.maxX, by: 9) {
            path.move(to: CGPoint(x: x, y: band.maxY))
            path.addLine(to: CGPoint(x: x + band.height, y: band.minY))
        }
        return path
    }
}
