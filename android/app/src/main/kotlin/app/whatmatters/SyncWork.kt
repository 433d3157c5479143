package app.whatmatters

import android.content.Context
import android.os.UserManager
import androidx.work.Constraints
import androidx.work.CoroutineWorker
import androidx.work.ExistingPeriodicWorkPolicy
import androidx.work.ExistingWorkPolicy
import androidx.work.NetworkType
import androidx.work.OneTimeWorkRequest
import androidx.work.PeriodicWorkRequest
import androidx.work.WorkManager
import androidx.work.WorkerParameters
import app.whatmatters.types.Event
import java.time.Instant
import java.util.concurrent.TimeUnit
import kotlin.random.Random

private const val EVERY_HOURS = 6L

/** Lets the core sync though nobody looks. */
class SyncWork(context: Context, parameters: WorkerParameters) : CoroutineWorker(context, parameters) {
    override suspend fun doWork(): Result {
        (applicationContext as WhatMatters).meanwhile(Event.Background)
        return Result.success()
    }

    companion object {
        /** A few times a day, where there is a server; not all devices in the same minute. */
        fun plan(context: Context) {
            if (BuildConfig.SERVER.isEmpty()) return
            val work = PeriodicWorkRequest.Builder(SyncWork::class.java, EVERY_HOURS, TimeUnit.HOURS)
                .setConstraints(Constraints.Builder().setRequiredNetworkType(NetworkType.CONNECTED).build())
                .setInitialDelay(Random.nextLong(60 * EVERY_HOURS), TimeUnit.MINUTES)
                .build()
            WorkManager.getInstance(context).enqueueUniquePeriodicWork("sync", ExistingPeriodicWorkPolicy.KEEP, work)
        }

        /** Soon, with or without a network: the core also arms anew what it wants to say. */
        fun now(context: Context) = once(context, "now", ExistingWorkPolicy.KEEP, SyncWork::class.java, 0)

        /** Should an alarm not ring, or ring late: a second look after a quarter of an hour. */
        fun backstop(context: Context, alarm: Instant?) {
            if (alarm == null) return
            val minutes = TimeUnit.SECONDS.toMinutes(alarm.epochSecond - Instant.now().epochSecond) + 15
            once(context, "backstop", ExistingWorkPolicy.REPLACE, BackstopWork::class.java, minutes)
        }

        private fun once(context: Context, name: String, policy: ExistingWorkPolicy, work: Class<out CoroutineWorker>, minutes: Long) {
            // Before the device has first been unlocked there is no WorkManager.
            if (!context.service<UserManager>().isUserUnlocked) return
            val request = OneTimeWorkRequest.Builder(work).setInitialDelay(minutes, TimeUnit.MINUTES).build()
            WorkManager.getInstance(context).enqueueUniqueWork(name, policy, request)
        }
    }
}

/** Rings where an alarm should have. */
class BackstopWork(context: Context, parameters: WorkerParameters) : CoroutineWorker(context, parameters) {
    override suspend fun doWork(): Result {
        Alarms(applicationContext).ring()
        return Result.success()
    }
}
