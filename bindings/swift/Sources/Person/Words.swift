// What a page says and what can be pressed on it, whatever its blocks are.
import WhatMattersTypes

/// Every string of a page, one a line: what a screen reader could reach.
public func everyWord(_ page: Page) -> String {
    var words: [String] = []
    walk(page) { if let word = $0 as? String { words.append(word) } }
    return words.joined(separator: "\n")
}

/// Everything that can be pressed, with its words, in reading order.
func presses(_ page: Page) -> [(label: String, action: Action)] {
    var found: [(String, Action)] = []
    walk(page) { part in
        let parts = properties(of: part)
        guard let label = (parts["label"] ?? parts["title"]) as? String else { return }
        if let action = parts["action"] as? Action {
            found.append((label, action))
        } else if case .press(let action) = parts["target"] as? Target {
            found.append((label, action))
        }
    }
    return found
}

/// The form and the field with this question.
func place(of label: String, on page: Page) -> (form: String, field: String)? {
    for case .form(let form) in page.blocks {
        var field: String?
        walk(form.fields) { part in
            guard field == nil, let question = part as? Question else { return }
            if question.label == label || question.label == "\(label) (optional)" { field = question.id }
        }
        if let field { return (form.id, field) }
    }
    return nil
}

/// Visits a value and all that it is made of.
private func walk(_ part: Any, _ visit: (Any) -> Void) {
    visit(part)
    if part is String { return }
    for child in Mirror(reflecting: part).children { walk(child.value, visit) }
}

private func properties(of part: Any) -> [String: Any] {
    let mirror = Mirror(reflecting: part)
    guard mirror.displayStyle == .struct else { return [:] }
    return mirror.children.reduce(into: [:]) { parts, child in
        guard let name = child.label else { return }
        // Fields of recursive types are boxed under a name with an underscore.
        parts[name.hasPrefix("_") ? String(name.dropFirst()) : name] = child.value
    }
}
