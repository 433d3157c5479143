// SwiftUI/TabView
public struct TabView<SelectionValue: Hashable, Content: View>: Primitive {
    let selection: Binding<SelectionValue>?
    let content: Content
    public init(selection: Binding<SelectionValue>?, @ViewBuilder content: () -> Content) {
        self.selection = selection
        self.content = content()
    }
    public func draw(in drawing: Drawing) {
        drawing.choose = { [selection] in
            if let value = $0 as? SelectionValue { selection?.wrappedValue = value }
        }
        drawing.draw(content)
    }
}

/// A tab's words, and what choosing it does.
struct TabItem<Content: View, Label: View>: Primitive {
    let content: Content
    let label: Label
    func draw(in drawing: Drawing) {
        drawing.draw(content)
        let surroundings = EnvironmentValues.now
        drawing.note(.button(drawing.words(of: label)) { [choose = drawing.choose, tag = drawing.tag] in
            EnvironmentValues.now = surroundings
            if let tag { choose?(tag.base) }
        })
        drawing.draw(label)
    }
}

struct Tagged<Content: View>: Primitive {
    let content: Content
    let tag: AnyHashable
    func draw(in drawing: Drawing) {
        drawing.tag = tag
        drawing.draw(content)
    }
}

// SwiftUI/NavigationSplitView
public struct NavigationSplitView<Sidebar: View, Content: View, Detail: View>: Primitive {
    let sidebar: Sidebar
    let detail: Detail
    public init(@ViewBuilder sidebar: () -> Sidebar, @ViewBuilder detail: () -> Detail) where Content == EmptyView {
        self.sidebar = sidebar()
        self.detail = detail()
    }
    public func draw(in drawing: Drawing) {
        drawing.draw(sidebar)
        drawing.draw(detail)
    }
}

// SwiftUI/List
public struct List<SelectionValue: Hashable, Content: View>: Container {
    public let content: Content
}
extension List where SelectionValue == Never {
    public init<Data: RandomAccessCollection, ID: Hashable, RowContent: View>(
        _ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder rowContent: @escaping (Data.Element) -> RowContent
    ) where Content == ForEach<Data, ID, RowContent> {
        content = ForEach(data, id: id, content: rowContent)
    }
}

// SwiftUI/View, navigation
extension View {
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View {
        TabItem(content: self, label: label())
    }
    public func badge(_ label: Text?) -> some View { Changed(self, words: [label?.words ?? ""]) }
    public func tag<V: Hashable>(_ tag: V) -> some View { Tagged(content: self, tag: tag) }
    public func listRowBackground<V: View>(_ view: V?) -> some View { Changed(self) }
}
