package org.convergence.directory.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Rows that one column assigns to a person are listed, and the open ones pass to the successor. */
@ModuleTest
@Transactional
class ColumnHoldingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final PersonId leaving = new PersonId(UUID.randomUUID());
    private final PersonId successor = new PersonId(UUID.randomUUID());

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient db;

    @Test
    void listsRowsAndPassesThoseThatAreOpen() {
        db.sql("""
                CREATE TEMP TABLE held (id uuid, version integer, person uuid, who text, state text, due date) ON COMMIT DROP
                """).update();
        UUID open = insert(leaving, "OPEN");
        UUID done = insert(leaving, "DONE");
        UUID kept = insert(leaving, "OPEN");
        UUID other = insert(new PersonId(UUID.randomUUID()), "OPEN");
        ColumnHolding holding =
                new ColumnHolding(db, "held", 10, "pg_temp.held.person", "state = 'OPEN'", """
                        SELECT id, state AS what, who AS detail, '/held/' || id AS url, due FROM held WHERE person = ? ORDER BY id
                        """).clearing("who");
        Words t = messages.in(Language.FRENCH, ZoneOffset.UTC);

        assertThat(holding.columns()).containsExactly("pg_temp.held.person");
        assertThat(holding.findItems(leaving, DAY, t))
                .contains(new HandoverItem(open, "OPEN", "Ana", "/held/" + open, DAY))
                .extracting(HandoverItem::id)
                .containsExactlyInAnyOrder(open, done, kept);
        assertThat(holding.pass(leaving, successor, List.of(open, done, other))).isEqualTo(1);
        assertThat(holding.findItems(successor, DAY, t))
                .containsExactly(new HandoverItem(open, "OPEN", null, "/held/" + open, DAY));
        assertThat(db.sql("SELECT version FROM held WHERE id IN (?, ?, ?, ?) ORDER BY version")
                        .params(open, done, kept, other)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 1, 1, 2);
    }

    private UUID insert(PersonId person, String state) {
        UUID id = UUID.randomUUID();
        db.sql("INSERT INTO held VALUES (?, 1, ?, 'Ana', ?, ?)")
                .params(id, person.value(), state, DAY)
                .update();
        return id;
    }
}
