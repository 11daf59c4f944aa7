package org.convergence.platform.database;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
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
}
