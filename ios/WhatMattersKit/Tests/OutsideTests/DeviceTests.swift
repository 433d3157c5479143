// All that the core can ask of the phone, and what comes back from outside.
import Core
import Foundation
import Glance
import Outside
import Someone
import Testing

@MainActor @Suite struct DeviceTests {
    @Test func everyOperationOfTheCoreHasItsAnswer() async throws {
        let phone = Phone()
        let operations: [Model.PlatformOperation] = [
            .handOver(Model.OutgoingFile(name: "a.txt", mediaType: "text/plain", content: [1])),
            .unlock(Model.Unlocking(reason: "")),
            .notifications(.ask),
            .widget(Model.Widget(title: "", line: nil, buttons: [])),
            .health(Model.HealthQuery(measures: [.glucose], from: 0, until: nil, most: 1)),
            .settled(3), .setAside, .push(.leave),
            .readFile(Model.FilePart(form: "", field: "", size: 1, offset: 0, length: 1)),
            .media(Model.MediaChunk(id: "", mediaType: "", bytes: 1, offset: 0, content: [1])),
        ]
        let known = variants { try Model.PlatformOperation.bincodeDeserialize(input: $0) }.count
        #expect(Set(operations.map(caseName)).count == known)
        #expect(variants { try Model.PlatformOutput.bincodeDeserialize(input: $0) }.count == known)
        for operation in operations {
            #expect(caseName(await phone.carryOut(operation)) == caseName(operation))
        }
        #expect(phone.files.count == 1 && phone.timesUnlocked == 1 && phone.queries.count == 1)
        #expect(phone.said == [.ask] && phone.widget != nil)
    }

    @Test func partsOfTheLastFileAreReadWhileItIsAsItWas() throws {
        let folder = try Folder()
        let url = URL(fileURLWithPath: folder.path).appendingPathComponent("export.zip")
        try Data("abcdef".utf8).write(to: url)
        func part(_ offset: UInt64, of size: UInt64 = 6, form: String = "f") -> Model.FileRead {
            LastPicked.read(Model.FilePart(form: form, field: "file", size: size, offset: offset, length: 3))
        }
        var open = true
        LastPicked.keep(url, form: "f", field: "file") { open = false }
        #expect(part(2) == .part(Array("cde".utf8)) && open)
        #expect(part(2, form: "g") == .gone)
        #expect(part(4) == .changed && part(2, of: 7) == .changed)
        LastPicked.keep(url.appendingPathExtension("no"), form: "f", field: "file") {}
        #expect(part(2) == .gone && !open)
    }

    @Test func theWidgetIsToldAndItsButtonOpensItsPage() async throws {
        let someone = Someone(directory: nil)
        try await someone.beginInMemory()
        let widget = try await someone.asked("a widget") { phone in
            phone.widget.flatMap { $0.buttons.isEmpty ? nil : $0 }
        }
        let folder = try Folder()
        try Glance(widget).keep(in: URL(fileURLWithPath: folder.path))
        let glance = try #require(Glance(in: URL(fileURLWithPath: folder.path)))
        #expect(glance == Glance(widget))
        #expect(glance.title == "What Matters")
        let button = try #require(glance.buttons.first { $0.label == "Add a reading" })
        let link = try #require(button.link)
        let token = try #require(glance.token(in: link))
        someone.session.send(.press(Model.Action(token: token)))
        try await someone.arrive(at: "track")
    }

    @Test func aLinkThatIsNoButtonsPressesNothing() throws {
        let glance = Glance(title: "", line: nil, buttons: [.init(label: "Add", token: "{\"a\":\"b&c=d#e\"}")])
        let link = try #require(glance.buttons[0].link)
        #expect(glance.token(in: link) == glance.buttons[0].token)
        #expect(Glance.isButton(link))
        let other = try #require(Glance.Button(label: "Add", token: "erase").link)
        #expect(glance.token(in: other) == nil && Glance.isButton(other))
        for address in ["whatmatters://app#open=track", "https://care.example.org/#invitation=ABCD"] {
            let link = try #require(URL(string: address))
            #expect(!Glance.isButton(link))
        }
        #expect(Glance(in: URL(fileURLWithPath: "/nowhere")) == nil)
    }

