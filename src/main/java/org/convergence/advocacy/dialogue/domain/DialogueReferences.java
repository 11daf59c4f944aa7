package org.convergence.advocacy.dialogue.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.directory.people.TextStandIns;
import org.convergence.platform.database.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from the dialogue to people: erasing a decision-maker deletes what is noted about her, with her mandates and
 * promises; acts stay without her. Decision-makers that a person follows pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class DialogueReferences {

    @Bean
    static IdentityReference decisionMakers(JdbcClient db) {
        return new DecisionMakerReference(db);
    }

    /** A decision-maker may read all that is noted about her: offices, asks, promises, and what was said. */
    private static final class DecisionMakerReference extends SingleColumnReference {

        private final JdbcClient db;

        private DecisionMakerReference(JdbcClient db) {
            super(ReferencingColumn.toPerson(
                    db, DecisionMakerService.TABLE, "person", List.of("id"), ErasureRule.DELETE));
            this.db = db;
        }

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
    }

    @Bean
    static IdentityReference decisionMakerFollowers(JdbcClient db) {
        return ReferencingColumn.toPerson(db, DecisionMakerService.TABLE, "follower", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference peopleInAdvocacyActs(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "advocacy.dialogue_act_person", "person", List.of("act"), ErasureRule.DELETE);
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

    @Bean
    static IdentityReference namesInDecisionMakers(TextStandIns standIns) {
        return mentions(
                standIns,
                DecisionMakerService.TABLE,
                ":person IN (r.person, r.follower)",
                Map.of("office", 200, "notes", 4_000));
    }

    @Bean
    static IdentityReference namesInMandates(TextStandIns standIns) {
        return mentions(
                standIns,
                DecisionMakerService.MANDATE_TABLE,
                "false",
                Map.of("title", 200, "body", 200, "mail", 254, "phone", 50, "address", 500));
    }

    @Bean
    static IdentityReference namesInAsks(TextStandIns standIns) {
        return mentions(standIns, "advocacy.dialogue_ask", "false", Map.of("words", 500, "theme", 100));
    }

    @Bean
    static IdentityReference namesInAdvocacyActs(TextStandIns standIns) {
        return mentions(
                standIns,
                AdvocacyActService.TABLE,
                """
                EXISTS (SELECT FROM advocacy.dialogue_act_person x WHERE x.act = r.id AND x.person = :person)
                OR EXISTS (SELECT FROM advocacy.dialogue_act_decision_maker x
                           JOIN advocacy.dialogue_decision_maker d ON d.id = x.decision_maker
                           WHERE x.act = r.id AND d.person = :person)
                """,
                Map.of("subject", 300, "said", 10_000, "source", 300, "reply_words", 4_000));
    }

    @Bean
    static IdentityReference namesInCommitments(TextStandIns standIns) {
        return mentions(
                standIns, "advocacy.dialogue_commitment", """
                EXISTS (SELECT FROM advocacy.dialogue_decision_maker d WHERE d.id = r.decision_maker AND d.person = :person)
                """, Map.of("words", 1_000, "source", 300, "evidence", 500));
    }

    @Bean
    static IdentityReference namesInLobbyRegisters(TextStandIns standIns) {
        return mentions(standIns, "advocacy.dialogue_lobby_opinion", "false", Map.of("words", 2_000));
    }

    @Bean
    static IdentityReference namesInLobbyRules(TextStandIns standIns) {
        return mentions(standIns, "advocacy.dialogue_lobby_rule", "false", Map.of("source", 500));
    }

    private static IdentityReference mentions(
            TextStandIns standIns, String table, String about, Map<String, Integer> limits) {
        return new ColumnMentions(standIns, table, about, limits);
    }
}
