// Somebody whose phone dies: logs a reading, says so, and waits to be killed.
package app.whatmatters

import java.nio.file.Path

fun main(arguments: Array<String>) {
    val person = Person(Path.of(arguments[0]), server = null)
    person.beginOnThisDevice()
    person.logReading()
    println("saved")
    Thread.sleep(Long.MAX_VALUE)
}

/** A diarist in a process of their own, killed as soon as they have saved. */
fun killedDiarist(directory: Path) {
    val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
    val process = ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djna.library.path=${System.getProperty("jna.library.path")}",
        "-cp", classes, "app.whatmatters.DiaristKt", directory.toString(),
    ).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    val said = process.inputReader().readLine()
    process.destroyForcibly().waitFor()
    check(said == "saved") { "the diarist said $said" }
}
