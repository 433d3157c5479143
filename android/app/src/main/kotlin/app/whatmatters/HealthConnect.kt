package app.whatmatters

import android.content.Context
import android.content.pm.PackageManager
import android.health.connect.HealthConnectException
import android.health.connect.HealthConnectManager
import android.health.connect.HealthPermissions
import android.health.connect.ReadRecordsRequestUsingFilters
import android.health.connect.ReadRecordsResponse
import android.health.connect.TimeInstantRangeFilter
import android.health.connect.datatypes.BloodGlucoseRecord
import android.health.connect.datatypes.BloodPressureRecord
import android.health.connect.datatypes.BodyTemperatureRecord
import android.health.connect.datatypes.InstantRecord
import android.health.connect.datatypes.OxygenSaturationRecord
import android.health.connect.datatypes.WeightRecord
import android.os.Build
import android.os.OutcomeReceiver
import androidx.annotation.RequiresApi
import app.whatmatters.types.HealthAnswer
import app.whatmatters.types.HealthMeasure
import app.whatmatters.types.HealthQuery
import app.whatmatters.types.HealthReading
import java.time.Instant
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asExecutor
import kotlinx.coroutines.suspendCancellableCoroutine

/** The most that Health Connect gives in one answer, and what it says when there is no other. */
private const val A_PAGE = 5000L
private const val LAST_PAGE = -1L

/** Reads Health Connect, from Android 14 on. It says no zone, only how far from UTC a clock was. */
@RequiresApi(Build.VERSION_CODES.UPSIDE_DOWN_CAKE)
class HealthConnect(private val context: Context, private val manager: HealthConnectManager) : HealthStore {
    override fun permissions(measures: List<HealthMeasure>): Array<String> =
        measures.mapNotNull(::permission).filterNot(::allowed).distinct().toTypedArray()

    override suspend fun read(query: HealthQuery): HealthAnswer {
        val open = query.measures.filter { measure -> permission(measure)?.let(::allowed) == true }
        return if (open.isEmpty()) HealthAnswer.Denied else HealthAnswer.Readings(open.flatMap { read(it, query) })
    }

    private suspend fun read(measure: HealthMeasure, query: HealthQuery): List<HealthReading> = when (measure) {
        HealthMeasure.GLUCOSE -> records<BloodGlucoseRecord>(query).map { it.told(measure, it.level.inMillimolesPerLiter) }
        HealthMeasure.BLOODPRESSURE -> records<BloodPressureRecord>(query).map {
            it.told(measure, it.systolic.inMillimetersOfMercury, it.diastolic.inMillimetersOfMercury)
        }
        HealthMeasure.WEIGHT -> records<WeightRecord>(query).map { it.told(measure, it.weight.inGrams / 1000) }
        HealthMeasure.OXYGEN -> records<OxygenSaturationRecord>(query).map { it.told(measure, it.percentage.value) }
        HealthMeasure.TEMPERATURE -> records<BodyTemperatureRecord>(query).map { it.told(measure, it.temperature.inCelsius) }
        HealthMeasure.PEAKFLOW -> emptyList()
    }

    private fun InstantRecord.told(measure: HealthMeasure, value: Double, second: Double? = null) =
        HealthReading(measure, value, second, time.epochSecond, zone = null)

    /** The newest, as many as are asked for, page after page. */
    private suspend inline fun <reified T : InstantRecord> records(query: HealthQuery): List<T> {
        val most = query.most.toInt()
        val found = ArrayList<T>()
        var token = LAST_PAGE
        do {
            val page = page<T>(query, token, (most - found.size).toLong())
            found += page.records
            token = page.nextPageToken
        } while (token != LAST_PAGE && page.records.isNotEmpty() && found.size < most)
        return found
    }

    private suspend inline fun <reified T : InstantRecord> page(query: HealthQuery, token: Long, most: Long): ReadRecordsResponse<T> {
        val time = TimeInstantRangeFilter.Builder().setStartTime(Instant.ofEpochSecond(query.from))
        query.until?.let { time.setEndTime(Instant.ofEpochSecond(it)) }
        val asked = ReadRecordsRequestUsingFilters.Builder(T::class.java)
            .setTimeRangeFilter(time.build())
            .setPageSize(most.coerceIn(1, A_PAGE).toInt())
        // The order is the first page's; to say it again is refused.
        val request = (if (token == LAST_PAGE) asked.setAscending(false) else asked.setPageToken(token)).build()
        return suspendCancellableCoroutine { waiting ->
            val receiver = object : OutcomeReceiver<ReadRecordsResponse<T>, HealthConnectException> {
                override fun onResult(result: ReadRecordsResponse<T>) = waiting.resume(result)

                override fun onError(error: HealthConnectException) = waiting.resumeWithException(error)
            }
            manager.readRecords(request, Dispatchers.IO.asExecutor(), receiver)
        }
    }

    private fun allowed(permission: String) = context.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED

    private fun permission(measure: HealthMeasure): String? = when (measure) {
        HealthMeasure.GLUCOSE -> HealthPermissions.READ_BLOOD_GLUCOSE
        HealthMeasure.BLOODPRESSURE -> HealthPermissions.READ_BLOOD_PRESSURE
        HealthMeasure.WEIGHT -> HealthPermissions.READ_WEIGHT
        HealthMeasure.OXYGEN -> HealthPermissions.READ_OXYGEN_SATURATION
        HealthMeasure.TEMPERATURE -> HealthPermissions.READ_BODY_TEMPERATURE
        HealthMeasure.PEAKFLOW -> null
    }
}
