package app.whatmatters

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import app.whatmatters.shell.KeyLost
import java.io.File
import java.security.KeyStore
import java.security.SecureRandom
import java.security.UnrecoverableKeyException
import javax.crypto.BadPaddingException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

private const val STORE = "AndroidKeyStore"
private const val ALIAS = "what-matters-sealing"
private const val SEALED_BY = "AES/GCM/NoPadding"
private const val NONCE_BYTES = 12

/**
 * The 32 bytes that everything at rest is sealed with. They rest themselves,
 * sealed by a key of the Keystore that never leaves the device. Where they
 * cannot be opened, nothing is made anew: that would lose the record. A Keystore
 * that only fails, as some do for a while, has not lost anything.
 */
class SealingKey(folder: File) {
    private val file = AtomicFile(folder.resolve(FILE))

    fun open(): ByteArray = if (file.baseFile.exists()) opened(file.readFully()) else made()

    private fun opened(kept: ByteArray): ByteArray = try {
        Cipher.getInstance(SEALED_BY).run {
            val nonce = GCMParameterSpec(128, kept, 0, NONCE_BYTES)
            init(Cipher.DECRYPT_MODE, keystoreKey() ?: throw KeyLost(), nonce)
            doFinal(kept, NONCE_BYTES, kept.size - NONCE_BYTES)
        }
    } catch (lost: KeyPermanentlyInvalidatedException) {
        throw KeyLost(lost)
    } catch (lost: UnrecoverableKeyException) {
        throw KeyLost(lost)
    } catch (lost: BadPaddingException) {
        // It is not the key that sealed them.
        throw KeyLost(lost)
    }

    private fun made(): ByteArray {
        val key = ByteArray(32).also(SecureRandom()::nextBytes)
        val sealed = Cipher.getInstance(SEALED_BY).run {
            try {
                init(Cipher.ENCRYPT_MODE, keystoreKey() ?: generated())
            } catch (_: KeyPermanentlyInvalidatedException) {
                // Nothing that is kept here needs that one any more.
                init(Cipher.ENCRYPT_MODE, generated())
            }
            iv + doFinal(key)
        }
        file.replace(sealed)
        return key
    }

    private fun keystoreKey(): SecretKey? =
        KeyStore.getInstance(STORE).apply { load(null) }.getKey(ALIAS, null) as SecretKey?

    private fun generated(): SecretKey = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run {
        init(
            KeyGenParameterSpec.Builder(ALIAS, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .setKeySize(256)
                .build(),
        )
        generateKey()
    }

    companion object {
        const val FILE = "sealing-key"
    }
}
