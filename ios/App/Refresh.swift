// Now and then the system lets the app run without the person: what was written
// elsewhere comes, what was written here goes.
import BackgroundTasks
import Core
import Foundation
import Outside

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

    func refresh() async {
        // First, so that one that is cut short is not the last.
        Self.planRefresh()
        session.start(background: true)
        session.send(.background)
        // The system gives about half a minute.
        await session.settled(within: .seconds(25))
    }
}
