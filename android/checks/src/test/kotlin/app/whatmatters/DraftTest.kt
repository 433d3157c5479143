package app.whatmatters

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import app.whatmatters.types.Block
import app.whatmatters.types.Field
import app.whatmatters.types.Page
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** What is being typed, while pages come. */
class DraftTest {
    private fun withName(page: Page, name: String, title: String): Page = page.copy(
        title = title,
        blocks = page.blocks.map { block ->
            if (block !is Block.Form) block else Block.Form(block.value.copy(fields = block.value.fields.map { field ->
                if (field is Field.Text && field.value.question.label == NAME) Field.Text(field.value.copy(value = name)) else field
            }))
        },
    )

    @Test
    fun `an older page does not undo what was typed, and the core's own change is taken over`() =
        Person(null, null, gallery = true).use { person ->
            val page = person.look()
            Device(page, person.desk, height = 20_000, drawn = false).use { device ->
                fun typed() = device.nodes.first { it.typable && NAME in it.said }.config.getOrNull(SemanticsProperties.EditableText)?.text
                assertEquals("Joyce", typed())
                device.type("Joyce B") { it.typable && NAME in it.said }
                person.desk.flush()
                device.show(withName(page, "Joyce", "a page from before"))
                assertEquals("Joyce B", typed())
                device.show(withName(page, "Joyce B", "its echo"))
                assertEquals("Joyce B", typed())
                device.show(withName(page, "", "emptied by the core"))
                assertEquals("", typed())
            }
        }

    private companion object {
        const val NAME = "What should we call you?"
    }
}
