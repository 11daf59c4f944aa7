package org.convergence.education.internship.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PublicWords;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * References from internships to people and unions, and names in texts. Erasing an intern deletes the file; return
 * activities stay in the totals of the cohort.
 */
@Configuration(proxyBeanMethods = false)
class InternshipReferences {

    private static final RowMapper<HandoverItem> CALL = RecordMapper.of(HandoverItem.class);

    /** Until each intern has the attestation. */
    private static final String GOING = """
            (state <> 'DECIDED' OR EXISTS (SELECT FROM education.internship_application a
                WHERE a.call = internship_call.id AND a.state = 'CHOSEN' AND a.attested_on IS NULL))
            """;

    @Bean
    static IdentityReferences referencesFromInternship(ReferenceDeclarations declare) {
        return declare.table("education.internship_application")
                .person("person", ErasureRule.DELETE)
                .organisation("organisation")
                .about("r.person = :person")
                .texts(Map.of("name", 200, "mail", 200, "phone", 40, "typed_union", 200, "release_matched_in", 200))
                .table(InternshipCallRepository.TABLE)
                .person("responsible", ErasureRule.CLEAR)
                .organisation("host")
                .about("r.responsible = :person")
                .texts(Map.of("title_fr", 200, "title_en", 200, "text_fr", 10_000, "text_en", 10_000))
                .texts(Map.of("destination", 200, "contact", 200, "decision_note", 1_000, "host_contact", 200))
                .texts(Map.of("host_went", 2_000, "host_brought", 2_000, "host_next", 2_000))
                .table("education.internship_reader")
                .key("call", "person")
                .person("person", ErasureRule.DELETE)
                .table("education.internship_reading")
                .person("reader", ErasureRule.KEEP)
                .onePer("application")
                .texts(Map.of("recused", 300, "note", 2_000))
                .table("education.internship_quota")
                .key("call", "organisation")
                .organisation("organisation")
                .textsOf("education.internship_criterion", Map.of("name_fr", 300, "name_en", 300))
                .table("education.internship_answer")
                .about("""
                        EXISTS (SELECT FROM education.internship_application a
                                WHERE a.id = r.application AND a.person = :person)
                        """)
                .texts(Map.of("text", 4_000))
                .table("education.internship_interview")
                .about("""
                        EXISTS (SELECT FROM education.internship_application a
                                WHERE a.id = r.application AND a.person = :person)
                        """)
                .texts(Map.of("held_by", 200, "note", 2_000))
                .table(InternStoryService.TABLE)
                .about("""
                        EXISTS (SELECT FROM education.internship_application a
                                WHERE a.id = r.application AND a.person = :person)
                        """)
                .texts(Map.of("learned", 4_000, "improve", 4_000, "story", 8_000))
                .textsOf("education.internship_training", Map.of("title", 200))
                .textsOf("education.internship_return", Map.of("title", 200));
    }

    /** A contact that names the person who leaves names the successor; the number typed after the name stays. */
    private static final String CONTACT_PASSES = """
            , contact = coalesce((
                SELECT left(s.display_name || coalesce(substring(contact FROM ',.*$'), ''), 200)
                FROM directory.people_person_name s, directory.people_person_name p
                WHERE s.id = :to AND p.id = :from
                  AND strpos(lower(contact), lower(split_part(p.display_name, ' ', 1))) > 0), contact)""";

    @Bean
    static Holding ledInternships(JdbcClient db) {
        return new ColumnHolding(
                db,
                "internship.holding",
                39,
                InternshipCallRepository.TABLE + ".responsible",
                GOING,
                CONTACT_PASSES,
                """
                SELECT id, title_fr AS what, contact AS detail, '/education/internship/' || id AS url, return_by AS due
                FROM education.internship_call WHERE responsible = ? AND %s ORDER BY starts_on, id
                """.formatted(GOING),
                InternshipReferences::item);
    }

    /** A call with the contact that its pages go on naming, to be changed there. */
    private static HandoverItem item(ResultSet row, Words t) throws SQLException {
        HandoverItem read = CALL.mapRow(row, 0);
        String contact = read.detail();
        return contact == null || contact.isEmpty()
                ? read
                : new HandoverItem(
                        read.id(), read.what(), t.say("internship.holding.contact", contact), read.url(), read.due());
    }

