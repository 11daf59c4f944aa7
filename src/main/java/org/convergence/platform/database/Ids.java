package org.convergence.platform.database;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes ids: UUIDv7, sorted by time of creation. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR =
            Generators.timeBasedEpochGenerator(new SecureRandom(), new MonotonicClock(System::currentTimeMillis));

    private Ids() {}

    /** The next id, greater than every earlier one of this process. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The instant an id was made; empty for an id of another kind than {@link #next()}. */
    public static Optional<Instant> findCreatedAt(UUID id) {
        return id.version() == 7
                ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }
}
