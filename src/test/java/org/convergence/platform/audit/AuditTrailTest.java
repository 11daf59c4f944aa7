package org.convergence.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.AuditEntry.FieldChange;
import org.convergence.platform.audit.AuditEntry.RowOperation;
import org.convergence.platform.database.Ids;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AuditTrailTest {

    private static final String TABLE = "platform.garden_bed";
    private static final Actor GARDENER = new Actor(Ids.next(), "Une jardinière", null, null, Set.of());

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestDatabase database;

    private final UUID bed = Ids.next();

    @BeforeEach
    void aGarden() {
        new JdbcTemplate(database.owner().dataSource()).execute("""
                        DROP TABLE IF EXISTS platform.garden_bed;
                        CREATE TABLE platform.garden_bed (
                            id uuid PRIMARY KEY, version int NOT NULL DEFAULT 0, crop text, secret text, place text, key text, kind text, n int, o int, r int,
                            folded text GENERATED ALWAYS AS (platform.fold(crop)) STORED);
                        SELECT platform.audit_attach('platform.garden_bed', '{secret}');
                        """);
        asGardener("INSERT INTO platform.garden_bed (id, crop, secret) VALUES (:id, 'Fèves', 'graine')");
    }

    @Test
    void historyNamesActorAndChange() {
        asGardener("UPDATE platform.garden_bed SET crop = 'Maïs', version = 1, secret = 'autre' WHERE id = :id");
        asGardener("DELETE FROM platform.garden_bed WHERE id = :id");

        List<AuditEntry> history = trail.findByRow(TABLE, bed, 10);

        assertThat(history)
                .extracting(AuditEntry::operation)
                .containsExactly(RowOperation.DELETE, RowOperation.UPDATE, RowOperation.INSERT);
        assertThat(history).allSatisfy(entry -> {
            assertThat(entry.who()).isEqualTo("Une jardinière");
            assertThat(entry.actor()).isEqualTo(GARDENER.id());
            assertThat(entry.gesture()).isEqualTo("audit.change");
        });
        assertThat(history.get(1).fields()).extracting(FieldChange::name).containsExactly("crop", "version");
        assertThat(history.get(1).fields().get(0))
                .hasToString("FieldChange[name=crop, before=\"Fèves\", after=\"Maïs\"]");
    }

    @Test
    void omitsExcludedAndGeneratedColumns() {
        assertThat(trail.findByRow(TABLE, bed, 1).get(0).fields())
                .extracting(FieldChange::name)
                .containsExactly("crop", "id", "key", "kind", "n", "o", "place", "r", "version");
    }

    @Test
    void ignoresUpdateWithoutChange() {
        asGardener("UPDATE platform.garden_bed SET crop = crop, secret = 'encore' WHERE id = :id");
        assertThat(trail.findByRow(TABLE, bed, 10)).hasSize(1);
    }

    @Test
    void readsRowAtVersion() {
        asGardener("UPDATE platform.garden_bed SET crop = 'Maïs', version = 1 WHERE id = :id");
        asGardener("UPDATE platform.garden_bed SET crop = 'Courges', version = 2 WHERE id = :id");

        assertThat(trail.findRowAtVersion(TABLE, bed, 1)
                        .orElseThrow()
                        .node()
                        .get("crop")
                        .asString())
                .isEqualTo("Maïs");
        assertThat(trail.findRowAtVersion(TABLE, bed, 7)).isEmpty();
    }

    @Test
    void historyShowsWordsAndNeitherIdsNorCodeWords() {
        for (String value : List.of("'WORKSHOP'", "'2026-02-30'", "CAST(:id AS text)")) {
            asGardener("UPDATE platform.garden_bed SET kind = " + value + " WHERE id = :id");
        }
        Words t = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);
        assertThat(ChangeHistory.of(trail.findByRow(TABLE, bed, 3), "realisation", t)
                        .changes())
                .flatExtracting(ChangeHistory.HistoryChange::details)
                .extracting(detail -> detail.before() + " > " + detail.after())
                .containsExactly("2026-02-30 > une autre fiche", "Atelier > 2026-02-30", " > Atelier");
    }

    @Test
    void redactionRemovesValuesAndKeepsEntry() {
        long entry = trail.findByRow(TABLE, bed, 1).get(0).id();
        trail.redact(entry, "demande d'effacement", List.of("crop"));

        AuditEntry redacted = trail.findByRow(TABLE, bed, 1).get(0);
        assertThat(redacted.fields())
                .extracting(FieldChange::name)
                .doesNotContain("crop")
                .contains("id");
        assertThat(redacted.redactedReason()).isEqualTo("demande d'effacement");

        trail.redact(entry, "demande d'effacement", List.of());
        assertThat(trail.findByRow(TABLE, bed, 1).get(0).fields()).isEmpty();
    }

    @Test
    void applicationCannotChangeAudit() {
        for (String forgery : List.of(
                "DELETE FROM platform.audit_entry",
                "UPDATE platform.audit_entry SET actor_label = 'une autre'",
                "INSERT INTO platform.audit_entry (actor_label, gesture, table_name, row_id, operation)"
                        + " VALUES ('x', '', 'x', 'x', 'INSERT')",
                "ALTER TABLE platform.garden_bed DISABLE TRIGGER ALL")) {
            assertThatThrownBy(() -> jdbc.sql(forgery).update())
                    .as(forgery)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    private void asGardener(String sql) {
        var template = new TransactionTemplate(transactions);
        template.setName("org.convergence.platform.audit.Gardening.change");
        CurrentActor.runAs(
                GARDENER,
                () -> template.executeWithoutResult(
                        status -> jdbc.sql(sql).param("id", bed).update()));
    }
}
