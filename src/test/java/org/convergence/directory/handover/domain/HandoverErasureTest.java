package org.convergence.directory.handover.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.convergence.directory.handover.HoldingsFixture;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hand-overs after an erasure; they never change otherwise. */
@ModuleTest
class HandoverErasureTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private HoldingsFixture estate;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private PersonId ana = new PersonId(new UUID(0, 0));
    private PersonId luc = ana;

    @BeforeEach
    void twoPeople() {
        visitors.ensureOrganisation();
        ana = estate.person("Ana", "Morales");
        luc = estate.person("Luc", "Anahuac");
    }

    @Test
    void erasedPersonIsNamedInNoNoteItemOrHistory() {
        UUID hers =
                handover(luc, "100 % à Ana Morales (" + ana.value() + "@exemple.org)\\; Ana sait tout.", "ANA MORALES");
        thing(hers, ana, "Contrat d’Ana Morales", null);
        UUID elsewhere = handover(luc, "Voir ana morales, et Ana tout court.", "Luc Anahuac");
        thing(elsewhere, luc, "Appeler Ana", "avec Morales Ana");

        transaction.executeWithoutResult(status -> references.forEach(each -> {
            each.rename(ana, IdentityReference.WITHOUT);
            each.erase(ana);
        }));

        assertThat(text(hers))
                .as("an address is left to the search of all texts")
                .isEqualTo("100 % à [retiré] (" + ana.value()
                        + "@exemple.org)\\; [retiré] sait tout.|[retiré]|Contrat d’[retiré]|");
        assertThat(text(elsewhere))
                .isEqualTo("Voir [retiré], et Ana tout court.|Luc Anahuac|Appeler Ana|avec [retiré]");
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry
                        WHERE table_name LIKE 'directory.handover%' AND split_part(row_id, ' ', 1) = ANY (:rows)
                          AND (coalesce(before::text, '') || coalesce(after::text, '')) ~* 'morales'
                        """)
                        .param("rows", new String[] {hers.toString(), elsewhere.toString()})
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note = ''",
                "note = 'Tout est à Béa.'",
                "note = '[retiré] est à Béa.'",
                "note = note || ' [retiré]'",
                "note = 'Tout est à'",
                "last_day = last_day + 1"
            })
    void nothingElseIsChanged(String change) {
        UUID id = handover(luc, "Tout est à Ana.", "Luc Anahuac");
        assertThatThrownBy(() -> db.sql("UPDATE directory.handover SET " + change + " WHERE id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThat(db.sql("UPDATE directory.handover SET note = 'Tout est à [retiré].' WHERE id = ?")
                        .param(id)
                        .update())
                .isOne();
    }

    private UUID handover(PersonId leaves, String note, String by) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO directory.handover (id, person, last_day, note, passed_at, passed_by, passed_name)
                        VALUES (?, ?, current_date, ?, now(), ?, ?)
                        """).params(id, leaves.value(), note, Ids.next(), by).update();
        return id;
    }

    private void thing(UUID handover, PersonId to, String what, @org.jspecify.annotations.Nullable String detail) {
        db.sql("""
                        INSERT INTO directory.handover_item (handover, position, kind, fate, thing, what, detail, successor)
                        VALUES (:handover, 1, 'actionplan.holding.responsible', 'PASSES', :thing, :what, :detail, :to)
                        """)
                .param("handover", handover)
                .param("thing", Ids.next())
                .param("what", what)
                .param("detail", detail)
                .param("to", to.value())
                .update();
    }

    private String text(UUID handover) {
        return db.sql("""
                        SELECT concat_ws('|', h.note, h.passed_name, i.what, coalesce(i.detail, ''))
                        FROM directory.handover h JOIN directory.handover_item i ON i.handover = h.id WHERE h.id = ?
                        """).param(handover).query(String.class).single();
    }
}
