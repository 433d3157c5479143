package app.whatmatters

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import app.whatmatters.types.Page
import app.whatmatters.ui.Desk
import app.whatmatters.ui.PageView
import app.whatmatters.ui.WhatMattersTheme
import java.io.File

/** The type that the app brings along. */
val atkinson = FontFamily(
    Font(File("../app/src/main/res/font/atkinson_regular.ttf"), FontWeight.Normal),
    Font(File("../app/src/main/res/font/atkinson_bold.ttf"), FontWeight.Bold),
)

val pictures = File("../target/pictures").also { it.mkdirs() }

/** A device that shows pages: they are drawn, read as a screen reader does, and pressed as a finger does. */
class Device(
    page: Page,
    desk: Desk,
    private val mode: Mode = Mode.LIGHT,
    private val width: Int = 390,
    private val height: Int = 844,
    drawn: Boolean = true,
) : AutoCloseable {
    private var page: Page by mutableStateOf(mode.of(page))
    private val scene = Scene(width, height, mode.fontScale, drawn) {
        WhatMattersTheme(this.page.look, atkinson) { PageView(this.page, desk) }
    }
    val nodes: List<SemanticsNode> get() = scene.nodes
    val leaves: List<SemanticsNode> get() = scene.leaves

    init {
        settle()
    }

    fun show(next: Page, frames: Int = 4) {
        page = mode.of(next)
        settle(frames)
    }

    fun settle(frames: Int = 4) = scene.frames(frames)

    /** Presses in the middle of it, where a finger would; scrolls to it first. */
    fun press(find: (SemanticsNode) -> Boolean) = scene.touch(reach(find))

    fun type(text: String, find: (SemanticsNode) -> Boolean) {
        nodes.last(find).config[SemanticsActions.SetText].action!!.invoke(AnnotatedString(text))
        settle(2)
    }

    /** The middle of it, once it stands on the screen. */
    fun reach(find: (SemanticsNode) -> Boolean): Offset {
        repeat(10) {
            val node = nodes.last(find)
            val middle = Offset(node.positionInRoot.x + node.size.width / 2f, node.positionInRoot.y + node.size.height / 2f)
            // What is whole on the screen is neither under the tabs nor scrolled away.
            if (node.boundsInRoot.contains(middle)) return middle
            val scroll = nodes.first { SemanticsActions.ScrollBy in it.config && it.size.width > width }
            scroll.config[SemanticsActions.ScrollBy].action!!.invoke(0f, middle.y - height * DENSITY / 2f)
            settle(60)
        }
        throw AssertionError("it cannot be scrolled to")
    }

    /** Whether all of it stands on the screen as it is scrolled. */
    fun shows(find: (SemanticsNode) -> Boolean): Boolean =
        nodes.last(find).let { it.boundsInRoot.height >= it.size.height - 1 }

    fun picture(name: String) = scene.save(pictures.resolve("$name-${mode.title}.png"))

    override fun close() = scene.close()
}

/** What a screen reader says of a node, before its role and state. */
val SemanticsNode.said: String
    get() {
        val described = config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
        val written = config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
        val typed = config.getOrNull(SemanticsProperties.EditableText)?.text
        return (described + written + listOfNotNull(typed)).joinToString("\n")
    }

val SemanticsNode.pressable: Boolean get() = SemanticsActions.OnClick in config
val SemanticsNode.typable: Boolean get() = SemanticsActions.SetText in config
