package app.whatmatters

import app.whatmatters.types.Block
import app.whatmatters.types.Vocabulary
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A shell that is older than its core. */
class OlderTest {
    @Test
    fun `a block that the shell does not know is drawn as its words`() {
        Person(null, null, gallery = true, vocabulary = Vocabulary(blocks = 2u, fields = 0u)).use { person ->
            val page = person.look()
            assertEquals(setOf(Block.Heading::class.java, Block.Paragraph::class.java), page.blocks.map { it.javaClass }.toSet())
            val read = person.device.nodes.joinToString("\n") { it.said }
            assertTrue("Update the app to answer this question." in read)
            // All that was left is there to be read.
            for (block in page.blocks.filterIsInstance<Block.Paragraph>()) assertTrue(block.value.text in read, block.value.text)
        }
    }

    @Test
    fun `what it knows it still draws and fills in`() {
        Person(null, null, vocabulary = Vocabulary(blocks = 16u, fields = 2u)).use { person ->
            person.press("Use it on this device")
            person.press("Choose what to follow")
            person.see("Update the app to answer this question.")
            person.press("More")
            person.press("Diary")
            person.press("Write a note")
            person.fill("What would you like to remember?", "Slept well")
        }
    }
}
