// Declared after Apple's documentation; each section names its page there.

// Accessibility/AXChartDescriptor
public final class AXChartDescriptor {
    /// Not Apple's: what a test looks for.
    public let words: [String]
    public init(
        title: String?, summary: String?, xAxis: any AXDataAxisDescriptor, yAxis: AXNumericDataAxisDescriptor?,
        additionalAxes: [any AXDataAxisDescriptor], series: [AXDataSeriesDescriptor]
    ) {
        words = [title, summary].compactMap { $0 } + series.flatMap(\.words)
    }
}

// Accessibility/AXDataAxisDescriptor
public protocol AXDataAxisDescriptor: AnyObject {}

// Accessibility/AXNumericDataAxisDescriptor
public final class AXNumericDataAxisDescriptor: AXDataAxisDescriptor {
    public init(
        title: String, range: ClosedRange<Double>, gridlinePositions: [Double],
        valueDescriptionProvider: @escaping (Double) -> String
    ) {}
}

// Accessibility/AXDataSeriesDescriptor
public final class AXDataSeriesDescriptor {
    let words: [String]
    public init(name: String, isContinuous: Bool, dataPoints: [AXDataPoint]) {
        words = [name] + dataPoints.map(\.label)
    }
}

// Accessibility/AXDataPoint
public final class AXDataPoint {
    let label: String
    public init(x: Double, y: Double?, additionalValues: [Value] = [], label: String? = nil) {
        self.label = label ?? ""
    }
    // Accessibility/AXDataPoint/Value
    public final class Value {}
}

// Accessibility/AccessibilityNotification
public enum AccessibilityNotification {
    // Accessibility/AccessibilityNotification/Announcement
    public struct Announcement {
        public init(_ announcement: String) {}
        public func post() {}
    }
}
