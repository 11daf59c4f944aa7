package org.convergence.platform.mail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses to which mail servers reported failed deliveries; stored under a keyed mark, never in plain text. */
public interface BounceRegistry {

    /** The records of the addresses, in one query; addresses without one are left out. */
    Map<String, BounceRecord> findByAddresses(Collection<String> addresses);

    /** Clears the record of an address that works again. */
    void clear(String address);

    /** Records that letters to an address failed for good, as another mailing tool tells. */
    void recordFailure(String address);

    /**
     * The reported failures of an address.
     *
     * @param failed the day since which it fails permanently; {@code null} if it was only delayed
     * @param delays the number of temporary failures
     * @param last the day of the last one
     */
    record BounceRecord(@Nullable LocalDate failed, int delays, LocalDate last) {

        /** Whether the address fails permanently. */
        public boolean failing() {
            return failed != null;
        }
    }
}
