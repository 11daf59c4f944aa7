package org.convergence.advocacy.urgentaction.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.IdentityReferences.ColumnMentions;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.convergence.plan.realisation.TranslatedTitles;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PublicWords;
import org.convergence.platform.shell.WithheldRecords.RecordsWithheld;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * References from urgent actions. An action that concerns or names a person is withdrawn when this person is sealed or
 * erased.
 */
@Configuration(proxyBeanMethods = false)
class UrgentActionReferences {

    private static final String PUBLIC_WORDS = """
            SELECT a.id, '/advocacy/urgentaction/' || a.id AS page,
                   concat_ws(E'\\n', (SELECT string_agg(concat_ws(E'\\n', x.title, x.story, x.subject, x.letter), E'\\n')
                                      FROM advocacy.urgentaction_text x WHERE x.action = a.id),
                             (SELECT string_agg(concat_ws(E'\\n', u.fr, u.es, u.en), E'\\n')
                                FROM advocacy.urgentaction_update u WHERE u.action = a.id)) AS words
            FROM advocacy.urgentaction a WHERE a.state = 'OUT'
            """;

    private static final int YEARS = 2;
    private static final int AT_ONCE = 200;

    @Bean
    static IdentityReferences referencesFromUrgentAction(ReferenceDeclarations declare) {
        return declare.table(UrgentActionRepository.TABLE)
                .organisation("partner")
                .person("person", ErasureRule.CLEAR)
                .person("responsible", ErasureRule.CLEAR)
                .about("r.person = :person")
                .texts(Map.of("title", 200, "happened", 4_000, "consent_name", 200))
                .texts(Map.of("consent_how", 300, "checked_by", 300, "account", 4_000))
                .table("advocacy.urgentaction_sign_on")
                .organisation("organisation")
                .onePer("action")
                .texts(Map.of("typed", 200, "signer", 200, "office", 200, "body", 200))
                .table("advocacy.urgentaction_link")
                .person("person", ErasureRule.DELETE)
                .table("advocacy.urgentaction_target")
                .texts(Map.of("name", 200, "office", 200, "mail", 254, "salutation", 200));
    }

    /** Public titles of actions that were sent. */
    @Bean
    static TranslatedTitles urgentActionTitles() {
        return new TranslatedTitles("advocacy.urgentaction", """
                SELECT x.action::text AS id, x.title FROM advocacy.urgentaction_text x WHERE x.language = :language
                """);
    }

    @Bean
    static Holding urgentActionHolding(JdbcClient db) {
        return new ColumnHolding(
                db, "urgentaction.holding", 45, "advocacy.urgentaction.responsible", "state IN ('DRAFT', 'OUT')", """
                SELECT a.id, a.title AS what, NULL AS detail, '/advocacy/urgentaction/' || a.id AS url, a.expires_on AS due
                FROM advocacy.urgentaction a WHERE a.responsible = ? AND a.state IN ('DRAFT', 'OUT')
                ORDER BY a.expires_on, a.id
                """);
    }

    /** The public words of actions that are out. */
    @Bean
    static PublicWords urgentActionWords() {
        return new PublicWords(PUBLIC_WORDS);
    }

    /** Names in public words: replacing one withdraws the action, in the transaction that seals or erases the person. */
    @Component
    static class PublicWordMentions implements FreeTextMentions {

        private static final String WITHDRAW = """
                UPDATE advocacy.urgentaction a SET state = 'WITHDRAWN', withdrawn_on = :today, version = version + 1
                WHERE a.state = 'OUT' AND %s RETURNING a.id
                """;

        private final JdbcClient db;
        private final OrganisationSettings settings;
        private final ObjectProvider<UrgentActionRealisationRecorder> realisations;
        private final NamesOfOthers names;
        private final List<ColumnMentions> columns;

        PublicWordMentions(
                JdbcClient db,
                OrganisationSettings settings,
                ObjectProvider<UrgentActionRealisationRecorder> realisations,
                NamesOfOthers names,
                TextStandIns standIns) {
            this.names = names;
            this.db = db;
            this.settings = settings;
            this.realisations = realisations;
            this.columns = List.of(
                    new ColumnMentions(
                            standIns,
                            "advocacy.urgentaction_text",
                            "false",
                            Map.of("title", 200, "story", 6_000, "subject", 200, "letter", 4_000)),
                    new ColumnMentions(
                            standIns,
                            "advocacy.urgentaction_update",
                            "false",
                            Map.of("agreed", 300, "fr", 3_000, "es", 3_000, "en", 3_000)));
        }

        @Override
        public Map<String, Set<String>> texts() {
            return Map.of(
                    columns.get(0).table(), columns.get(0).limits().keySet(),
                    columns.get(1).table(), columns.get(1).limits().keySet());
        }

        /** Withdraws the actions whose public words name a person who is being sealed. */
        @EventListener
        void withdraw(RecordsWithheld named) {
            withdraw(db.sql(WITHDRAW.formatted("a.id = ANY (:ids)"))
                    .param("ids", named.ids().toArray(UUID[]::new)));
        }

        private void withdraw(StatementSpec update) {
            update.param("today", settings.today())
                    .query(UUID.class)
                    .list()
                    .forEach(each -> realisations.getObject().withdraw(new UrgentActionId(each)));
        }

        /** An action that concerns the person, or has their full name anywhere in its public words, is withdrawn at once. */
        @Override
        public void rename(PersonId person, String standIn) {
            Predicate<String> isNamed = names.findInFull(person);
            List<UUID> named = new ArrayList<>();
            db.sql(PUBLIC_WORDS).query(row -> {
                if (isNamed.test(row.getString("words"))) {
                    named.add(row.getObject("id", UUID.class));
                }
            });
            withdraw(db.sql(WITHDRAW.formatted("(a.person = :person OR a.id = ANY (:named))"))
                    .param("person", person.value())
                    .param("named", named.toArray(UUID[]::new)));
            columns.forEach(each -> each.rename(person, standIn));
        }
    }

    /**
     * Each night keeps the counts of actions whose last day is over, deletes links that no longer open anything, and
     * forgets the names of signers two years after the closing (R-L25-23).
     */
    @Bean
    static RecurringWork urgentActionCleanup(
            UrgentActionRepository actions,
            SignOnRepository signOns,
            SignOnCounter counter,
            OrganisationSettings settings,
            TransactionOperations transactions) {
        return RecurringWork.of("urgentaction-sweep", "0 50 4 * * *", () -> {
            transactions.executeWithoutResult(status -> {
                actions.findToFreeze(settings.today(), AT_ONCE).forEach(counter::freeze);
                signOns.deleteExpiredLinks();
                signOns.forgetSigners(settings.today().minusYears(YEARS));
            });
        });
    }
}
