// Reads words aloud. The system's voices are on the device.
import AVFoundation
import Core
import SwiftUI

struct ReadAloud: View {
    let text: String

    @Environment(\.locale) private var locale
    @State private var voice = Voice()

    var body: some View {
        Button {
            voice.toggle(text, in: locale.identifier(.bcp47))
        } label: {
            Worded(
                symbol: Model.Icon.speaker.symbol,
                text: voice.reading ? Words.stopReading : Words.readAloud,
                underlined: true
            )
            .quietButton()
        }
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
        speech.voice = AVSpeechSynthesisVoice(language: language.components(separatedBy: "-x-")[0])
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
