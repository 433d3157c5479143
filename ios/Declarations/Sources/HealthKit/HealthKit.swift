// Declared after Apple's documentation; each section names its page there.
@_exported import Foundation

// HealthKit/HKHealthStore
open class HKHealthStore: NSObject, @unchecked Sendable {
    public class func isHealthDataAvailable() -> Bool { false }
    public func requestAuthorization(toShare typesToShare: Set<HKSampleType>, read typesToRead: Set<HKObjectType>)
        async throws
    {}
}

// HealthKit/HKObjectType, HealthKit/HKSampleType
open class HKObjectType: NSObject, @unchecked Sendable {}
open class HKSampleType: HKObjectType, @unchecked Sendable {}

// HealthKit/HKQuantityType
open class HKQuantityType: HKSampleType, @unchecked Sendable {
    public init(_ identifier: HKQuantityTypeIdentifier) {}
}

// HealthKit/HKCorrelationType
open class HKCorrelationType: HKSampleType, @unchecked Sendable {
    public init(_ identifier: HKCorrelationTypeIdentifier) {}
}

// HealthKit/HKQuantityTypeIdentifier
public struct HKQuantityTypeIdentifier: Hashable, Sendable {
    public static let bloodGlucose = HKQuantityTypeIdentifier()
    public static let bloodPressureSystolic = HKQuantityTypeIdentifier()
    public static let bloodPressureDiastolic = HKQuantityTypeIdentifier()
    public static let bodyMass = HKQuantityTypeIdentifier()
    public static let peakExpiratoryFlowRate = HKQuantityTypeIdentifier()
    public static let oxygenSaturation = HKQuantityTypeIdentifier()
    public static let bodyTemperature = HKQuantityTypeIdentifier()
}

// HealthKit/HKCorrelationTypeIdentifier
public struct HKCorrelationTypeIdentifier: Hashable, Sendable {
    public static let bloodPressure = HKCorrelationTypeIdentifier()
}

// HealthKit/HKSample
open class HKSample: NSObject, @unchecked Sendable {
    public var startDate: Date { .now }
    // HealthKit/HKObject/metadata
    public var metadata: [String: Any]? { nil }
}

// HealthKit/HKQuantitySample
open class HKQuantitySample: HKSample, @unchecked Sendable {
    public var quantity: HKQuantity { HKQuantity() }
}

// HealthKit/HKCorrelation
open class HKCorrelation: HKSample, @unchecked Sendable {
    public func objects(for objectType: HKObjectType) -> Set<HKSample> { [] }
}

// HealthKit/HKQuantity
open class HKQuantity: NSObject, @unchecked Sendable {
    public func doubleValue(for unit: HKUnit) -> Double { 0 }
}

// HealthKit/HKUnit
open class HKUnit: NSObject, @unchecked Sendable {
    public class func moleUnit(with prefix: HKMetricPrefix, molarMass gramsPerMole: Double) -> Self { fatalError() }
    public class func gramUnit(with prefix: HKMetricPrefix) -> Self { fatalError() }
    public class func liter() -> Self { fatalError() }
    public class func minute() -> Self { fatalError() }
    public class func millimeterOfMercury() -> Self { fatalError() }
    public class func percent() -> Self { fatalError() }
    public class func degreeCelsius() -> Self { fatalError() }
    public func unitDivided(by unit: HKUnit) -> HKUnit { self }
}

// HealthKit/HKMetricPrefix
public enum HKMetricPrefix: Int, Sendable {
    case none, milli, kilo
}

// HealthKit/HKUnitMolarMassBloodGlucose
public let HKUnitMolarMassBloodGlucose = 180.155_88

// HealthKit/HKMetadataKeyTimeZone
public let HKMetadataKeyTimeZone = "HKTimeZone"

// HealthKit/HKQuery
open class HKQuery: NSObject {
    public class func predicateForSamples(
        withStart startDate: Date?, end endDate: Date?, options: HKQueryOptions = []
    ) -> NSPredicate {
        NSPredicate(value: true)
    }
}

// HealthKit/HKQueryOptions
public struct HKQueryOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let strictStartDate = HKQueryOptions(rawValue: 1)
}

// HealthKit/HKSamplePredicate
public struct HKSamplePredicate<Sample> {
    public static func quantitySample(type: HKQuantityType, predicate: NSPredicate? = nil)
        -> HKSamplePredicate<HKQuantitySample>
    {
        .init()
    }
    public static func correlation(type: HKCorrelationType, predicate: NSPredicate? = nil)
        -> HKSamplePredicate<HKCorrelation>
    {
        .init()
    }
}

// HealthKit/HKSampleQueryDescriptor
public struct HKSampleQueryDescriptor<Sample: HKSample> {
    public init(predicates: [HKSamplePredicate<Sample>], sortDescriptors: [SortDescriptor<Sample>], limit: Int? = nil) {}
    public func result(for healthStore: HKHealthStore) async throws -> [Sample] { [] }
}

// HealthKit/HKError
public struct HKError: Error {
    // HealthKit/HKError/Code
    public enum Code: Int, Sendable {
        case errorAuthorizationDenied = 4
        case errorDatabaseInaccessible = 6
    }
    public let code: Code
}
