// What is said outside the app, now or later, and the presses that come back.
import Core
import Foundation
import Outside
import UserNotifications

@MainActor
final class Notifier: NSObject, UNUserNotificationCenterDelegate {
    /// Carries out a press, and returns when the app may be put to sleep again.
    private let press: @MainActor (Model.Action) async -> Void

    /// Made while the app starts: a press that started it comes right after.
    init(press: @escaping @MainActor (Model.Action) async -> Void) {
        self.press = press
        super.init()
        UNUserNotificationCenter.current().delegate = self
    }

    // What iOS gives here stays where it was given: it may not cross to the main actor.
    nonisolated func say(_ what: Model.Notifications) async -> Model.Notified {
        let center = UNUserNotificationCenter.current()
        switch what {
        case .ask:
            _ = try? await center.requestAuthorization(options: [.alert, .sound])
        case .askExact:
            // A calendar's times are kept to the minute, without being asked.
            break
        case .show(let notification):
            await name([Saying(notification)])
            await add(notification)
        case .clear(let ids):
            center.removePendingNotificationRequests(withIdentifiers: ids)
            center.removeDeliveredNotifications(withIdentifiers: ids)
        case .arm(let tellings):
            let plan = Arming.plan(tellings)
            await name(plan.map { Saying($0.notification) })
            center.removeAllPendingNotificationRequests()
            for armed in plan { await add(armed.notification, at: armed.when.trigger, expires: armed.expires) }
        }
        // What saves the battery of an iPhone holds back no notification of its calendar.
        return Model.Notified(
            allowed: await allowed(), exact: true, battery: .unknown, lastSaid: await sweep())
    }

    /// Takes away what can no longer be done, and says when the newest came of those
    /// that nobody has put away: iOS tells of no others.
    private nonisolated func sweep() async -> Int64? {
        let center = UNUserNotificationCenter.current()
        let delivered = await center.deliveredNotifications()
        let over = delivered.filter { Saying.isOver($0.request.content.userInfo) }
        center.removeDeliveredNotifications(withIdentifiers: over.map(\.request.identifier))
        return delivered.map(\.date).max().map { Int64($0.timeIntervalSince1970 * 1000) }
    }

    private nonisolated func allowed() async -> Model.Notifying {
        switch await UNUserNotificationCenter.current().notificationSettings().authorizationStatus {
        case .authorized, .provisional, .ephemeral: .allowed
        case .denied: .denied
        case .notDetermined: .notAsked
        @unknown default: .unavailable
        }
    }

    private nonisolated func add(
        _ notification: Model.Notification, at trigger: UNNotificationTrigger? = nil, expires: Int64? = nil
    ) async {
        let saying = Saying(notification)
        let content = UNMutableNotificationContent()
        content.title = notification.title
        content.body = notification.text
        content.sound = .default
        content.threadIdentifier = Saying.thread(of: notification.purpose)
        content.categoryIdentifier = saying.kind
        content.userInfo = saying.info
        if let expires { content.userInfo[Saying.expires] = String(expires) }
        // Refused where the person has said no; the answer says so.
        try? await UNUserNotificationCenter.current().add(
            UNNotificationRequest(identifier: notification.id, content: content, trigger: trigger))
    }

    /// Buttons show only on notifications of a kind that is known beforehand. Those
    /// that are already out keep theirs.
    private nonisolated func name(_ sayings: [Saying]) async {
        let center = UNUserNotificationCenter.current()
        let new = sayings.map(\.category)
        let names = Set(new.map(\.identifier))
        let known = await center.notificationCategories().filter { !names.contains($0.identifier) }
        center.setNotificationCategories(known.union(new))
    }

    nonisolated func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void
    ) {
        let pressed = response.actionIdentifier
        let button = pressed == UNNotificationDefaultActionIdentifier ? Saying.open : pressed
        let token = Saying.pressed(button, in: response.notification.request.content.userInfo)?.token
        nonisolated(unsafe) let done = completionHandler
        Task { @MainActor in
            if let token { await press(Model.Action(token: token)) }
            done()
        }
    }

    // In front of the app too: the core says only what is news there.
    nonisolated func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
    ) {
        completionHandler([.banner, .list, .sound])
    }
}

extension Arming.When {
    fileprivate var trigger: UNNotificationTrigger? {
        switch self {
        case .now: nil
        case .at(let parts): UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
        }
    }
}

extension Saying {
    fileprivate var category: UNNotificationCategory {
        UNNotificationCategory(
            identifier: kind,
            actions: buttons.map { button in
                // What is done without opening the app is done by the phone's owner.
                UNNotificationAction(
                    identifier: button.id, title: button.label,
                    options: button.opens ? .foreground : .authenticationRequired)
            },
            intentIdentifiers: [],
            // Where the person hides previews, not even the discreet words show.
            hiddenPreviewsBodyPlaceholder: placeholder
        )
    }
}
