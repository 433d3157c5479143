@file:Suppress("UNUSED_PARAMETER")

package androidx.compose.ui.text.font

fun Font(resId: Int, weight: FontWeight): Font = TODO()
