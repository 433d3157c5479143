// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// AVFAudio/AVSpeechSynthesizer
open class AVSpeechSynthesizer: NSObject {
    public weak var delegate: (any AVSpeechSynthesizerDelegate)?
    public func speak(_ utterance: AVSpeechUtterance) {}
    @discardableResult public func stopSpeaking(at boundary: AVSpeechBoundary) -> Bool { true }
}

// AVFAudio/AVSpeechSynthesizerDelegate
public protocol AVSpeechSynthesizerDelegate: NSObjectProtocol {
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance)
}

// AVFAudio/AVSpeechUtterance
open class AVSpeechUtterance: NSObject {
    public init(string: String) {}
    public var voice: AVSpeechSynthesisVoice?
}

// AVFAudio/AVSpeechSynthesisVoice
open class AVSpeechSynthesisVoice: NSObject {
    public init?(language: String?) {}
}

// AVFAudio/AVSpeechBoundary
public enum AVSpeechBoundary: Int, Sendable {
    case immediate, word
}
