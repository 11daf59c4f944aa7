package org.convergence.platform.mail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses at which letters did not arrive, as their servers said; recognised by a mark, never kept as they are written. */
public interface Bounces {

    /** What is known of each, in one query however many they are; those of which nothing is are left out. */
    Map<String, Bounced> of(Collection<String> addresses);

    /** Forgets what was known of an address: somebody says that it works again. */
    void works(String address);

    /**
     * What servers said of an address.
     *
     * @param failed since which day it fails for good; {@code null} where it was only delayed
     * @param delays how often a letter was late or turned away for a while
     * @param last the day of the last of them
     */
    record Bounced(@Nullable LocalDate failed, int delays, LocalDate last) {

        /** Whether one need not write there any more. */
        public boolean failing() {
            return failed != null;
        }
    }
}
