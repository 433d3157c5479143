// Somebody whose phone dies: logs a reading, says so, and waits to be killed.
// `diarist DIRECTORY`
import Foundation
import Person

let person = try Person(directory: CommandLine.arguments[1], server: nil)
try person.beginOnThisDevice()
try person.logReading()
print("saved")
fflush(stdout)
while true { sleep(60) }
