package app.whatmatters

import app.whatmatters.core.Core
import app.whatmatters.core.CoreConfig
import app.whatmatters.core.CoreException
import app.whatmatters.core.CoreShell
import app.whatmatters.types.PlatformOutput
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class DayTest {
    private val quiet = object : CoreShell {
        override fun requests(requests: ByteArray) = Unit
    }

    private val server: String = System.getenv("WHAT_MATTERS_SERVER")
        ?: throw AssertionError("WHAT_MATTERS_SERVER is not set: run this through scripts/with-server")

    @Test
    fun `a fault comes back as a value and the core goes on`() {
        assertThrows(CoreException.BadKey::class.java) { Core(CoreConfig(null, ByteArray(31), null), quiet) }
        assertThrows(CoreException.BadServer::class.java) {
            Core(CoreConfig(null, ByteArray(32), "http://care.example.org"), quiet)
        }
        Person(directory = null, server = null).use { person ->
            assertThrows(CoreException.Unreadable::class.java) { person.core.update(ByteArray(7) { -1 }) }
            assertThrows(CoreException.UnknownRequest::class.java) {
                person.core.resolve(99u, PlatformOutput.Widget.bincodeSerialize())
            }
            person.see("Welcome to What Matters")
        }
    }

    @Test
    fun `a reading survives the killed core, and reaches the other device`(
        @TempDir phone: Path,
        @TempDir tablet: Path,
    ) {
        killedDiarist(phone)
        Person(phone, server).use { person ->
            person.seeReading()
            person.createAccount("sam-by-kotlin")
        }
        Person(tablet, server).use { person ->
            person.signIn("sam-by-kotlin")
            person.seeReading()
        }
    }
}
