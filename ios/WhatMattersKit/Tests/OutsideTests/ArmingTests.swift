// When each notification comes that is to come later.
import Core
import Foundation
import Outside
import Testing

@Suite struct ArmingTests {
    /// 29 November 2026, 08:00 in London.
    private let now = Date(timeIntervalSince1970: 1_795_939_200)

    private func plan(_ tellings: Model.Telling...) -> [Arming.Armed] {
        Arming.plan(tellings, now: now)
    }

    private func telling(
        _ date: String, _ time: String, zone: String = "Europe/London", at: Int64 = 0,
        expires: Int64 = .max, id: String = "a"
    ) -> Model.Telling {
        let said = Model.Notification(
            id: id, purpose: .reminders, title: "", text: "", open: Model.Action(token: ""), actions: [])
        return Model.Telling(notification: said, date: date, time: time, zone: zone, at: at, expires: expires, exact: false)
    }

    private func parts(_ armed: Arming.Armed?) throws -> DateComponents {
        guard case .at(let parts) = armed?.when else { throw NoTime() }
        return parts
    }

    private struct NoTime: Error {}

    @Test func aTimeOfTheDayStaysInItsZoneWhereverThePhoneIs() throws {
        let parts = try parts(plan(telling("2026-11-30", "08:05")).first)
        #expect(parts.timeZone == TimeZone(identifier: "Europe/London"))
        #expect([parts.year, parts.month, parts.day] == [2026, 11, 30])
        #expect([parts.hour, parts.minute, parts.second] == [8, 5, 0])
        #expect(parts.calendar?.identifier == .gregorian)
        #expect(parts.calendar?.timeZone == parts.timeZone)
    }

    @Test func aPinnedOneHasItsZone() throws {
        // 09:00 in Kyiv is 07:00 in London.
        let kyiv = try parts(plan(telling("2026-11-30", "09:00", zone: "Europe/Kyiv")).first)
        #expect(kyiv.timeZone == TimeZone(identifier: "Europe/Kyiv"))
        #expect(kyiv.calendar?.timeZone == kyiv.timeZone)
        #expect(kyiv.hour == 9)
        #expect(plan(telling("2026-11-29", "09:00", zone: "Europe/Kyiv")).isEmpty)
        #expect(plan(telling("2026-11-29", "09:00", zone: "Europe/London")).count == 1)
    }

    @Test func aZoneOrATimeThatThisPhoneDoesNotKnowIsItsInstant() throws {
        let later = Int64(now.timeIntervalSince1970) + 3600
        for strange in [
            telling("2026-11-29", "09:00", zone: "Mars/Olympus", at: later),
            telling("tomorrow", "09:00", at: later), telling("2026-11-29", "", at: later),
        ] {
            let parts = try parts(plan(strange).first)
            #expect(parts.timeZone == .gmt)
            #expect([parts.day, parts.hour, parts.minute] == [29, 9, 0])
        }
    }

    @Test func whatHasPassedIsLeftOutButNotWhatIsDueThisMinute() {
        #expect(plan(telling("2026-11-29", "07:59")).isEmpty)
        #expect(plan(telling("2025-11-30", "09:00")).isEmpty)
        #expect(plan(telling("2026-11-29", "08:00")).map(\.when) == [.now])
        #expect(plan(telling("2026-11-29", "08:01")).map(\.when) != [.now])
    }

    @Test func ofTwoWithinTheHourEachSaysWhenItIsOvertakenAndNoneIsSaidAfterwards() {
        let next = Int64(now.timeIntervalSince1970) + 25 * 60
        let two = plan(telling("2026-11-29", "08:00", expires: next), telling("2026-11-29", "08:25"))
        #expect(two.map(\.expires) == [next, .max])
        let passed = Int64(now.timeIntervalSince1970)
        #expect(plan(telling("2026-11-29", "08:00", expires: passed)).isEmpty)
        #expect(plan(telling("2026-11-29", "09:00", expires: passed)).isEmpty)
        let info = [Saying.expires: String(next)]
        #expect(!Saying.isOver(info, now: now))
        #expect(Saying.isOver(info, now: Date(timeIntervalSince1970: TimeInterval(next))))
        #expect(!Saying.isOver([Saying.open: "token"], now: .distantFuture), "a message does not expire")
    }

    @Test func anHourThatTheClockLeavesOutIsArmedAllTheSame() throws {
        // London's clocks go forward on 28 March 2027, from 01:00 to 02:00.
        let parts = try parts(plan(telling("2027-03-28", "01:30")).first)
        #expect(parts.hour == 1)
    }

    @Test func noMoreThanThirtyAreArmedTheSoonest() {
        let all = [telling("2026-11-28", "08:00", id: "passed")]
            + (0..<64).map { telling("2026-11-30", "\(10 + $0 / 60):\($0 % 60)", id: "\($0)") }
        let armed = Arming.plan(all, now: now)
        #expect(armed.map(\.notification.id) == (0..<30).map(String.init))
    }
}
