package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Comparator<UUID> AS_THE_DATABASE = Comparator.comparing(UUID::toString);

    @Test
    void sortByCreation() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            ids.add(Ids.next());
        }
        assertThat(ids).isSortedAccordingTo(AS_THE_DATABASE).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.version() == 7);
    }

    @Test
    void keepOrderWhenClockIsSetBack() {
        var machine = new AtomicLong(1_700_000_000_000L);
        var generator = Generators.timeBasedEpochGenerator(new SecureRandom(), new MonotonicClock(machine::get));
        List<UUID> ids = new ArrayList<>();
        for (long step : new long[] {0, 5, -3_600_000, 1, 3_700_000, -60_000}) {
            machine.addAndGet(step);
            ids.add(generator.generate());
            ids.add(generator.generate());
        }
        assertThat(ids).isSortedAccordingTo(AS_THE_DATABASE).doesNotHaveDuplicates();
    }
}
