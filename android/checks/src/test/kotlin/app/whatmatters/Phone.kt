package app.whatmatters

import app.whatmatters.shell.PlatformPort
import app.whatmatters.types.FilePart
import app.whatmatters.types.FileRead
import app.whatmatters.types.Handed
import app.whatmatters.types.HealthAnswer
import app.whatmatters.types.HealthQuery
import app.whatmatters.types.Notifications
import app.whatmatters.types.Notified
import app.whatmatters.types.Notifying
import app.whatmatters.types.OutgoingFile
import app.whatmatters.types.PutAside
import app.whatmatters.types.Unlocked
import app.whatmatters.types.Unlocking
import app.whatmatters.types.Widget
import java.util.concurrent.CopyOnWriteArrayList

/** What belongs to a phone: it does as it is told and remembers it. */
class Phone : PlatformPort {
    val files = CopyOnWriteArrayList<OutgoingFile>()
    val unlocks = CopyOnWriteArrayList<Unlocking>()
    val notifications = CopyOnWriteArrayList<Notifications>()
    val widgets = CopyOnWriteArrayList<Widget>()

    /** Whether who holds it can show that it is theirs. */
    @Volatile
    var proves = Unlocked.PROVED

    /** Whether its alarms may come to the minute: whoever is asked allows it. */
    @Volatile
    var exact = false

    /** Whether its share sheet fails. */
    @Volatile
    var broken = false

    override suspend fun handOver(file: OutgoingFile): Handed {
        check(!broken) { "there is nothing to hand it to" }
        files += file
        return Handed.SAVED
    }

    override suspend fun unlock(asking: Unlocking): Unlocked {
        unlocks += asking
        return proves
    }

    override suspend fun notifications(asked: Notifications): Notified {
        notifications += asked
        if (asked is Notifications.AskExact) exact = true
        return Notified(Notifying.ALLOWED, exact)
    }

    override suspend fun widget(widget: Widget) {
        widgets += widget
    }

    /** What the person wants put aside is. */
    var putAside: () -> PutAside = { PutAside.FAILED }

    override suspend fun setAside(): PutAside = putAside()

    override suspend fun readFile(part: FilePart): FileRead = FileRead.Gone

    override suspend fun health(query: HealthQuery): HealthAnswer = HealthAnswer.Unavailable
}
