// What was measured: HealthKit, in the core's units. It is only read.
import Core
import Foundation
import HealthKit

enum Health {
    static var isThere: Bool { HKHealthStore.isHealthDataAvailable() }

    private static let store = HKHealthStore()

    static func read(_ query: Model.HealthQuery) async -> Model.HealthAnswer {
        guard isThere else { return .unavailable }
        do {
            // Asks once for each kind; iOS does not say what the person answered.
            try await store.requestAuthorization(toShare: [], read: Set(query.measures.flatMap(\.asked)))
            var readings: [Model.HealthReading] = []
            for measure in query.measures { readings += try await newest(measure, query) }
            return .readings(readings)
        } catch let error as HKError where error.code == .errorAuthorizationDenied {
            return .denied
        } catch {
            return .unavailable
        }
    }

    private static func newest(_ measure: Model.HealthMeasure, _ query: Model.HealthQuery) async throws
        -> [Model.HealthReading]
    {
        let from = Date(timeIntervalSince1970: TimeInterval(query.from))
        let until = query.until.map { Date(timeIntervalSince1970: TimeInterval($0)) }
        let since = HKQuery.predicateForSamples(withStart: from, end: until, options: .strictStartDate)
        let most = Int(query.most)
        switch measure.kind {
        case .one(let type, let unit, let times):
            let found = HKSampleQueryDescriptor(
                predicates: [.quantitySample(type: type, predicate: since)],
                sortDescriptors: [SortDescriptor(\.startDate, order: .reverse)], limit: most)
            return try await found.result(for: store).map { sample in
                reading(measure, sample, sample.quantity.doubleValue(for: unit) * times, nil)
            }
        case .pair(let type, let first, let second, let unit):
            let found = HKSampleQueryDescriptor(
                predicates: [.correlation(type: type, predicate: since)],
                sortDescriptors: [SortDescriptor(\.startDate, order: .reverse)], limit: most)
            return try await found.result(for: store).compactMap { pair in
                // Without both it is no blood pressure.
                guard let upper = value(of: first, in: pair, unit), let lower = value(of: second, in: pair, unit)
                else { return nil }
                return reading(measure, pair, upper, lower)
            }
        }
    }

    private static func value(of type: HKQuantityType, in pair: HKCorrelation, _ unit: HKUnit) -> Double? {
        (pair.objects(for: type).first as? HKQuantitySample)?.quantity.doubleValue(for: unit)
    }

    private static func reading(
        _ measure: Model.HealthMeasure, _ sample: HKSample, _ value: Double, _ second: Double?
    ) -> Model.HealthReading {
        Model.HealthReading(
            measure: measure, value: value, second: second, at: Int64(sample.startDate.timeIntervalSince1970),
            zone: sample.metadata?[HKMetadataKeyTimeZone] as? String
        )
    }
}

/// How HealthKit keeps a measure.
private enum Kind {
    /// One value; `times` where the core's unit is a multiple.
    case one(HKQuantityType, HKUnit, times: Double)
    /// Two that belong together.
    case pair(HKCorrelationType, HKQuantityType, HKQuantityType, HKUnit)
}

extension Model.HealthMeasure {
    fileprivate var kind: Kind {
        switch self {
        case .glucose:
            let mmol = HKUnit.moleUnit(with: .milli, molarMass: HKUnitMolarMassBloodGlucose)
            return .one(HKQuantityType(.bloodGlucose), mmol.unitDivided(by: .liter()), times: 1)
        case .bloodPressure:
            return .pair(
                HKCorrelationType(.bloodPressure), HKQuantityType(.bloodPressureSystolic),
                HKQuantityType(.bloodPressureDiastolic), .millimeterOfMercury())
        case .weight:
            return .one(HKQuantityType(.bodyMass), .gramUnit(with: .kilo), times: 1)
        case .peakFlow:
            let flow = HKUnit.liter().unitDivided(by: .minute())
            return .one(HKQuantityType(.peakExpiratoryFlowRate), flow, times: 1)
        case .oxygen:
            // HealthKit's per cent is 0.97.
            return .one(HKQuantityType(.oxygenSaturation), .percent(), times: 100)
        case .temperature:
            return .one(HKQuantityType(.bodyTemperature), .degreeCelsius(), times: 1)
        }
    }

    /// What the person is asked for. A correlation cannot be asked for, its parts can.
    fileprivate var asked: [HKObjectType] {
        switch kind {
        case .one(let type, _, times: _): [type]
        case .pair(_, let first, let second, _): [first, second]
        }
    }
}
