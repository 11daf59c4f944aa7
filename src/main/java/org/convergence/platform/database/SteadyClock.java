package org.convergence.platform.database;

import com.fasterxml.uuid.UUIDClock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still where the machine's is set back, so that what comes later is never told as earlier. */
final class SteadyClock extends UUIDClock {

    private final LongSupplier machine;
    private final AtomicLong latest = new AtomicLong();

    SteadyClock(LongSupplier machine) {
        this.machine = machine;
    }

    @Override
    public long currentTimeMillis() {
        return latest.accumulateAndGet(machine.getAsLong(), Math::max);
    }
}
