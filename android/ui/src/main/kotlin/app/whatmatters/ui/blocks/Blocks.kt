package app.whatmatters.ui

import androidx.compose.foundation.layout.*
import androidx.compose.runtime.*
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.*
import app.whatmatters.types.Block

/** All blocks of a page, in order, with the room between them. */
@Composable
fun Blocks(blocks: List<Block>) = Column {
    blocks.forEachIndexed { at, block ->
        // A form keeps what is being typed while other blocks come and go around it.
        key(if (block is Block.Form) "form:${block.value.id}" else "${block::class.simpleName}:$at") {
            Column(Modifier.padding(top = above(block, blocks.getOrNull(at - 1)))) { BlockView(block) }
        }
    }
}

private fun above(block: Block, before: Block?): Dp = when {
    before == null -> 0.dp
    before is Block.Heading -> 12.dp
    block is Block.Heading -> 32.dp
    block is Block.Chart -> 28.dp
    else -> 16.dp
}

/** One block. Without `else`: a block that has no view does not compile. */
@Composable
fun BlockView(block: Block): Unit = when (block) {
    is Block.Heading -> HeadingBlock(block.value)
    is Block.Paragraph -> ParagraphBlock(block.value)
    is Block.Inset -> InsetBlock(block.value)
    is Block.CareCard -> CareCardBlock(block.value)
    is Block.DoDont -> DoDontBlock(block.value)
    is Block.SummaryList -> SummaryListBlock(block.value)
    is Block.TaskList -> TaskListBlock(block.value)
    is Block.Cards -> CardsBlock(block.value)
    is Block.Table -> TableBlock(block.value)
    is Block.Chart -> ChartBlock(block.value)
    is Block.Meter -> MeterBlock(block.value)
    is Block.Timeline -> TimelineBlock(block.value)
    is Block.Thread -> ThreadBlock(block.value)
    is Block.OptionsGrid -> OptionsGridBlock(block.value)
    is Block.Form -> FormBlock(block.value)
    is Block.Buttons -> ButtonsBlock(block.value)
    is Block.Details -> DetailsBlock(block.value)
    is Block.Picture -> PictureBlock(block.value)
    is Block.EmptyState -> EmptyStateBlock(block.value)
    is Block.Media -> MediaBlock(block.value)
}
