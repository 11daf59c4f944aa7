package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.directory.people.domain.merging.RecordMerge.MergeSource;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Any two records of a whole organisation's directory are merged: nothing references the duplicate, and separating them
 * restores everything.
 */
@ModuleTest
class MergeRoundTripTest {

    private static final int ROUNDS = 15;
    private static final int DEEP = 3;

    @Autowired
    private ExampleFixture example;

    @Autowired
    private MergeService replacement;

    @Autowired
    private MergeService takingApart;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private final Random random = new Random();

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"people_person", "people_organisation"})
    void unmergeRestoresEveryRow(String table) {
        long seed = random.nextLong();
        random.setSeed(seed);
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            int made = 0;
            for (int round = 0; round < ROUNDS; round++) {
                made += someRound(table, "seed " + seed + ", round " + round);
            }
            assertThat(made).as("number of merges, seed %s", seed).isGreaterThan(ROUNDS / 3);
        });
    }

    private int someRound(String table, String which) {
        Deque<UUID> gone = new ArrayDeque<>();
        Deque<Map<String, String>> before = new ArrayDeque<>();
        for (int deep = 0; deep < DEEP; deep++) {
            Map<String, String> standing = everything();
            List<RecordVersion> two = two(table);
            try {
                replace(table, two.get(0), two.get(1));
            } catch (Refused refused) {
                assertThat(everything())
                        .as("%s: refused for %s", which, refused.messageKey())
                        .isEqualTo(standing);
                continue;
            }
            gone.push(two.get(0).id());
            before.push(standing);
            assertThat(pointingTo(two.get(0).id())).as(which).isEmpty();
        }
        int made = gone.size();
        while (!gone.isEmpty()) {
            takingApart.undoMerge(gone.pop());
            assertThat(everything()).as(which).isEqualTo(before.pop());
        }
        return made;
    }

    private void replace(String table, RecordVersion duplicate, RecordVersion kept) {
        Map<String, MergeSource> takes =
                Map.of("familyName", MergeSource.OTHER, "name", MergeSource.OTHER, "website", MergeSource.OTHER);
        if (table.equals("people_person")) {
            replacement.mergePeople(duplicate, kept, takes);
        } else {
            replacement.mergeOrganisations(duplicate, kept, takes);
        }
    }

    /**
     * A third of the time two parties of one row, such as a payer and the payee; otherwise, half of the time, records
     * with many references.
     */
    private List<RecordVersion> two(String table) {
        List<List<RecordVersion>> together = random.nextInt(3) == 0 ? together(table) : List.of();
        if (!together.isEmpty()) {
            return together.get(random.nextInt(together.size()));
        }
        String many = table.equals("people_person")
                ? "WHERE id IN (SELECT person FROM plan.time_contract UNION SELECT person FROM outreach.assembly_mandate)"
                : "WHERE id IN (SELECT parent FROM directory.people_affiliation)";
        List<RecordVersion> all = db.sql("SELECT id, version FROM directory." + table + " "
                        + (random.nextBoolean() ? many : "") + " ORDER BY id")
                .query((row, n) -> new RecordVersion(row.getObject("id", UUID.class), row.getInt("version")))
                .list();
        int first = random.nextInt(all.size());
        int second = (first + 1 + random.nextInt(all.size() - 1)) % all.size();
        return List.of(all.get(first), all.get(second));
    }

    /** The pairs that rows of some table name together; small tables are chosen as often as large ones. */
    private List<List<RecordVersion>> together(String table) {
        List<Key> keys = keys("directory." + table);
        List<String> pairs = keys.stream()
                .flatMap(one -> keys.stream()
                        .filter(other -> one.table().equals(other.table())
                                && one.column().compareTo(other.column()) < 0)
                        .map(other ->
                                "%s AS one, %s AS other FROM %s".formatted(one.column(), other.column(), one.table())))
                .sorted()
                .toList();
        return db.sql("""
                        SELECT DISTINCT a.id AS one, a.version AS one_version, b.id AS other, b.version AS other_version
                        FROM (SELECT %2$s) AS p
                        JOIN %1$s a ON a.id IN (p.one, p.other) JOIN %1$s b ON b.id IN (p.one, p.other) AND b.id <> a.id
                        ORDER BY a.id, b.id
                        """.formatted("directory." + table, pairs.get(random.nextInt(pairs.size()))))
                .query((row, n) -> List.of(
                        new RecordVersion(row.getObject("one", UUID.class), row.getInt("one_version")),
                        new RecordVersion(row.getObject("other", UUID.class), row.getInt("other_version"))))
                .list();
    }

    private record Key(String table, String column) {}

    private List<Key> keys() {
        return keys("directory.people_person", "directory.people_organisation");
    }

    private List<Key> keys(String... to) {
        return db.sql("""
                        SELECT c.conrelid::regclass::text AS place, a.attname
                        FROM pg_constraint c
                        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                        WHERE c.contype = 'f' AND c.confrelid::regclass::text = ANY (?)
                        """)
                .param(to)
                .query((row, n) -> new Key(row.getString("place"), row.getString("attname")))
                .list();
    }

    private List<Key> pointingTo(UUID id) {
        return keys().stream()
                .filter(key -> db.sql("SELECT EXISTS (SELECT FROM " + key.table() + " WHERE " + key.column() + " = ?)")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    /** All rows that reference a party, and those they reference; only version counters advance. */
    private Map<String, String> everything() {
        Map<String, String> all = new LinkedHashMap<>();
        keys().stream().map(Key::table).distinct().sorted().forEach(table -> all.put(table, rows(table)));
        all.put("people", rows("directory.people_person"));
        all.put("organisations", rows("directory.people_organisation"));
        return all;
    }

    private String rows(String table) {
        return String.valueOf(db.sql("SELECT count(*) || ' ' || coalesce(md5(string_agg(line, '' ORDER BY line)), '')"
                        + " FROM (SELECT (to_jsonb(t) - 'version')::text AS line FROM " + table + " t) AS lines")
                .query(String.class)
                .single());
    }
}
