package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionedRowTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private record LampId(UUID value) implements Identifier {}

    private enum Glow {
        WARM
    }

    private record LampFacts(
            LampId nextTo,
            Glow glow,
            Instant boughtAt,
            List<String> rooms,
            @Nullable String note,
            List<Object> parts) {}

    @Test
    void givesComponentsByColumnAsStored() {
        var values = VersionedRow.values(
                new LampFacts(new LampId(ID), Glow.WARM, NOON, List.of("bureau", "salon"), null, List.of(1)), "parts");

        assertThat(values.keySet()).containsExactly("next_to", "glow", "bought_at", "rooms", "note");
        assertThat(values)
                .containsEntry("next_to", ID)
                .containsEntry("glow", "WARM")
                .containsEntry("bought_at", NOON.atOffset(ZoneOffset.UTC))
                .containsEntry("note", null);
        assertThat((String[]) values.get("rooms")).containsExactly("bureau", "salon");
    }
}
