package app.whatmatters

import app.whatmatters.types.Action
import app.whatmatters.types.Notification
import app.whatmatters.types.NotificationAction
import app.whatmatters.types.Purpose
import app.whatmatters.types.Telling
import java.time.Instant
import java.util.TimeZone
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** When what is armed is said: zones, clocks that jump, phones that were off. */
class TellingsTest {
    private fun telling(
        id: String,
        date: String,
        time: String,
        zone: String = "Europe/London",
        at: String = "2000-01-01T00:00:00Z",
        exact: Boolean = false,
        expires: String = "2100-01-01T00:00:00Z",
        opens: String = id,
    ): Telling {
        val done = NotificationAction("Done", Action("done $id"), opens = false)
        val notification = Notification(id, Purpose.REMINDERS, "What Matters", "A reminder", Action("open $opens"), listOf(done))
        return Telling(notification, date, time, zone, Instant.parse(at).epochSecond, Instant.parse(expires).epochSecond, exact)
    }

    private fun armed(vararg list: Telling) = Tellings().replacedBy(list.toList())
    private fun Tellings.at(now: String, allowed: Boolean = true) = round(Instant.parse(now), allowed)
    private fun Tellings.rings(now: String) = at(now).rings.map { it.at.toString() }
    private fun Tellings.said(now: String) = at(now).said
    private val Round.said get() = say.map { it.notification.id }

