// When a notification comes that is to come later.
import Core
import Foundation

/// Turns what the core wants said later into what iOS can wait for: a time on the
/// wall of the zone that the person agreed to, wherever the phone is by then.
public enum Arming {
    /// Of the 64 that iOS keeps of an app; it says nothing of those that it drops.
    public static let most = 30

    /// When one of them comes.
    public enum When: Equatable, Sendable {
        /// Its minute has begun: a calendar would wait for the next.
        case now
        case at(DateComponents)
    }

    public struct Armed: Equatable {
        public let notification: Model.Notification
        public let when: When
        /// From when on it is taken away again, in seconds since 1970.
        public let expires: Int64
    }

    /// What is armed of these, soonest first. What has passed, or can no longer be
    /// done, is left out: the core tells it in its own way.
    public static func plan(_ tellings: [Model.Telling], now: Date = .now) -> [Armed] {
        let armed = tellings.compactMap { telling -> Armed? in
            let parts = components(of: telling)
            guard let begins = instant(of: parts) else { return nil }
            let ago = now.timeIntervalSince(begins)
            if ago >= minute || isOver(telling.expires, now: now) { return nil }
            return Armed(
                notification: telling.notification, when: ago >= 0 ? .now : .at(parts),
                expires: telling.expires)
        }
        return Array(armed.prefix(most))
    }

    /// Whether what expires then must not be said any more.
    public static func isOver(_ expires: Int64, now: Date = .now) -> Bool {
        TimeInterval(expires) <= now.timeIntervalSince1970
    }

    private static let minute: TimeInterval = 60

    private static func components(of telling: Model.Telling) -> DateComponents {
        let day = telling.date.split(separator: "-").compactMap { Int($0) }
        let time = telling.time.split(separator: ":").compactMap { Int($0) }
        // A zone that this phone does not know, or no time at all: the instant.
        guard let zone = TimeZone(identifier: telling.zone), day.count == 3, time.count >= 2 else {
            return components(at: telling.at)
        }
        var parts = DateComponents()
        parts.calendar = gregorian(in: zone)
        parts.timeZone = zone
        (parts.year, parts.month, parts.day) = (day[0], day[1], day[2])
        (parts.hour, parts.minute, parts.second) = (time[0], time[1], 0)
        return parts
    }

    private static func components(at instant: Int64) -> DateComponents {
        let calendar = gregorian(in: .gmt)
        let date = Date(timeIntervalSince1970: TimeInterval(instant))
        var parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        (parts.calendar, parts.timeZone) = (calendar, .gmt)
        return parts
    }

    private static func instant(of parts: DateComponents) -> Date? {
        parts.calendar?.date(from: parts)
    }

    /// The core counts in this calendar, whatever the person's own is.
    private static func gregorian(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}
