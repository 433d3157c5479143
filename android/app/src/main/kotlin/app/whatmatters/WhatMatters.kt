package app.whatmatters

import android.app.Application
import app.whatmatters.core.CoreConfig
import app.whatmatters.shell.Core
import app.whatmatters.types.Launch

/** One process, one core: it lives as long as the process, whatever becomes of the screens. */
class WhatMatters : Application() {
    private var core: Core? = null

    /** The running core; started with what is known at the first asking. Main thread only. */
    fun core(launch: () -> Launch): Core =
        core ?: Core(::config, launch(), SharedFiles(this)::offer).also { core = it }

    private fun config() = CoreConfig(
        directory = noBackupFilesDir.resolve("core").apply { mkdirs() }.path,
        key = SealingKey(noBackupFilesDir).open(),
        server = BuildConfig.SERVER.ifEmpty { null },
    )
}
