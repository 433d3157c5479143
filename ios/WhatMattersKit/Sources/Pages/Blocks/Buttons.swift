// Buttons in a row.
import Core
import SwiftUI

struct ButtonsBlock: View {
    let buttons: Model.Buttons

    var body: some View { ButtonRow(buttons: buttons.buttons, label: buttons.label).wide() }
}
