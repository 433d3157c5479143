package app.whatmatters

import android.app.PendingIntent
import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.util.AtomicFile
import android.view.View
import android.widget.RemoteViews
import app.whatmatters.types.Widget

private val buttons = listOf(R.id.button_1, R.id.button_2, R.id.button_3, R.id.button_4)

/** Draws what the core last said of the day, from a small file: the core does not run for it. */
class TodayWidget : AppWidgetProvider() {
    override fun onUpdate(context: Context, manager: AppWidgetManager, ids: IntArray) =
        manager.updateAppWidget(ids, views(context))

    companion object {
        fun keep(context: Context, widget: Widget) {
            file(context).replace(widget.bincodeSerialize())
            val manager = AppWidgetManager.getInstance(context) ?: return
            manager.updateAppWidget(ComponentName(context, TodayWidget::class.java), views(context))
        }

        private fun file(context: Context) = AtomicFile(context.noBackupFilesDir.resolve("widget"))

        /** Nothing before the core has said something, or where another version wrote it. */
        private fun read(context: Context): Widget? =
            runCatching { Widget.bincodeDeserialize(file(context).readFully()) }.getOrNull()

        private fun views(context: Context) = RemoteViews(context.packageName, R.layout.widget).apply {
            val widget = read(context)
            setTextViewText(R.id.title, widget?.title ?: context.getString(R.string.product))
            setTextViewText(R.id.line, widget?.line)
            setViewVisibility(R.id.line, if (widget?.line == null) View.GONE else View.VISIBLE)
            val open = Intent(context, MainActivity::class.java)
            setOnClickPendingIntent(R.id.widget, PendingIntent.getActivity(context, 0, open, PendingIntent.FLAG_IMMUTABLE))
            buttons.forEachIndexed { place, view ->
                val button = widget?.buttons?.getOrNull(place)
                setViewVisibility(view, if (button == null) View.GONE else View.VISIBLE)
                if (button == null) return@forEachIndexed
                setTextViewText(view, button.label)
                setOnClickPendingIntent(view, Presses.opening(context, button.action))
            }
        }
    }
}
