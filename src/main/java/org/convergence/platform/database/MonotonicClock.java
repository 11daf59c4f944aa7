package org.convergence.platform.database;

import com.fasterxml.uuid.UUIDClock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A clock that never goes back: it stops while the machine's clock is set back, so that later ids never sort earlier.
 */
final class MonotonicClock extends UUIDClock {

    private final LongSupplier machine;
    private final AtomicLong latest = new AtomicLong();

    MonotonicClock(LongSupplier machine) {
        this.machine = machine;
    }

    @Override
    public long currentTimeMillis() {
        return latest.accumulateAndGet(machine.getAsLong(), Math::max);
    }
}
