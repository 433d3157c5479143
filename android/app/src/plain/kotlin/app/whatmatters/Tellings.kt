package app.whatmatters

import app.whatmatters.types.Notifications
import app.whatmatters.types.Telling
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.DataInputStream
import java.io.DataOutputStream
import java.time.DateTimeException
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneId

/** Later than this, what should have been said is no longer of use, though it could still be done. */
private val LATE: Duration = Duration.ofHours(1)

private const val NEVER = Long.MIN_VALUE

/** So many alarms are set at once; each sets those that follow. */
private const val FEW = 3

/** When the system should ring. */
data class Ring(val at: Instant, val exact: Boolean)

/** What is to be done now: what to say, when to ring next, and what to remember until then. */
data class Round(val say: List<Telling>, val rings: List<Ring>, val left: Tellings)

/**
 * What is to be said later, what has been said lately, and when something last was
 * (in milliseconds). Decides when; somebody else's alarm rings, and whenever it does,
 * or the device starts or its clock changes, [round] says what follows. Any number of
 * rounds say a thing once.
 */
data class Tellings(val armed: List<Telling> = emptyList(), val said: List<Telling> = emptyList(), val last: Long? = null) {
    /** What the core armed replaces all that was armed before; of one name the last counts. */
    fun replacedBy(list: List<Telling>): Tellings {
        val again = said.map(::name).toSet()
        return copy(armed = list.associateBy { it.notification.id }.values.filterNot { name(it) in again })
    }

    /** Where alarms to the minute are not [allowed], or no longer, all come within a while. */
    fun round(now: Instant, allowed: Boolean): Round {
        val moments = armed.map { it to moment(it) }.sortedBy { it.second }
        val (passed, coming) = moments.partition { (_, at) -> at <= now }
        val due = passed.filter { (one, at) -> at >= now - LATE && one.expires > now.epochSecond }.map { it.first }
        // What was to be asked several times meanwhile is asked once: they open the same.
        val say = due.associateBy { it.notification.open }.values.toList()
        val rings = coming.groupBy({ it.second }, { it.first.exact }).map { (at, exact) -> Ring(at, allowed && exact.any { it }) }
        // Remembered for as long as the core might arm it once more.
        val lately = (said + due).filter { moment(it) >= now - LATE }
        val last = if (say.isEmpty()) last else now.toEpochMilli()
        return Round(say, rings.take(FEW), Tellings(coming.map { it.first }, lately, last))
    }

    fun write(): ByteArray = ByteArrayOutputStream().also { bytes ->
        val out = DataOutputStream(bytes)
        for (list in listOf(armed, said)) Notifications.Arm(list).bincodeSerialize().let { out.writeInt(it.size); out.write(it) }
        out.writeLong(last ?: NEVER)
    }.toByteArray()

    companion object {
        /** What cannot be read was written by another version: the core will arm it anew. */
        fun read(bytes: ByteArray): Tellings = try {
            val from = DataInputStream(ByteArrayInputStream(bytes))
            fun list() = Notifications.bincodeDeserialize(ByteArray(from.readInt()).also(from::readFully)) as Notifications.Arm
            Tellings(list().value, list().value, from.readLong().takeIf { it != NEVER })
        } catch (_: Exception) {
            Tellings()
        }
    }
}

private fun name(telling: Telling) = listOf(telling.notification.id, telling.date, telling.time, telling.zone)

/**
 * The wall time in its own zone, wherever the device is now. A time that the clocks
 * leave out comes as much later; one that comes twice counts once, the first time.
 */
private fun moment(telling: Telling): Instant = try {
    LocalDate.parse(telling.date).atTime(LocalTime.parse(telling.time)).atZone(ZoneId.of(telling.zone)).toInstant()
} catch (_: DateTimeException) {
    // A zone that this device does not know yet.
    Instant.ofEpochSecond(telling.at)
}
