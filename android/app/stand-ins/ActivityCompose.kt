@file:Suppress("UNUSED_PARAMETER")

package androidx.activity.compose

import androidx.activity.BackEventCompat
import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable
import kotlinx.coroutines.flow.Flow

fun ComponentActivity.setContent(content: @Composable () -> Unit) = Unit

@Composable
fun PredictiveBackHandler(enabled: Boolean = true, onBack: suspend (progress: Flow<BackEventCompat>) -> Unit) = Unit
