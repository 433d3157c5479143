// Somebody whose phone dies: writes something, says so, and waits to be killed.
// `diarist DIRECTORY`
import Foundation
import Person

let person = try Person(directory: CommandLine.arguments[1], server: nil)
try person.see("Welcome to What Matters")
print("saved")
fflush(stdout)
while true { sleep(60) }
