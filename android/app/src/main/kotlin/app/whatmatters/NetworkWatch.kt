package app.whatmatters

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network

/** Tells when a network comes or goes, while the app is at the front. */
class NetworkWatch(context: Context, private val tell: (Boolean) -> Unit) {
    private val manager: ConnectivityManager? = context.getSystemService(ConnectivityManager::class.java)
    private val callback = object : ConnectivityManager.NetworkCallback() {
        override fun onAvailable(network: Network) = tell(true)

        override fun onLost(network: Network) = tell(false)
    }

    fun start() {
        manager?.registerDefaultNetworkCallback(callback)
    }

    fun stop() {
        manager?.unregisterNetworkCallback(callback)
    }
}
