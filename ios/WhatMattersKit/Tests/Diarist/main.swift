// Somebody whose phone dies: logs a reading, says so, and waits to be killed.
// `Diarist DIRECTORY`
import Foundation
import Someone

let someone = Someone(directory: CommandLine.arguments[1])
try await someone.beginOnThisDevice()
try await someone.logReading()
FileHandle.standardOutput.write(Data("saved\n".utf8))
try await Task.sleep(for: .seconds(60))