    /**
     * Destroys each night what is no longer needed (R-EDU-8, R-L25-23): scores and interviews of every file 90 days after the decision;
     * files of those not retained 90 days after their answer left, and of the waiting list not before 90 days after the
     * departure; files never answered 90 days after the stay; files never sent, 30 days after the closing day; links of
     * readers, 90 days after the day of the decision if there is none; links of interns, 90 days
     * after the last day for return activities, unless a consent to tell a story lasts; the contact at
     * their host, at the same time. Takes back the stories
     * whose consent ended.
     */
    @Component
    @Recurrence(name = "internship-sweep", cron = "0 55 4 * * *")
    record InternshipCleanup(
            JdbcClient db,
            AuditTrail audit,
            InternStoryService stories,
            OrganisationSettings settings,
            TransactionOperations transactions)
            implements RecurringWork {

        /** An answer that waits is still to be told; none leaves after the stay. */
        private static final String DELETE_ANSWERED = """
                DELETE FROM education.internship_application a USING education.internship_call c
                LEFT JOIN safety.mission_departure m ON m.id = c.mission
                WHERE c.id = a.call AND a.state IN ('RESERVE', 'NOT_RETAINED') AND (
                    coalesce(m.ends_on, c.ends_on) < :before
                    OR ((a.state = 'NOT_RETAINED' OR coalesce(m.starts_on, c.starts_on) < :before)
                        AND a.told_on < :before AND NOT EXISTS (
                            SELECT FROM platform.mail_letter_status l WHERE l.matter = :matter AND l.record_id = a.id
                            AND (l.left_on >= :since OR l.state = 'WAITING'))
                        AND NOT (%s)))
                """.formatted(InternshipLetterSender.UNTOLD);

        static final int DAYS_AFTER_DECISION = 90;
        static final int DAYS_AFTER_CLOSING = 30;

        @Override
        public void run() {
            LocalDate today = settings.today();
            LocalDate decided = today.minusDays(DAYS_AFTER_DECISION);
            stories.withdrawExpired();
            transactions.executeWithoutResult(status -> {
                delete("""
                        DELETE FROM education.internship_application a USING education.internship_call c
                        WHERE c.id = a.call AND a.state NOT IN ('CHOSEN', 'RESERVE', 'NOT_RETAINED')
                          AND coalesce(c.decided_on, c.starts_on) < ?
                        """, decided);
                db.sql(DELETE_ANSWERED)
                        .param("before", decided)
                        .param(
                                "since",
                                decided.atStartOfDay(settings.current().zone()).toOffsetDateTime())
                        .param("matter", InternshipLetterSender.NAME)
                        .update();
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
                        DELETE FROM education.internship_interview i
                        USING education.internship_application a, education.internship_call c
                        WHERE a.id = i.application AND c.id = a.call AND c.decided_on < ?
                        """, decided);
                delete("""
                        DELETE FROM education.internship_reader_link l
                        USING education.internship_reader r, education.internship_call c
                        WHERE r.id = l.reader AND c.id = r.call AND c.decides_on < ?
                        """, decided);
                delete("""
                        DELETE FROM education.internship_link l
                        USING education.internship_application a, education.internship_call c
                        WHERE a.id = l.application AND c.id = a.call AND c.return_by < ?
                          -- By the link an intern takes a consent back.
                          AND NOT EXISTS (SELECT FROM education.internship_story s WHERE s.application = a.id
                                          AND s.agreed_on IS NOT NULL AND s.withdrawn_on IS NULL)
                        """, decided);
                List<String> calls =
                        db.sql("""
                        UPDATE education.internship_call SET host_contact = NULL, version = version + 1
                        WHERE return_by < ? AND host_contact IS NOT NULL RETURNING id::text
                        """).param(decided).query(String.class).list();
                audit.redact(InternshipCallRepository.TABLE, calls, "R-L25-23", List.of("host_contact"));
            });
        }

        private void delete(String sql, LocalDate before) {
            db.sql(sql).param(before).update();
        }
    }

    /** Calls that were published. */
    @Bean
    static PublicWords callWords() {
        return new PublicWords("""
                SELECT c.id, '/education/internship/' || c.id,
                       concat_ws(E'\\n', c.title_fr, c.title_en, c.text_fr, c.text_en, c.destination, c.contact,
                                 (SELECT string_agg(concat_ws(E'\\n', k.name_fr, k.name_en), E'\\n') FROM education.internship_criterion k WHERE k.call = c.id))
                FROM education.internship_call c WHERE c.state <> 'DRAFT'
                """);
    }
}
