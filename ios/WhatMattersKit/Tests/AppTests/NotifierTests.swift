// What reaches iOS of notifications, as far as its declarations take note of it.
import Core
import Foundation
import Outside
import Testing
import UserNotifications
@testable import WhatMatters

@MainActor @Suite(.serialized) struct NotifierTests {
    private final class Pressed { var tokens: [String] = [] }

    private let pressed = Pressed()
    private let notifier: Notifier
    private let center = UNUserNotificationCenter.current()

    init() {
        center.status = .authorized
        center.asked = 0
        center.categories = []
        center.requests = []
        notifier = Notifier { [pressed] in pressed.tokens.append($0.token) }
    }

    private func notification(_ id: String, label: String = "Done", opens: Bool = false) -> Model.Notification {
        let action = Model.NotificationAction(label: label, action: Model.Action(token: "do \(id)"), opens: opens)
        return Model.Notification(
            id: id, purpose: .reminders, title: "What Matters", text: "It is time",
            open: Model.Action(token: "open \(id)"), actions: [action])
    }

    private func telling(_ id: String, _ date: String) -> Model.Telling {
        Model.Telling(
            notification: notification(id), date: date, time: "08:00", zone: "Europe/London", at: 0,
            expires: 4_102_444_800, exact: false)
    }

    @Test func onlyAskingAsks() async {
        center.status = .notDetermined
        let cleared = await notifier.say(.clear(["a"]))
        #expect(center.asked == 0)
        #expect(cleared == Model.Notified(allowed: .notAsked, exact: true, battery: .unknown, lastSaid: nil))
        center.status = .denied
        #expect(await notifier.say(.ask).allowed == .denied)
        #expect(center.asked == 1)
    }

    @Test func itIsSaidWithItsButtonsAndHidesWhenPreviewsAreHidden() async throws {
        #expect(await notifier.say(.show(notification("a"))).allowed == .allowed)
        let request = try #require(center.requests.first)
        #expect(request.identifier == "a" && request.trigger == nil)
        let content = try #require(request.content as? UNMutableNotificationContent)
        #expect(content.title == "What Matters" && content.body == "It is time")
        let kind = try #require(center.categories.first { $0.identifier == content.categoryIdentifier })
        #expect(kind.actions.map(\.title) == ["Done"])
        #expect(kind.actions.map(\.options) == [.authenticationRequired])
        #expect(kind.hiddenPreviewsBodyPlaceholder == "What Matters")
        // Another kind does not take the buttons of the first away.
        _ = await notifier.say(.show(notification("b", label: "Write", opens: true)))
        #expect(Set(center.categories.flatMap(\.actions).map(\.title)) == ["Done", "Write"])
        #expect(center.categories.flatMap(\.actions).contains { $0.options == .foreground })
    }

    @Test func armingReplacesWhatWasArmedAndClearingTakesBothAway() async throws {
        _ = await notifier.say(.show(notification("said")))
        _ = await notifier.say(.arm([telling("old", "2096-01-01")]))
        _ = await notifier.say(.arm([telling("new", "2097-01-01"), telling("passed", "2020-01-01")]))
        #expect(center.requests.map(\.identifier) == ["said", "new"])
        let trigger = try #require(center.requests.last?.trigger as? UNCalendarNotificationTrigger)
        #expect(trigger.dateComponents.year == 2097)
        #expect(trigger.dateComponents.timeZone == TimeZone(identifier: "Europe/London"))
        _ = await notifier.say(.clear(["said", "new"]))
        #expect(center.requests.isEmpty)
    }

    @Test func whatCanNoLongerBeDoneIsTakenAwayWhenTheAppWakesAndWhatCameLastIsSaid() async throws {
        _ = await notifier.say(.arm([telling("later", "2097-01-01")]))
        let armed = try #require(center.requests.first)
        #expect(armed.content.userInfo[Saying.expires] as? String == "4102444800")
        // It has come, and so has one that expired since.
        let stale = UNMutableNotificationContent()
        stale.userInfo = [Saying.open: "open", Saying.expires: "1000"]
        center.requests = [
            UNNotificationRequest(identifier: "later", content: armed.content, trigger: nil),
            UNNotificationRequest(identifier: "stale", content: stale, trigger: nil),
        ]
        center.delivered = Date(timeIntervalSince1970: 500)
        #expect(await notifier.say(.clear([])).lastSaid == 500_000)
        #expect(center.requests.map(\.identifier) == ["later"])
        _ = await notifier.say(.clear(["later"]))
        #expect(await notifier.say(.clear([])).lastSaid == nil)
    }

    @Test func aPressComesBackAsItsToken() async throws {
        #expect(center.delegate === notifier)
        _ = await notifier.say(.show(notification("a")))
        let said = UNNotification(try #require(center.requests.first))
        for button in [UNNotificationDefaultActionIdentifier, "0", "com.apple.UNNotificationDismissActionIdentifier"] {
            await withCheckedContinuation { done in
                notifier.userNotificationCenter(center, didReceive: UNNotificationResponse(said, button)) {
                    done.resume()
                }
            }
        }
        #expect(pressed.tokens == ["open a", "do a"])
    }
}
