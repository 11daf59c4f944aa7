package org.convergence.advocacy.dialogue.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from the dialogue to people: erasing a decision-maker deletes what is noted about her, with her mandates and
 * promises; acts stay without her. Decision-makers that a person follows pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class DialogueReferences {

    /** A decision-maker may read all that is noted about her: offices, asks, promises, and what was said. */
    @Bean
    static IdentityReference decisionMakers(JdbcClient db) {
        return new SingleColumnReference(
                ReferencingColumn.toPerson(db, DecisionMakerService.TABLE, "person", ErasureRule.DELETE)) {
            @Override
            public List<Json> export(PersonId person) {
                return db.sql("""
                                SELECT to_jsonb(d) || jsonb_build_object(
                                    'mandates', ARRAY(SELECT to_jsonb(m) FROM advocacy.dialogue_mandate m
                                                      WHERE m.decision_maker = d.id),
                                    'commitments', ARRAY(SELECT to_jsonb(c) - 'search_form' FROM advocacy.dialogue_commitment c
                                                         WHERE c.decision_maker = d.id),
                                    'asks', ARRAY(SELECT k.words FROM advocacy.dialogue_ask_target x
                                                  JOIN advocacy.dialogue_ask k ON k.id = x.ask WHERE x.decision_maker = d.id),
                                    'acts', ARRAY(SELECT to_jsonb(a) FROM advocacy.dialogue_act_decision_maker x
                                                  JOIN advocacy.dialogue_act a ON a.id = x.act WHERE x.decision_maker = d.id))
                                FROM advocacy.dialogue_decision_maker d WHERE d.person = ? ORDER BY d.id
                                """)
                        .param(person.value())
                        .query((row, n) -> Json.parse(row.getString(1)))
                        .list();
            }
        };
    }

    @Bean
    static IdentityReferences referencesFromDialogue(ReferenceDeclarations declare) {
        return declare.table(DecisionMakerService.TABLE)
                .person("follower", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.follower)")
                .texts(Map.of("office", 200, "notes", 4_000))
                .table("advocacy.dialogue_act_person")
                .key("act", "person")
                .person("person", ErasureRule.DELETE)
                .table(DecisionMakerService.MANDATE_TABLE)
                .texts(Map.of("title", 200, "body", 200, "mail", 254, "phone", 50, "address", 500))
                .textsOf("advocacy.dialogue_ask", Map.of("words", 500, "theme", 100))
                .table(AdvocacyActService.TABLE)
                .about("""
                        EXISTS (SELECT FROM advocacy.dialogue_act_person x WHERE x.act = r.id AND x.person = :person)
                        OR EXISTS (SELECT FROM advocacy.dialogue_act_decision_maker x
                                   JOIN advocacy.dialogue_decision_maker d ON d.id = x.decision_maker
                                   WHERE x.act = r.id AND d.person = :person)
                        """)
                .texts(Map.of("subject", 300, "said", 10_000, "source", 300, "reply_words", 4_000))
                .table("advocacy.dialogue_commitment")
                .about("""
                        EXISTS (SELECT FROM advocacy.dialogue_decision_maker d
                                WHERE d.id = r.decision_maker AND d.person = :person)
                        """)
                .texts(Map.of("words", 1_000, "source", 300, "evidence", 500))
                .textsOf("advocacy.dialogue_lobby_opinion", Map.of("words", 2_000))
                .textsOf("advocacy.dialogue_lobby_rule", Map.of("source", 500));
    }

    @Bean
    static Holding followedDecisionMakers(JdbcClient db) {
        return new ColumnHolding(db, "dialogue.holding", 56, "advocacy.dialogue_decision_maker.follower", "true", """
                SELECT d.id, coalesce(s.display_name, d.office) AS what, NULL AS detail,
                       '/advocacy/dialogue/' || d.id AS url,
                       (SELECT min(c.due_on) FROM advocacy.dialogue_commitment c
                        WHERE c.decision_maker = d.id AND c.state = 'MADE') AS due
                FROM advocacy.dialogue_decision_maker d
                LEFT JOIN directory.people_person_name s ON s.id = d.person
                WHERE d.follower = ? ORDER BY d.id
                """);
    }

    /** Deletes the addresses of mandates that are over, each night (R-ADV-6, R-L25-23). */
    @Bean
    static RecurringWork mandateCleanup(JdbcClient db, OrganisationSettings settings) {
        return RecurringWork.of(
                "dialogue-sweep",
                "0 55 4 * * *",
                () -> db.sql("""
                        UPDATE advocacy.dialogue_mandate SET mail = '', phone = '', address = ''
                        WHERE until_on < ? AND mail || phone || address <> ''
                        """).param(settings.today()).update());
    }
}
