package org.convergence.platform.keys;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes keyed marks that identify a text without storing it: the same text has the same mark under the
 * installation's keys; without the keys a mark reveals nothing, and texts cannot be tried against it.
 */
@Component
public class MarkGenerator {

    private static final int BYTES = 32;

    private final KeyFolder folder;
    private volatile @Nullable PrfSet index;

    MarkGenerator(KeyFolder folder) {
        this.folder = folder;
    }

    /**
     * The mark to store.
     *
     * @param use its purpose: marks of the same text for two purposes are unrelated
     */
    public String compute(String text, String use) {
        try {
            return written(index().computePrimary(bytes(text, use), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the mark cannot be computed", e);
        }
    }

    /** All marks that may have been stored for a text: one for each key, the present one first. */
    public List<String> computeAll(String text, String use) {
        Set<String> all = new LinkedHashSet<>(List.of(compute(text, use)));
        try {
            for (var key : index().getPrfs().values()) {
                all.add(written(key.compute(bytes(text, use), BYTES)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the mark cannot be computed", e);
        }
        return List.copyOf(all);
    }

    private PrfSet index() throws GeneralSecurityException {
        PrfSet known = index;
        if (known == null) {
            known = folder.open().index().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
            index = known;
        }
        return known;
    }

    private static byte[] bytes(String text, String use) {
        return (use + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String written(byte[] mark) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }
}