    @Test
    fun `each rings by the clock of its own zone, and a phone that flies to another moves nothing`() {
        val here = TimeZone.getDefault()
        val both = armed(telling("pill", "2026-11-30", "08:00"), telling("call", "2026-11-30", "18:00", zone = "Asia/Tokyo"))
        try {
            for (zone in listOf("Europe/London", "Asia/Tokyo", "America/New_York")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone))
                assertEquals(listOf("2026-11-30T08:00:00Z", "2026-11-30T09:00:00Z"), both.rings("2026-11-29T12:00:00Z"), zone)
            }
        } finally {
            TimeZone.setDefault(here)
        }
    }

    @Test
    fun `of two times within the hour a phone that was off says the one that can still be done`() {
        val expires = "2026-11-30T08:25:00Z"
        val two = armed(telling("8:00", "2026-11-30", "08:00", expires = expires), telling("8:25", "2026-11-30", "08:25"))
        assertEquals(listOf("8:00"), two.said("2026-11-30T08:24:59Z"))
        assertEquals(listOf("8:25"), two.said(expires))
        val round = two.at("2026-11-30T08:30:00Z")
        assertEquals(listOf("8:25"), round.said)
        assertEquals(emptyList<Telling>(), round.left.armed)
    }

    @Test
    fun `what would have been asked several times while the phone was off is asked once`() {
        val again = (0..2).map { telling("pill again $it", "2026-11-30", "08:${it}0", opens = "pill") }
        val list = armed(*again.toTypedArray(), telling("call", "2026-11-30", "08:05"))
        val round = list.at("2026-11-30T08:30:00Z")
        assertEquals(setOf("pill again 2", "call"), round.said.toSet())
        assertEquals(emptyList<String>(), round.left.replacedBy(again).said("2026-11-30T08:31:00Z"))
    }

    @Test
    fun `when something last came is remembered, by its moment and beyond the list`() {
        val list = armed(telling("pill", "2026-11-30", "08:00"))
        assertEquals(null, list.at("2026-11-29T08:00:00Z").left.last)
        val left = list.at("2026-11-30T08:09:00Z").left
        assertEquals(Instant.parse("2026-11-30T08:09:00Z").toEpochMilli(), left.last)
        assertEquals(left.last, Tellings.read(left.write()).at("2026-12-24T08:00:00Z").left.replacedBy(emptyList()).last)
        assertEquals(null, Tellings.read(list.write()).last)
    }

    @Test
    fun `a time that the clocks leave out comes as much later, and one that comes twice once`() {
        val gap = armed(telling("gap", "2027-03-28", "01:30"))
        assertEquals(listOf("2027-03-28T01:30:00Z"), gap.rings("2027-03-27T12:00:00Z"))
        val twice = armed(telling("twice", "2027-10-31", "01:30"))
        assertEquals(listOf("2027-10-31T00:30:00Z"), twice.rings("2027-10-30T12:00:00Z"))
        val after = twice.at("2027-10-31T00:30:00Z")
        assertEquals(listOf("twice"), after.said)
        assertEquals(emptyList<String>(), after.left.said("2027-10-31T01:30:00Z"))
    }

    @Test
    fun `a zone that the device does not know is taken as the moment that the core worked out`() {
        val unknown = armed(telling("far", "2026-11-30", "08:00", zone = "Mars/Olympus", at = "2026-11-30T09:15:00Z"))
        assertEquals(listOf("2026-11-30T09:15:00Z"), unknown.rings("2026-11-29T12:00:00Z"))
        val nonsense = armed(telling("odd", "30 November", "8 am", at = "2026-11-30T09:15:00Z"))
        assertEquals(listOf("2026-11-30T09:15:00Z"), nonsense.rings("2026-11-29T12:00:00Z"))
    }

    @Test
    fun `what was missed within the hour is said late, and before that not at all`() {
        val list = armed(telling("early", "2026-11-30", "07:59"), telling("late", "2026-11-30", "08:00"), telling("next", "2026-11-30", "09:01"))
        val round = list.at("2026-11-30T09:00:00Z")
        assertEquals(listOf("late"), round.said)
        assertEquals(listOf("next"), round.left.armed.map { it.notification.id })
        assertEquals(listOf("2026-11-30T09:01:00Z"), round.rings.map { it.at.toString() })
    }

    @Test
    fun `only the next few ring, and each sets those that follow`() {
        val days = (1..9).map { telling("day $it", "2026-12-0$it", "08:00") }
        var list = armed(*days.toTypedArray())
        assertEquals((1..3).map { "2026-12-0${it}T08:00:00Z" }, list.rings("2026-11-30T12:00:00Z"))
        for (day in 1..9) {
            val round = list.at("2026-12-0${day}T08:00:03Z")
            assertEquals(listOf("day $day"), round.said)
            assertEquals((day + 1..minOf(day + 3, 9)).map { "2026-12-0${it}T08:00:00Z" }, round.rings.map { it.at.toString() })
            list = round.left
        }
        assertEquals(emptyList<Telling>(), list.armed)
    }

    @Test
    fun `what is due at one moment rings once, to the minute if one of it asks`() {
        val list = armed(telling("a", "2026-12-01", "08:00"), telling("b", "2026-12-01", "08:00", exact = true), telling("c", "2026-12-01", "08:10"))
        val rings = listOf(Ring(Instant.parse("2026-12-01T08:00:00Z"), true), Ring(Instant.parse("2026-12-01T08:10:00Z"), false))
        assertEquals(rings, list.at("2026-11-30T12:00:00Z").rings)
        assertEquals(listOf("a", "b"), list.said("2026-12-01T08:00:00Z"))
    }

    @Test
    fun `without leave for the minute they come within a while, and to the minute once it is given`() {
        val list = armed(telling("pill", "2026-12-01", "08:00", exact = true))
        val without = list.at("2026-11-30T12:00:00Z", allowed = false)
        assertEquals(listOf(Ring(Instant.parse("2026-12-01T08:00:00Z"), false)), without.rings)
        // Android says when that changes, and the next round is made of what is left.
        assertEquals(listOf(true), without.left.at("2026-11-30T12:00:05Z").rings.map { it.exact })
        assertEquals(listOf("pill"), without.left.at("2026-12-01T08:09:00Z", allowed = false).said)
    }

    @Test
    fun `a new list replaces the one before, and of one name the last counts`() {
        val before = armed(telling("old", "2026-12-01", "08:00"))
        val after = before.replacedBy(listOf(telling("pill", "2026-12-01", "09:00"), telling("pill", "2026-12-01", "10:00")))
        assertEquals(listOf("2026-12-01T10:00:00Z"), after.rings("2026-11-30T12:00:00Z"))
    }

    @Test
    fun `what has been said is not said again, though it is armed anew or the clock goes back`() {
        val pill = telling("pill", "2026-12-01", "08:00")
        val left = armed(pill).at("2026-12-01T08:00:00Z").left
        assertEquals(emptyList<String>(), left.replacedBy(listOf(pill)).said("2026-12-01T08:05:00Z"))
        assertEquals(emptyList<String>(), left.replacedBy(listOf(pill)).at("2026-12-01T07:00:00Z").left.said("2026-12-01T08:00:00Z"))
        // Tomorrow's of the same name is another.
        val tomorrow = left.replacedBy(listOf(telling("pill", "2026-12-02", "08:00")))
        assertEquals(listOf("pill"), tomorrow.said("2026-12-02T08:00:00Z"))
        // And it is forgotten when nobody could arm it any more.
        assertEquals(emptyList<Telling>(), left.at("2026-12-01T09:00:01Z").left.said)
    }

    @Test
    fun `it is kept whole, and what cannot be read is nothing`() {
        val list = armed(telling("pill", "2026-12-01", "08:00"), telling("call", "2026-12-02", "09:00", zone = "Asia/Tokyo", exact = true))
        val round = list.at("2026-12-01T08:00:00Z")
        assertEquals(round.left, Tellings.read(round.left.write()))
        assertEquals(Tellings(), Tellings.read(ByteArray(0)))
        assertEquals(Tellings(), Tellings.read(round.left.write().copyOf(40)))
        assertEquals(Tellings(), Tellings.read(ByteArray(64) { -1 }))
    }
}
