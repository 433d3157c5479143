package app.whatmatters

import android.app.KeyguardManager
import android.app.NotificationManager
import android.content.Context
import android.content.pm.PackageManager
import app.whatmatters.types.Abilities
import app.whatmatters.types.KNOWN
import app.whatmatters.types.Launch
import app.whatmatters.types.Platform

/** What the core is told when it starts. */
fun Context.launch(background: Boolean, link: String? = null, place: String? = null, gallery: Boolean = false) = Launch(
    languages = resources.configuration.locales.let { locales -> List(locales.size()) { locales[it].toLanguageTag() } },
    platform = Platform.ANDROID,
    link = link,
    abilities = abilities(),
    background = background,
    place = place,
    gallery = gallery,
    vocabulary = KNOWN,
)

private fun Context.abilities() = Abilities(
    unlock = hasLock,
    notifications = getSystemService(NotificationManager::class.java) != null,
    widget = packageManager.hasSystemFeature(PackageManager.FEATURE_APP_WIDGETS),
    health = healthStore() != null,
    // Before Android 12 without being asked.
    exact = true,
    aside = true,
)

/** Whether the device has a lock, which an app may then ask for. */
val Context.hasLock: Boolean get() = getSystemService(KeyguardManager::class.java)?.isDeviceSecure == true

/** A part of the system that every device has. */
inline fun <reified T : Any> Context.service(): T = checkNotNull(getSystemService(T::class.java))
