// One of the people of the record: a choice of one.
import Core
import SwiftUI

struct PersonQuestion: View {
    let field: Model.ChoiceField
    let answer: Answer

    var body: some View { ChoiceQuestion(field: pictured, answer: answer) }

    private var pictured: Model.ChoiceField {
        var field = field
        for at in field.choices.indices where field.choices[at].icon == nil {
            field.choices[at].icon = .person
        }
        return field
    }
}
