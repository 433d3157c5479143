@file:OptIn(InternalComposeUiApi::class, ExperimentalComposeUiApi::class)

package app.whatmatters

import androidx.compose.runtime.Composable
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.InternalComposeUiApi
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.asComposeCanvas
import androidx.compose.ui.input.InputMode
import androidx.compose.ui.input.InputModeManager
import androidx.compose.ui.input.pointer.PointerButtons
import androidx.compose.ui.input.pointer.PointerId
import androidx.compose.ui.input.pointer.PointerEventType
import androidx.compose.ui.input.pointer.PointerType
import androidx.compose.ui.platform.PlatformContext
import androidx.compose.ui.scene.CanvasLayersComposeScene
import androidx.compose.ui.scene.ComposeScenePointer
import androidx.compose.ui.scene.ComposeSceneContext
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsOwner
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.IntSize
import java.io.File
import org.jetbrains.skia.Color
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Surface

private object Touched : InputModeManager {
    override val inputMode = InputMode.Touch
    override fun requestInputMode(inputMode: InputMode) = inputMode == InputMode.Touch
}

/** The pixels of one dp. */
const val DENSITY = 2
private const val FRAME_NANOS = 16_666_667L

/**
 * A screen without a window, `width` and `height` in dp. Compose has such a scene
 * of its own (`ImageComposeScene`), which does not say what a screen reader finds.
 */
class Scene(width: Int, height: Int, fontScale: Float, private val drawn: Boolean = true, content: @Composable () -> Unit) : AutoCloseable {
    private val owners = LinkedHashSet<SemanticsOwner>()
    private val listener = object : PlatformContext.SemanticsOwnerListener {
        override fun onSemanticsOwnerAppended(semanticsOwner: SemanticsOwner) { owners += semanticsOwner }
        override fun onSemanticsOwnerRemoved(semanticsOwner: SemanticsOwner) { owners -= semanticsOwner }
        override fun onSemanticsChange(semanticsOwner: SemanticsOwner) = Unit
        override fun onLayoutChange(semanticsOwner: SemanticsOwner, semanticsNodeId: Int) = Unit
    }
    private val platform = object : PlatformContext by PlatformContext.Empty {
        override val semanticsOwnerListener = listener

        // As on a phone, where a finger's press leaves no focus behind.
        override val inputModeManager = Touched
    }
    private val scene = CanvasLayersComposeScene(
        density = Density(DENSITY.toFloat(), fontScale),
        size = IntSize(width * DENSITY, height * DENSITY),
        composeSceneContext = object : ComposeSceneContext {
            override val platformContext = platform
        },
    ).apply { setContent(content) }
    private var surface = paper(width * DENSITY, height * DENSITY)
    private var time = 0L

    /** What a screen reader can reach, in its order; of dialogs, what lies on top last. */
    val nodes: List<SemanticsNode> get() = owners.flatMap { walk(it.rootSemanticsNode) }

    /** The same, each word by itself. */
    val leaves: List<SemanticsNode> get() = owners.flatMap { walk(it.unmergedRootSemanticsNode) }

    private fun walk(node: SemanticsNode): List<SemanticsNode> = listOf(node) + node.children.flatMap(::walk)

    /** Lets time pass, and what moves move. */
    fun frames(count: Int) = repeat(count) {
        surface.canvas.clear(Color.TRANSPARENT)
        scene.render(surface.canvas.asComposeCanvas(), time)
        time += FRAME_NANOS
    }

    /** From now on as high as what it shows. */
    fun fit(width: Int) {
        val height = scene.calculateContentSize().height
        scene.size = IntSize(width * DENSITY, height)
        surface.close()
        surface = paper(width * DENSITY, height)
    }

    /** What is only read needs no room to draw on. */
    private fun paper(width: Int, height: Int) =
        if (drawn) Surface.makeRasterN32Premul(width, height) else Surface.makeRasterN32Premul(1, 1)

    fun touch(place: Offset) {
        finger(PointerEventType.Press, place, true)
        frames(1)
        finger(PointerEventType.Release, place, false)
        frames(2)
    }

    private fun finger(type: PointerEventType, place: Offset, down: Boolean) = scene.sendPointerEvent(
        type,
        listOf(ComposeScenePointer(PointerId(1), place, down, PointerType.Touch)),
        PointerButtons(),
        timeMillis = time / 1_000_000,
    )

    fun save(file: File) {
        frames(2)
        file.writeBytes(surface.makeImageSnapshot().encodeToData(EncodedImageFormat.PNG)!!.bytes)
    }

    override fun close() {
        scene.close()
        surface.close()
    }
}
