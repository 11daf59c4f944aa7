package org.convergence.platform.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;

/**
 * The keys of one installation. Both sets can take further keys, so that what was sealed under an old one still opens.
 *
 * @param sealing encrypts what only few may read
 * @param index makes the marks by which a sealed person is recognised without being shown
 */
record KeyRing(KeysetHandle sealing, KeysetHandle index) {

    static KeyRing make() throws GeneralSecurityException {
        prepare();
        return new KeyRing(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** Before the library reads or makes keys of these kinds. */
    static void prepare() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
    }

    boolean isSameAs(KeyRing other) {
        return sealing.equalsKeyset(other.sealing) && index.equalsKeyset(other.index);
    }
}
