// A photo or file.
import Core
import Foundation
import PhotosUI
import SwiftUI
import UniformTypeIdentifiers

struct FileQuestion: View {
    let field: Model.FileField
    let answer: Answer

    @State private var picking = false
    @State private var photo: PhotosPickerItem?

    var body: some View {
        Frame(question: field.question, grouped: true) {
            if let name = field.value {
                Worded(symbol: Model.Icon.file.symbol, text: "\(Words.chosenFile) \(name)")
            }
            if field.takesPhotos {
                PhotosPicker(selection: $photo, matching: .images) {
                    face(.picture, Words.choosePhoto)
                }
            }
            Button { picking = true } label: {
                face(.upload, field.value == nil ? Words.chooseFile : Words.chooseOther)
            }
        }
        .fileImporter(isPresented: $picking, allowedContentTypes: field.types) { result in
            if case .success(let url) = result { take(url) }
        }
        .onChange(of: photo) { takePhoto() }
    }

    private func face(_ icon: Model.Icon, _ label: String) -> some View {
        Worded(symbol: icon.symbol, text: label).quietButton().box(wrong: field.question.error != nil)
    }

    private func take(_ url: URL) {
        let opened = url.startAccessingSecurityScopedResource()
        LastPicked.keep(url, form: answer.form, field: field.question.id) {
            if opened { url.stopAccessingSecurityScopedResource() }
        }
        let size = (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        hand(url.lastPathComponent, size: size) { try? Data(contentsOf: url) }
    }

    /// A file that is larger than the field takes is named, not read.
    private func hand(_ name: String, size: Int, content: () -> Data?) {
        let content = UInt64(size) <= field.maxBytes ? content().map { [UInt8]($0) } : nil
        answer.hand(.file(Model.PickedFile(name: name, size: UInt64(size), content: content)))
    }

    private func takePhoto() {
        guard let photo else { return }
        Task {
            guard let data = try? await photo.loadTransferable(type: Data.self) else { return }
            let ending = photo.supportedContentTypes.first?.preferredFilenameExtension ?? "jpg"
            hand("photo.\(ending)", size: data.count) { data }
            // So that the same photo can be picked again.
            self.photo = nil
        }
    }
}

extension Model.FileField {
    /// Endings and media types, as the platform calls them; anything where none is named.
    fileprivate var types: [UTType] {
        let types = accept.compactMap { named -> UTType? in
            if named.hasPrefix(".") { return UTType(filenameExtension: String(named.dropFirst())) }
            return named == "image/*" ? .image : UTType(mimeType: named)
        }
        return types.isEmpty ? [.item] : types
    }

    fileprivate var takesPhotos: Bool { accept.isEmpty || accept.contains { $0.hasPrefix("image/") } }
}
