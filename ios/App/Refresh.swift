// The system lets the app run without the person: for a moment when they leave it,
// and now and then. What was written here goes, what was written elsewhere comes.
import BackgroundTasks
import Core
import Foundation
import Outside
import UIKit

extension Phone {
    static let refreshing = "app.whatmatters.refresh"

    /// Sooner than this there is seldom anything new; when it is, the system says.
    private static let pause: TimeInterval = 60 * 60

    static func planRefresh() {
        let request = BGAppRefreshTaskRequest(identifier: refreshing)
        request.earliestBeginDate = Date(timeIntervalSinceNow: pause)
        // Refused where the person has turned it off.
        try? BGTaskScheduler.shared.submit(request)
    }

    /// The person has left: what is being sent is sent to its end.
    func finish() {
        let app = UIApplication.shared
        var task = UIBackgroundTaskIdentifier.invalid
        let end = { @MainActor in
            app.endBackgroundTask(task)
            task = .invalid
        }
        task = app.beginBackgroundTask { end() }
        Task {
            await settling.settled(session, within: .seconds(20))
            if task != .invalid { end() }
        }
    }

    func refresh() async {
        // First, so that one that is cut short is not the last.
        Self.planRefresh()
        session.start(background: true)
        session.send(.background)
        // The system gives about half a minute.
        await settling.settled(session, within: .seconds(25))
    }
}
