// Pictures that stand beside words, from Apple's symbols.
import Core
import SwiftUI

extension Model.Icon {
    /// The name of the symbol. Without `default`: a new picture of the core's does
    /// not compile until it has one.
    var symbol: String {
        switch self {
        case .home: "house"
        case .plan: "checklist"
        case .track: "chart.xyaxis.line"
        case .messages: "bubble.left"
        case .more: "ellipsis"
        case .people: "person.2"
        case .person: "person"
        case .team: "stethoscope"
        case .carer: "heart.circle"
        case .diary: "book.closed"
        case .drop: "drop"
        case .heart: "heart"
        case .lungs: "lungs"
        case .wind: "wind"
        case .scale: "scalemass"
        case .thermometer: "thermometer.medium"
        case .face: "face.smiling"
        case .bolt: "bolt"
        case .moon: "moon"
        case .steps: "figure.walk"
        case .pill: "pills"
        case .plus: "plus"
        case .check: "checkmark"
        case .clock: "clock"
        case .calendar: "calendar"
        case .pencil: "pencil"
        case .bin: "trash"
        case .search: "magnifyingglass"
        case .download: "arrow.down.to.line"
        case .upload: "arrow.up.to.line"
        case .file: "doc.text"
        case .picture: "photo"
        case .settings: "gearshape"
        case .shield: "shield"
        case .eye: "eye"
        case .key: "key"
        case .phone: "phone"
        case .warning: "exclamationmark.triangle"
        case .info: "info.circle"
        case .cloud: "cloud"
        case .cloudDone: "checkmark.icloud"
        case .cloudOff: "icloud.slash"
        case .signOut: "rectangle.portrait.and.arrow.right"
        case .share: "square.and.arrow.up"
        case .speaker: "speaker.wave.2"
        case .chart: "chart.dots.scatter"
        case .meal: "fork.knife"
        case .star: "star"
        case .help: "lifepreserver"
        case .community: "mappin.and.ellipse"
        case .budget: "sterlingsign.circle"
        case .decision: "arrow.triangle.branch"
        }
    }
}

/// A picture beside a word. Never alone, so VoiceOver passes over it.
struct Icon: View {
    let symbol: String
    var size = Font.text

    var body: some View { Image(systemName: symbol).font(size).accessibilityHidden(true) }
}

extension Icon {
    init(_ icon: Model.Icon, size: Font = .text) { self.init(symbol: icon.symbol, size: size) }
}

/// A picture and its word.
struct Worded: View {
    let symbol: String
    let text: String
    var underlined = false

    var body: some View {
        HStack(spacing: 8) {
            Icon(symbol: symbol, size: .strong)
            Text(text).underline(underlined)
        }
    }
}
