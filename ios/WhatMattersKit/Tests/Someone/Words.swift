// What a page says and what can be pressed on it, whatever its blocks are.
import Core

/// Every string of a page, one a line.
public func everyWord(_ page: Model.Page) -> String {
    var words: [String] = []
    walk(page) { if let word = $0 as? String { words.append(word) } }
    return words.joined(separator: "\n")
}

/// Everything that can be pressed, with its words, in reading order.
public func presses(_ page: Model.Page) -> [(label: String, action: Model.Action)] {
    var found: [(String, Model.Action)] = []
    walk(page) { part in
        let parts = Dictionary(
            Mirror(reflecting: part).children.compactMap { child in child.label.map { ($0, child.value) } },
            uniquingKeysWith: { first, _ in first }
        )
        guard let label = (parts["label"] ?? parts["title"]) as? String else { return }
        if let action = parts["action"] as? Model.Action {
            found.append((label, action))
        } else if case .press(let action) = parts["target"] as? Model.Target {
            found.append((label, action))
        }
    }
    return found
}

/// Visits a value and all that it is made of, but for parts of these names.
public func walk(_ part: Any, skipping names: Set<String> = [], _ visit: (Any) -> Void) {
    visit(part)
    if part is String { return }
    for child in Mirror(reflecting: part).children where !names.contains(child.label ?? "") {
        walk(child.value, skipping: names, visit)
    }
}

/// The name of an enum's case.
public func caseName(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
}

/// The variants of a generated enum, each made of nothing but its number;
/// none for one that holds more.
public func variants<T>(_ decode: ([UInt8]) throws -> T) -> [T?] {
    var found: [T?] = []
    while found.count < 256 {
        do {
            found.append(try decode([UInt8(found.count), 0, 0, 0]))
        } catch {
            if "\(error)".contains("Unknown variant") { return found }
            found.append(nil)
        }
    }
    return found
}
