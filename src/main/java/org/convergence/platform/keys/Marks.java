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
 * Marks by which a text is recognised without being kept: the same text has the same mark under the installation's keys,
 * and without them nobody tells from a mark what it stands for, or tries texts until one fits.
 */
@Component
public class Marks {

    private static final int BYTES = 32;

    private final KeyFolder folder;
    private volatile @Nullable PrfSet index;

    Marks(KeyFolder folder) {
        this.folder = folder;
    }

    /**
     * The mark to keep.
     *
     * @param use what it is kept for: marks of two uses do not tell that they are of one text
     */
    public String of(String text, String use) {
        try {
            return written(index().computePrimary(bytes(text, use), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be marked", e);
        }
    }

    /** The marks that may have been kept of a text: one for each key there ever was, the present one first. */
    public List<String> known(String text, String use) {
        Set<String> all = new LinkedHashSet<>(List.of(of(text, use)));
        try {
            for (var key : index().getPrfs().values()) {
                all.add(written(key.compute(bytes(text, use), BYTES)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be marked", e);
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
