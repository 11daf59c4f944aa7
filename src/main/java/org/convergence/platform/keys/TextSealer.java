package org.convergence.platform.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts texts under the installation's keys, each bound to one place: text sealed for one row does not open in
 * another.
 */
@Component
public class TextSealer {

    private final KeyFolder folder;
    private volatile @Nullable Aead lock;

    TextSealer(KeyFolder folder) {
        this.folder = folder;
    }

    /**
     * Encrypts a text, in Base64.
     *
     * @param place where it is stored, for instance {@code plan.calendar_source/<id>}
     */
    public String seal(String text, String place) {
        try {
            return Base64.getEncoder().encodeToString(lock(false).encrypt(bytes(text), bytes(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the text cannot be sealed", e);
        }
    }

    /** Decrypts a text of this place; empty if the keys are others, such as after a restore without them, or the text is damaged. */
    public Optional<String> open(String sealed, String place) {
        for (boolean anew : new boolean[] {false, true}) {
            try {
                byte[] text = lock(anew).decrypt(Base64.getDecoder().decode(sealed), bytes(place));
                return Optional.of(new String(text, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException | IllegalArgumentException otherKeysOrDamaged) {
                // The keys may have been restored since they were read.
            }
        }
        return Optional.empty();
    }

    private Aead lock(boolean anew) throws GeneralSecurityException {
        Aead known = lock;
        if (known == null || anew) {
            known = folder.open().sealing().getPrimitive(RegistryConfiguration.get(), Aead.class);
            lock = known;
        }
        return known;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