    @Test func aNotificationsPressComesBackAndOpensItsPage() async throws {
        let folder = try Folder()
        let someone = Someone(directory: folder.path)
        try await someone.beginOnThisDevice()
        let tabs = presses(try await someone.see("Messages"))
        let track = try #require(tabs.first { $0.label == "Track" }).action
        let plan = try #require(tabs.first { $0.label == "Plan" }).action
        await someone.swipeAway()

        let action = Model.NotificationAction(label: "Write", action: plan, opens: true)
        let saying = Saying(
            Model.Notification(id: "a", purpose: .reminders, title: "T", text: "", open: track, actions: [action]))
        let again = Someone(directory: folder.path, background: true)
        // The press that started the app, then one of its button.
        let opened = try #require(Saying.pressed(Saying.open, in: saying.info))
        again.session.send(.press(opened))
        try await again.arrive(at: "track")
        #expect(saying.buttons.map(\.label) == ["Write"] && saying.buttons.map(\.opens) == [true])
        let button = try #require(Saying.pressed("0", in: saying.info))
        again.session.send(.press(button))
        try await again.arrive(at: "plan")
        #expect(Saying.pressed("swiped away", in: saying.info) == nil)
    }

    @Test func buttonsThatLookAlikeAreOfOneKind() {
        func kind(_ label: String, _ token: String, opens: Bool) -> String {
            let action = Model.NotificationAction(label: label, action: Model.Action(token: token), opens: opens)
            return Saying(
                Model.Notification(
                    id: token, purpose: .reminders, title: "T", text: token, open: Model.Action(token: token),
                    actions: [action])
            ).kind
        }
        #expect(kind("Done", "1", opens: false) == kind("Done", "2", opens: false))
        #expect(kind("Done", "1", opens: false) != kind("Done", "1", opens: true))
        #expect(kind("Done", "1", opens: false) != kind("Later", "1", opens: false))
    }

    @Test func itIsAskedWhetherItMayNotifyOnlyWhenThePersonWantsItAndInTurn() async throws {
        let server = try serverUnderTest()
        let folder = try Folder()
        let someone = Someone(directory: folder.path, server: server)
        try await someone.beginOnThisDevice()
        try await someone.createAccount("sam-who-is-told")
        try await someone.press("More")
        try await someone.press("Settings")
        let page = try await someone.see("Tell me about new messages")
        let tell = try #require(presses(page).first { $0.label == "Tell me about new messages" }).action
        // What another run may have left is taken back, and nobody is asked.
        #expect(someone.phone.said == [.arm([])])
        // The first takes its time; the second must not be answered before it.
        someone.phone.pace = [.milliseconds(300), .zero]
        someone.session.press(tell)
        someone.phone.notifying = .denied
        someone.session.press(tell)
        try await someone.see("Notifications are turned off for this app")
        #expect(someone.phone.said == [.arm([]), .ask, .ask])
    }

    @Test func theBackgroundLastsUntilAllIsSent() async throws {
        let server = try serverUnderTest()
        let folder = try Folder()
        let someone = Someone(directory: folder.path, server: server)
        try await someone.beginOnThisDevice()
        try await someone.createAccount("sam-in-the-background")
        await someone.swipeAway()
        let again = Someone(directory: folder.path, server: server, background: true)
        again.session.send(.background)
        let before = ContinuousClock.now
        await again.phone.settling.settled(again.session, within: .seconds(25))
        #expect(ContinuousClock.now - before < .seconds(15))
        #expect(again.page.map(everyWord)?.contains("Saved and sent") == true)
        // Nothing is under way: at once.
        let then = ContinuousClock.now
        await again.phone.settling.settled(again.session, within: .seconds(25))
        #expect(ContinuousClock.now - then < .seconds(5))
    }

    @Test func withAnotherKeyTheWayBackIsOfferedAndNothingIsDeleted() async throws {
        let folder = try Folder()
        let core = URL(fileURLWithPath: folder.path).appendingPathComponent("Core", isDirectory: true)
        try FileManager.default.createDirectory(at: core, withIntermediateDirectories: true)
        let someone = Someone(directory: core.path)
        try await someone.beginOnThisDevice()
        await someone.swipeAway()
        let other = Someone(directory: core.path, key: 8)
        try await other.press("Sign in again")
        try await other.see("put aside, not deleted")
        other.phone.putAside = { [unowned other] in
            let vault = Vault(folder: core, keptKey: { nil }, newKey: { Data() })
            guard (try? vault.setAside()) != nil else { return .failed }
            try? FileManager.default.createDirectory(at: core, withIntermediateDirectories: true)
            await other.session.stop()
            other.session.retry()
            return .done
        }
        try await other.press("Put it aside and start as new")
        try await other.see("Welcome to What Matters")
        // Whole: with its own key it opens.
        let before = core.deletingLastPathComponent().appendingPathComponent("Core before", isDirectory: true)
        try await Someone(directory: before.path).arrive(at: "today")
    }
}
