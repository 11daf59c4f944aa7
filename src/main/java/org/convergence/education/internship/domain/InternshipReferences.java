package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * References from internships to people and unions, and names in texts. Erasing an intern deletes the file; return
 * activities stay in the totals of the cohort.
 */
@Configuration(proxyBeanMethods = false)
class InternshipReferences {

    private static final String FILE = "education.internship_application";

    /** Until each intern has the attestation. */
    private static final String GOING = """
            (state <> 'DECIDED' OR EXISTS (SELECT FROM education.internship_application a
                WHERE a.call = internship_call.id AND a.state = 'CHOSEN' AND a.attested_on IS NULL))
            """;

    @Bean
    static IdentityReference interns(JdbcClient db) {
        return ReferencingColumn.toPerson(db, FILE, "person", List.of("id"), ErasureRule.DELETE);
    }

    @Bean
    static IdentityReference internshipResponsibles(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, InternshipCallRepository.TABLE, "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference internshipReaders(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "education.internship_reader", "person", List.of("call"), ErasureRule.DELETE);
    }

    @Bean
    static IdentityReference internshipReadings(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "education.internship_reading", "reader", List.of("id"), ErasureRule.KEEP)
                .withDuplicateKey(List.of("application"));
    }

    @Bean
    static IdentityReference internshipUnions(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, FILE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference internshipQuotas(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "education.internship_quota", "organisation", List.of("call"));
    }

    @Bean
    static Holding ledInternships(JdbcClient db) {
        return new ColumnHolding(
                db, "internship.holding", 39, InternshipCallRepository.TABLE + ".responsible", GOING, """
                SELECT id, title_fr AS what, NULL AS detail, '/education/internship/' || id AS url, return_by AS due
                FROM education.internship_call WHERE responsible = ? AND %s ORDER BY starts_on, id
                """.formatted(
                                GOING));
    }

    @Bean
    static IdentityReference namesInInternshipCalls(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                InternshipCallRepository.TABLE,
                "r.responsible = :person",
                Map.of(
                        "title_fr", 200,
                        "title_en", 200,
                        "text_fr", 10_000,
                        "text_en", 10_000,
                        "destination", 200,
                        "contact", 200,
                        "decision_note", 1_000));
    }

    @Bean
    static IdentityReference namesInInternshipCriteria(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, "education.internship_criterion", "false", Map.of("name_fr", 300, "name_en", 300));
    }

    @Bean
    static IdentityReference namesInInternshipFiles(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                FILE,
                "r.person = :person",
                Map.of("name", 200, "mail", 200, "phone", 40, "typed_union", 200, "release_matched_in", 200));
    }

    @Bean
    static IdentityReference namesInInternshipAnswers(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                "education.internship_answer",
                "EXISTS (SELECT FROM education.internship_application a WHERE a.id = r.application AND a.person = :person)",
                Map.of("text", 4_000));
    }

    @Bean
    static IdentityReference namesInInternshipReadings(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, "education.internship_reading", "false", Map.of("recused", 300, "note", 2_000));
    }

    @Bean
    static IdentityReference namesInReturnActivities(TextStandIns standIns) {
        return new ColumnMentions(standIns, "education.internship_return", "false", Map.of("title", 200));
    }

    /**
     * Destroys each night what is no longer needed (R-EDU-8, R-L25-23): scores of every file, and files of those not
     * retained, 90 days after the decision; files never sent, 30 days after the closing day; links of interns, 90 days
     * after the last day for return activities.
     */
    @Component
    static class InternshipCleanup implements RecurringWork {

        static final int DAYS_AFTER_DECISION = 90;
        static final int DAYS_AFTER_CLOSING = 30;

        private final JdbcClient db;
        private final OrganisationSettings settings;
        private final TransactionOperations transactions;

        InternshipCleanup(JdbcClient db, OrganisationSettings settings, TransactionOperations transactions) {
            this.db = db;
            this.settings = settings;
            this.transactions = transactions;
        }

        @Override
        public String name() {
            return "internship-sweep";
        }

        @Override
        public String cron() {
            return "0 55 4 * * *";
        }

        @Override
        public void run() {
            LocalDate today = settings.today();
            LocalDate decided = today.minusDays(DAYS_AFTER_DECISION);
            transactions.executeWithoutResult(status -> {
                delete("""
                        DELETE FROM education.internship_application a USING education.internship_call c
                        WHERE c.id = a.call AND a.state <> 'CHOSEN' AND coalesce(c.decided_on, c.starts_on) < ?
                        """, decided);
                delete("""
                        DELETE FROM education.internship_application a USING education.internship_call c
                        WHERE c.id = a.call AND a.state = 'DRAFT' AND c.closes_on < ?
                        """, today.minusDays(DAYS_AFTER_CLOSING));
                delete("""
                        DELETE FROM education.internship_reading r
                        USING education.internship_application a, education.internship_call c
                        WHERE a.id = r.application AND c.id = a.call AND c.decided_on < ?
                        """, decided);
                delete("""
                        DELETE FROM education.internship_link l
                        USING education.internship_application a, education.internship_call c
                        WHERE a.id = l.application AND c.id = a.call AND c.return_by < ?
                        """, decided);
            });
        }

        private void delete(String sql, LocalDate before) {
            db.sql(sql).param(before).update();
        }
    }
}
