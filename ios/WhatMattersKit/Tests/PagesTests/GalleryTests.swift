// The gallery has every block and field of the vocabulary, several of each.
import Core
import Someone
import SwiftUI
import Testing
@testable import Pages

@MainActor @Suite struct GalleryTests {
    @Test(arguments: [DynamicTypeSize.large, .accessibility5], [UserInterfaceSizeClass.compact, .regular])
    func everyWordOfThePageReachesTheScreen(size: DynamicTypeSize, width: UserInterfaceSizeClass) async throws {
        let someone = Someone(directory: nil, gallery: true)
        let page = try await someone.see("Every part of a page")
        let screen = Screen(of: someone.session, size: size, width: width).words.joined(separator: "\n")
        var missing: [String] = []
        // What is left out is read by the core alone.
        walk(page, skipping: ["name", "id", "token", "place", "language", "source", "accept", "mediaType", "target", "announce"]) { part in
            guard let words = part as? String, !words.isEmpty, !screen.contains(words) else { return }
            missing.append(words)
        }
        #expect(missing == [])
    }

    @Test func everyBlockAndFieldOfTheCoreIsThere() async throws {
        let page = try await Someone(directory: nil, gallery: true).see("Every part of a page")
        var blocks: Set<String> = []
        var fields: Set<String> = []
        for block in page.blocks {
            blocks.insert(caseName(block))
            guard case .form(let form) = block else { continue }
            for field in form.fields { fields.insert(caseName(field)) }
        }
        #expect(blocks.count == variants { try Model.Block.bincodeDeserialize(input: $0) }.count)
        #expect(fields.count == variants { try Model.Field.bincodeDeserialize(input: $0) }.count)
    }

    @Test func aBlockThatThisShellDoesNotKnowIsDrawnAsItsWords() async throws {
        let older = Model.Vocabulary(blocks: 2, fields: 0)
        let someone = Someone(directory: nil, gallery: true, vocabulary: older)
        let page = try await someone.see("Every part of a page")
        #expect(Set(page.blocks.map(caseName)) == ["heading", "paragraph"])
        let screen = Screen(of: someone.session).words.joined(separator: "\n")
        // Of a card, of a meter, of a question.
        #expect(screen.contains("Metformin 500 mg") && screen.contains("12 of 14 in your green"))
        #expect(screen.contains("Update the app to answer this question."))
    }

    @Test func everyIconOfTheCoreHasASymbolOfItsOwn() {
        let icons = variants { try Model.Icon.bincodeDeserialize(input: $0) }.compactMap { $0 }
        #expect(icons.count > 50)
        #expect(Set(icons.map(\.symbol)).count == icons.count)
    }
}
