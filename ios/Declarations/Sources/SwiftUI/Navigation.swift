// SwiftUI/TabView
public struct TabView<SelectionValue: Hashable, Content: View>: Container {
    public let content: Content
    public init(selection: Binding<SelectionValue>?, @ViewBuilder content: () -> Content) { self.content = content() }
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
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View { Changed(self, more: label()) }
    public func badge(_ label: Text?) -> some View { Changed(self, words: [label?.words ?? ""]) }
    public func tag<V: Hashable>(_ tag: V) -> some View { Changed(self) }
    public func listRowBackground<V: View>(_ view: V?) -> some View { Changed(self) }
}
