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
                HStack(spacing: 8) {
                    Icon(.file)
                    Text(Words.chosenFile)
                    Text(name).font(.strong)
                }
                .accessibilityElement(children: .combine)
            }
            if field.takesPhotos {
                PhotosPicker(selection: $photo, matching: .images) {
                    face(.picture, Words.choosePhoto)
                }
            }
            Button { picking = true } label: {
                face(.upload, field.value == nil ? Words.chooseFile : Words.chooseOther)
            }
            .buttonStyle(.plain)
        }
        .fileImporter(isPresented: $picking, allowedContentTypes: field.types) { result in
            if case .success(let url) = result { take(url) }
        }
        .onChange(of: photo) { takePhoto() }
    }

    private func face(_ icon: Model.Icon, _ label: String) -> some View {
        HStack(spacing: 8) {
            Icon(icon, size: .strong)
            Text(label)
        }
        .font(.strong).foregroundStyle(Palette.brand)
        .box(wrong: field.question.error != nil)
        .contentShape(.rect)
    }

    private func take(_ url: URL) {
        let opened = url.startAccessingSecurityScopedResource()
        defer { if opened { url.stopAccessingSecurityScopedResource() } }
        let size = (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        let fits = UInt64(size) <= field.maxBytes
        answer.hand(.file(Model.PickedFile(
            name: url.lastPathComponent,
            size: UInt64(size),
            content: fits ? (try? Data(contentsOf: url)).map { [UInt8]($0) } : nil
        )))
    }

    private func takePhoto() {
        guard let photo else { return }
        Task {
            guard let data = try? await photo.loadTransferable(type: Data.self) else { return }
            answer.hand(.file(Model.PickedFile(
                name: field.photoName(photo.supportedContentTypes.first),
                size: UInt64(data.count),
                content: UInt64(data.count) <= field.maxBytes ? [UInt8](data) : nil
            )))
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

    fileprivate var takesPhotos: Bool {
        accept.isEmpty || accept.contains { $0.hasPrefix("image/") }
    }

    fileprivate func photoName(_ type: UTType?) -> String {
        "photo.\(type?.preferredFilenameExtension ?? "jpg")"
    }
}
