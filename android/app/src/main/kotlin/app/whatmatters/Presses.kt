package app.whatmatters

import android.app.Activity
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import app.whatmatters.types.Action
import app.whatmatters.types.Event

private const val SCHEME = "press"
private const val NOTIFICATION = "notification"
private const val FLAGS = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT

/**
 * Presses from outside the app. The token is the address of the intent, so that two
 * tokens are two intents. Nobody but the app itself can send it one: neither of what
 * takes them in is exported, and the activity that is never looks for a token.
 */
object Presses {
    fun opening(context: Context, action: Action): PendingIntent =
        PendingIntent.getActivity(context, 0, intent(context, PressActivity::class.java, action), FLAGS)

    fun quiet(context: Context, action: Action, notification: String): PendingIntent {
        val intent = intent(context, PressReceiver::class.java, action).putExtra(NOTIFICATION, notification)
        return PendingIntent.getBroadcast(context, 0, intent, FLAGS)
    }

    private fun intent(context: Context, to: Class<*>, action: Action) =
        Intent(context, to).setData(Uri.fromParts(SCHEME, action.token, null))
}

private val Intent.pressed: Action? get() = data?.takeIf { it.scheme == SCHEME }?.let { Action(it.schemeSpecificPart) }

/** Takes in what opens the app, and shows nothing itself. */
class PressActivity : Activity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        intent.pressed?.let((application as WhatMatters).pressed::addLast)
        startActivity(Intent(this, MainActivity::class.java))
        finish()
    }
}

/** Takes in what does not open it. */
class PressReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val action = intent.pressed ?: return
        inBackground {
            val done = (context.applicationContext as WhatMatters).meanwhile(Event.Press(action))
            // Android leaves the notification there; one whose button could not be heard stays.
            if (done) intent.getStringExtra(NOTIFICATION)?.let { Notifier(context).clear(listOf(it)) }
            // What it changed is sent with more time than a receiver has.
            SyncWork.now(context)
        }
    }
}
