package app.whatmatters

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import java.io.File
import java.security.KeyStore
import java.security.SecureRandom
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
 * cannot be opened, nothing is made anew: that would lose the record.
 */
class SealingKey(folder: File) {
    private val file = AtomicFile(folder.resolve("sealing-key"))

    fun open(): ByteArray = if (file.baseFile.exists()) opened(file.readFully()) else made()

    private fun opened(kept: ByteArray): ByteArray = Cipher.getInstance(SEALED_BY).run {
        val nonce = GCMParameterSpec(128, kept, 0, NONCE_BYTES)
        init(Cipher.DECRYPT_MODE, keystoreKey() ?: error("the Keystore has lost its key"), nonce)
        doFinal(kept, NONCE_BYTES, kept.size - NONCE_BYTES)
    }

    private fun made(): ByteArray {
        val key = ByteArray(32).also(SecureRandom()::nextBytes)
        val sealed = Cipher.getInstance(SEALED_BY).run {
            init(Cipher.ENCRYPT_MODE, keystoreKey() ?: generated())
            iv + doFinal(key)
        }
        val out = file.startWrite()
        try {
            out.write(sealed)
            file.finishWrite(out)
        } catch (problem: java.io.IOException) {
            file.failWrite(out)
            throw problem
        }
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
}
