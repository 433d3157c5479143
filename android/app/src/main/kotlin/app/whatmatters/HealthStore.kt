package app.whatmatters

import android.content.Context
import android.health.connect.HealthConnectManager
import android.os.Build
import app.whatmatters.types.HealthAnswer
import app.whatmatters.types.HealthMeasure
import app.whatmatters.types.HealthQuery

/** Where the phone keeps what has been measured. */
interface HealthStore {
    /** What the person has not yet allowed of it. */
    fun permissions(measures: List<HealthMeasure>): Array<String>

    suspend fun read(query: HealthQuery): HealthAnswer
}

/** Health Connect where it is a part of Android; earlier it was an app, which is not asked. */
fun Context.healthStore(): HealthStore? {
    if (Build.VERSION.SDK_INT < Build.VERSION_CODES.UPSIDE_DOWN_CAKE) return null
    return getSystemService(HealthConnectManager::class.java)?.let { HealthConnect(this, it) }
}
