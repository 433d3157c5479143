// Reads words aloud. The system's voices are on the device.
import AVFoundation
import SwiftUI

struct ReadAloud: View {
    let text: String

    @Environment(\.locale) private var locale
    @State private var voice = Voice()

    var body: some View {
        Button {
            voice.toggle(text, in: locale.identifier)
        } label: {
            HStack(spacing: 8) {
                Icon(.speaker, size: .strong)
                Text(voice.reading ? Words.stopReading : Words.readAloud).underline()
            }
            .font(.strong).foregroundStyle(Palette.brand).frame(minHeight: target).contentShape(.rect)
        }
        .buttonStyle(.plain)
        .onDisappear { voice.stop() }
        .onChange(of: text) { voice.stop() }
    }
}

/// One voice, which reads or is silent.
@MainActor @Observable
final class Voice: NSObject, AVSpeechSynthesizerDelegate {
    private(set) var reading = false
    @ObservationIgnored private let synthesizer = AVSpeechSynthesizer()

    func toggle(_ text: String, in language: String) {
        guard !reading else { return stop() }
        let speech = AVSpeechUtterance(string: text)
        speech.voice = AVSpeechSynthesisVoice(language: language)
        synthesizer.delegate = self
        synthesizer.speak(speech)
        reading = true
    }

    func stop() {
        synthesizer.stopSpeaking(at: .immediate)
        reading = false
    }

    nonisolated func speechSynthesizer(
        _ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance
    ) {
        Task { @MainActor in reading = false }
    }
}
