// After WorkManager 2.10's documentation:
// https://developer.android.com/reference/androidx/work/package-summary
@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.work

import android.content.Context
import java.util.concurrent.TimeUnit

class WorkerParameters

class Configuration {
    class Builder {
        fun build(): Configuration = TODO()
    }

    interface Provider {
        val workManagerConfiguration: Configuration
    }
}

abstract class ListenableWorker(context: Context, parameters: WorkerParameters) {
    val applicationContext: Context = TODO()

    abstract class Result {
        companion object {
            @JvmStatic
            fun success(): Result = TODO()
        }
    }
}

abstract class CoroutineWorker(context: Context, parameters: WorkerParameters) : ListenableWorker(context, parameters) {
    abstract suspend fun doWork(): Result
}

enum class NetworkType { CONNECTED }

class Constraints {
    class Builder {
        fun setRequiredNetworkType(type: NetworkType): Builder = TODO()

        fun build(): Constraints = TODO()
    }
}

abstract class WorkRequest {
    abstract class Builder<B : Builder<B, W>, W : WorkRequest> {
        fun setConstraints(constraints: Constraints): B = TODO()

        fun setInitialDelay(duration: Long, unit: TimeUnit): B = TODO()

        fun build(): W = TODO()
    }
}

class OneTimeWorkRequest : WorkRequest() {
    class Builder(worker: Class<out ListenableWorker>) : WorkRequest.Builder<Builder, OneTimeWorkRequest>()
}

class PeriodicWorkRequest : WorkRequest() {
    class Builder(worker: Class<out ListenableWorker>, every: Long, unit: TimeUnit) :
        WorkRequest.Builder<Builder, PeriodicWorkRequest>()
}

enum class ExistingWorkPolicy { KEEP, REPLACE }

enum class ExistingPeriodicWorkPolicy { KEEP }

abstract class WorkManager {
    abstract fun enqueueUniqueWork(name: String, policy: ExistingWorkPolicy, request: OneTimeWorkRequest): Any

    abstract fun enqueueUniquePeriodicWork(name: String, policy: ExistingPeriodicWorkPolicy, request: PeriodicWorkRequest): Any

    companion object {
        @JvmStatic
        fun getInstance(context: Context): WorkManager = TODO()
    }
}
