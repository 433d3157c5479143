// A picture with its words beside it.
import Core
import Foundation
import SwiftUI
import UIKit

struct PictureBlock: View {
    let picture: Model.Picture

    var body: some View {
        HStack(spacing: 18) {
            frame
                .accessibilityElement(children: .ignore)
                .accessibilityLabel(picture.alternative)
                .accessibilityHidden(picture.alternative.isEmpty)
                .accessibilityAddTraits(.isImage)
            if let caption = picture.caption { Text(caption).font(.lede).wide() }
        }
        .wide()
    }

    @ViewBuilder private var frame: some View {
        switch picture.source {
        case .icon(let icon):
            Icon(icon, size: .pageTitle).foregroundStyle(Palette.brand)
                .frame(width: 120, height: 120).panel()
        case .data(let address):
            if let image = Self.image(address) {
                Image(uiImage: image).resizable().scaledToFill()
                    .frame(width: 120, height: 120).clipShape(.rect(cornerRadius: 18))
            }
        }
    }

    /// Only what the core made itself, `data:image/…;base64,…`; nothing is fetched.
    private static func image(_ address: String) -> UIImage? {
        guard address.hasPrefix("data:image/"), let comma = address.firstIndex(of: ",") else { return nil }
        return Data(base64Encoded: String(address[comma...].dropFirst())).flatMap(UIImage.init(data:))
    }
}
