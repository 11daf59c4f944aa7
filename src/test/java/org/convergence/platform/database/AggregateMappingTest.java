package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.JdbcTemplate;

/** The types an aggregate may contain survive saving and loading. */
@ModuleTest
class AggregateMappingTest {

    @Autowired
    private JdbcAggregateTemplate aggregates;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void aTable() {
        new JdbcTemplate(database.owner().dataSource()).execute("""
                        DROP TABLE IF EXISTS platform.garden_visit;
                        CREATE TABLE platform.garden_visit (
                            id uuid PRIMARY KEY, version int NOT NULL, gardener uuid, season text, facts jsonb,
                            words text[], seen_at timestamptz, day date, hour time, zone text, price numeric(19,4))
                        """);
    }

    @Test
    void loadsAggregateAsSaved() {
        var visit = aVisit();
        Visit saved = aggregates.insert(visit);
        assertThat(aggregates.findById(visit.id, Visit.class)).isEqualTo(saved);
        assertThat(saved.gardener).isEqualTo(visit.gardener);
        assertThat(saved.facts).isEqualTo(visit.facts);
    }

    @Test
    void loadsEmptyValuesAsEmpty() {
        var visit = new Visit(Ids.next(), null, null, null, null, List.of(), null, null, null, null, null);
        aggregates.insert(visit);
        Visit read = aggregates.findById(visit.id, Visit.class);
        assertThat(read).usingRecursiveComparison().ignoringFields("version").isEqualTo(visit);
    }

    @Test
    void rejectsOutdatedVersion() {
        Visit first = aggregates.insert(aVisit());
        aggregates.update(first);
        assertThatThrownBy(() -> aggregates.update(first)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void idsIncrease() {
        UUID earlier = Ids.next();
        for (int i = 0; i < 1000; i++) {
            UUID later = Ids.next();
            assertThat(later.version()).isEqualTo(7);
            assertThat(later.toString()).isGreaterThan(earlier.toString());
            earlier = later;
        }
    }

    private static Visit aVisit() {
        return new Visit(
                Ids.next(),
                null,
                new GardenerId(Ids.next()),
                Season.SPRING,
                Json.of(Map.of("crop", "Fèves", "rows", 3)),
                List.of("semis", "d'été"),
                Instant.parse("2024-03-10T07:15:00.123456Z"),
                LocalDate.of(2024, 3, 10),
                LocalTime.of(7, 15),
                ZoneId.of("America/Toronto"),
                new BigDecimal("12.5000"));
    }

    enum Season {
        SPRING
    }

    record GardenerId(UUID value) implements Identifier {}

    @Table(schema = "platform", value = "garden_visit")
    record Visit(
            @Id UUID id,
            @Version @Nullable Integer version,
            @Nullable GardenerId gardener,
            @Nullable Season season,
            @Nullable Json facts,
            List<String> words,
            @Nullable Instant seenAt,
            @Nullable LocalDate day,
            @Nullable LocalTime hour,
            @Nullable ZoneId zone,
            @Nullable BigDecimal price) {}
}
