package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fiftieth of the example: an evening of thirty tables, a conference, an exhibition with eight stops. */
@ModuleTest
class ExampleOutreachTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void theExample() {
        example.ensure();
    }

    @Test
    void anEveningHasThirtyTablesSoldAndNoneIsShared() {
        String event = event("La soirée des solidarités");
        assertThat(values("""
                        SELECT s.table_number::text FROM outreach.event_order o JOIN outreach.event_seat s ON s.event_order = o.id
                        WHERE o.event = CAST(:id AS uuid) AND o.state IN ('HELD', 'CONFIRMED')
                        GROUP BY s.table_number HAVING count(*) = 8 AND count(DISTINCT o.id) = 1
                        """, event)).hasSize(30);
        assertThat(pages.as(Role.STAFF)
                        .open("/outreach/event/" + event + "/tables")
                        .select("main")
                        .text())
                .contains("Table 1", "Table 30")
                .doesNotContain("Table 31");
    }

    @Test
    void aConferenceIsFullWithAGroupThatWaitsAndOthersOnLine() {
        String event = event("Qui coud nos vêtements? Conférence");
        assertThat(values("""
                        SELECT mode || ' ' || state || ' ' || sum(seats) FROM outreach.event_order
                        WHERE event = CAST(:id AS uuid) GROUP BY mode, state
                        """, event))
                .containsExactlyInAnyOrder("IN_PERSON CONFIRMED 5", "IN_PERSON WAITING 4", "ONLINE CONFIRMED 12");
        assertThat(pages.asStranger().open("/public/event/" + event).text()).contains("Rosalba Quintanilla");
    }

    @Test
    void anExhibitionHasEightStopsWithOnePanelDamaged() {
        String exhibition = values("SELECT id::text FROM outreach.exhibition WHERE :id <> ''", "any")
                .get(0);
        assertThat(values("""
                        SELECT state FROM outreach.exhibition_booking
                        WHERE exhibition = CAST(:id AS uuid) AND state NOT IN ('INTEREST', 'CHECKED', 'DECLINED', 'CANCELLED')
                        """, exhibition))
                .containsExactlyInAnyOrder(
                        "RETURNED", "RETURNED", "RETURNED", "RETURNED", "DAMAGED", "OUT", "CONTRACT", "RESERVED");
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/outreach/exhibition/" + exhibition)
                        .select("main")
                        .text()
                        .replaceAll("[\\u00a0\\u202f]", " "))
                .contains("1 075 personnes l’ont vue");
    }

    private String event(String name) {
        return values("SELECT id::text FROM outreach.event WHERE name = :id", name)
                .get(0);
    }

    private List<String> values(String sql, String id) {
        return db.sql(sql).param("id", id).query(String.class).list();
    }
}
