package org.convergence.platform.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;

/**
 * The keys of one installation. Both sets can get further keys, and data sealed under an old one still open.
 *
 * @param sealing encrypts confidential data
 * @param index makes the marks that recognise a sealed person without revealing the name
 */
record KeyRing(KeysetHandle sealing, KeysetHandle index) {

    static KeyRing generate() throws GeneralSecurityException {
        prepare();
        return new KeyRing(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    /** Registers the key types, before the library reads or creates keys. */
    static void prepare() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
    }

    boolean isSameAs(KeyRing other) {
        return sealing.equalsKeyset(other.sealing) && index.equalsKeyset(other.index);
    }
}
