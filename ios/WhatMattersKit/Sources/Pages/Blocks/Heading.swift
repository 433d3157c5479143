// A heading below the page's title.
import Core
import SwiftUI

struct HeadingBlock: View {
    let heading: Model.Heading

    var body: some View {
        let large = heading.level <= 2
        Text(heading.text)
            .font(large ? .heading : .smallHeading)
            .heading(large ? .h2 : .h3)
            .padding(.top, large ? 20 : 12)
            .wide()
    }
}
