package org.convergence.platform.audit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every table is audited, or listed here with the reason why not. */
@Tag(TestTags.INTEGRATION)
class AuditCoverageTest {

    private static final Map<String, String> REVIEWED = Map.ofEntries(
            entry("plan.filing_file_chunk", "the bytes of filed files, which nothing may change"),
            entry("home.put_off", "what somebody puts off on her own page, which goes when the day comes"),
            entry("home.feed", "holds hashes of secrets; a new address is a gesture away"),
            entry("home.feed_entry", "fingerprints of what a calendar was told"),
            entry("home.monday_choice", "one’s own wish about one’s own mail"),
            entry("home.monday_stop", "holds hashes of secrets; the next letter has one of its own"),
            entry("home.monday_letter", "is a record of its own, only ever added to"),
            entry("plan.calendar_entry", "copies of a person's calendar, hers alone, which go after some weeks"),
            entry("plan.calendar_answer", "hashes of what a person answered, hers alone"),
            entry(
                    "outreach.relay_sighting",
                    "what sites of organisations hold, read by the application; a confirmed one is a relay, which is audited"),
            entry(
                    "outreach.media_proposal",
                    "what the feed of the site holds, read by the application; what is counted is audited"),
            entry("cooperation.watch_entry", "what feeds hold, read by the application; what is kept is audited"),
            entry("home.reminder", "is a record of its own: who asked, when, and the letter that it names"),
            entry("plan.reading_draft", "a proposal in the making, which goes when the plan is made"),
            entry("plan.actionplan_grid_columns", "which columns a user sees, a matter of one's own screen"),
            entry("plan.howto_use", "a day, and nobody's name: it says that a page is used"),
            entry("platform.backup_download", "is a record of its own, only ever added to"),
            entry("platform.backup_left_out", "written by migrations alone"),
            entry("platform.flyway_history", "the history of migrations, written by Flyway alone"),
            entry("platform.audit_entry", "the audit itself, which only triggers write"),
            entry("platform.idempotency_answer", "copies of answers, which go after seven days"),
            entry("platform.settings_logo", "the picture; its file name is audited with the settings"),
            entry("platform.document_chunk", "the bytes of audited documents, never changed"),
            entry("platform.jobs_run", "a run is its own history: who asked, when, how it ended"),
            entry("platform.jobs_scheduled", "what is due, written by the scheduler at every heartbeat"),
            entry(
                    "outreach.newsletter_edition",
                    "what was confirmed, which nothing may change; the blocks are audited"),
            entry("platform.publicform_origin", "numbers of forms, which only grow; no person writes them"),
            entry("outreach.newsletter_recipient", "is a record of its own: who got an issue, or why not"),
            entry("education.internship_application", "destroyed on time with its scores: no copy may stay"),
            entry("education.internship_answer", "what a candidate writes, destroyed on time: no copy may stay"),
            entry("education.internship_reading", "blind, and destroyed on time: no copy may stay"),
            entry("education.internship_interview", "destroyed on time: no copy may stay"),
            entry("education.internship_score", "blind, and destroyed on time: no copy may stay"),
            entry("education.internship_link", "holds hashes of secrets; the next letter carries a new one"),
            entry("education.internship_reader_link", "holds hashes of secrets; a new letter carries a new one"),
            entry("education.workshop_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("education.workshop_open_answer", "anonymous: a history would tell who answered, by its time"),
            entry("education.workshop_answer", "anonymous: a history would tell who answered, by its time"),
            entry("advocacy.urgentaction_link", "holds hashes of secrets; the next letter carries a new one"),
            entry("outreach.website_letter", "holds hashes of addresses for 30 days, to limit letters"),
            entry("directory.secondlook_link", "holds hashes of secrets; another invitation sends a new link"),
            entry("outreach.website_link", "holds hashes of secrets; the form sends a new link"),
            entry("outreach.event_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("cooperation.fieldwork_link", "holds hashes of secrets and a key; a new one is a gesture away"),
            entry("cooperation.project_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("cooperation.fieldwork_device", "when a telephone sent; no person writes it"),
            entry("cooperation.fieldwork_part", "encrypted parts of photographs, gone once they are together"),
            entry("platform.door_link", "holds hashes of secrets and a key; a new one is a gesture away"),
            entry("platform.door_entry", "is a record of its own, only ever added to; what it changes is audited"),
            entry("outreach.relay_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("outreach.vote_movement", "is a record of its own, only ever added to"),
            entry("outreach.vote_roll", "who could vote when a vote opened, written once"),
            entry("outreach.vote_ballot", "a history would tell when each delegate voted, and what was changed"),
            entry("outreach.vote_link", "holds hashes of secrets; the door gives a new one"),
            entry("outreach.vote_mandate_link", "holds hashes of secrets; a new letter carries a new one"),
            entry("directory.segment_letter", "is a record of its own, only ever added to"),
            entry("outreach.assembly_date_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("outreach.assembly_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("identity.session", "holds hashes of secrets; its list is its history"),
            entry("identity.passkey_question", "answered once, within minutes"),
            entry("identity.sign_in_link", "holds hashes of secrets, and lasts minutes"),
            entry("identity.api_token", "holds hashes of secrets; its list is its history"),
            entry("identity.sign_in_attempt", "is a record of its own, only ever added to"),
            entry("platform.mail_message", "is a record of its own: when it was posted, tried, sent"),
            entry("platform.mail_database_run", "tells a crash of the database server from a restart"),
            entry("platform.mail_bounce", "what servers said, under marks; no person writes it"),
            entry("platform.shell_kept_form", "what was typed and not saved, thrown away after half an hour"),
            entry(
                    "platform.imports_row",
                    "copies of a file's rows, which go after a week; what they become is audited"),
            entry("platform.imports_reached", "how far a list is entered"),
            entry("platform.imports_made", "points to what an import made, which is audited; goes with it"),
            entry("plan.mailbox_address", "holds hashes of secrets; a new one is a gesture away"),
            entry("plan.mailbox_message", "what waits, which nobody said yes to yet; what becomes of it is audited"),
            entry("plan.mailbox_document", "points to audited documents, and goes with what waits"),
            entry("plan.mailbox_taken", "marks of mails, only ever added to, gone after a year"),
            entry("plan.mailbox_round", "how far the mailbox was read, written at every round"),
            entry("directory.consent_mark", "keyed marks, only ever added to, which nothing may change"),
            entry("resources.spending_report_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("resources.declaration_link", "holds hashes of secrets; a reminder carries a new one"),
            entry("directory.consent_link", "holds hashes of secrets; a new one is a gesture away"),
            entry("directory.protection_mark", "keyed marks, which tell nothing without the keys"),
            entry("directory.protection_ring", "by which the keys are known"),
            entry("directory.representative_link", "holds hashes of secrets; a new one is a gesture away"),
            entry(
                    "directory.representative_proposal",
                    "what waits; who decided stands in the row, and what is accepted is audited"),
            entry("directory.people_likeness", "proposals of the program; who told two apart stands in the row"),
            entry("directory.people_looked", "how far the search for duplicates is"),
            entry("directory.people_language", "the languages of audited people, kept by triggers"),
            entry("safety.incident_entry", "encrypted, and destroyed five years after the closing: no copy may stay"),
            entry("safety.mission_sealed", "encrypted, and destroyed at the return: no copy may stay"),
            entry("safety.mission_call_list", "encrypted, and destroyed at the return: no copy may stay"),
            entry("safety.mission_opening", "is a record of its own, only ever added to"),
            entry("safety.mission_check_in", "destroyed 30 days after the return: no copy may stay"),
            entry("safety.mission_escalation", "goes with its check-in; each step is written once"),
            entry("safety.mission_call", "is a record of its own, destroyed 30 days after the return"),
            entry("safety.mission_link", "holds hashes of secrets; the next letter carries a new one"),
            entry("directory.people_word", "the words of audited names, kept by triggers"));

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void drop() {
        DATABASE.drop();
    }

    /** The tables with a history on a page, by the first part of their message keys. */
    private static final Map<String, String> HISTORIES = Map.ofEntries(
            entry("plan.realisation", "realisation"),
            entry("plan.report_section", "report.section"),
            entry("plan.actionplan_action", "actionplan"),
            entry("plan.actionplan_follow_up", "actionplan"),
            entry("outreach.assembly_meeting", "assembly"),
            entry("outreach.assembly_body", "assembly"),
            entry("platform.settings_organisation", "settings"),
            entry("directory.exchange", "exchange"),
            entry("directory.consent_incident", "consent.incident"),
            entry("directory.consent_setting", "consent.settings"),
            entry("directory.people_person", "people.person"),
            entry("directory.people_organisation", "people.organisation"));

    /** Columns that refer to a record: the page names it, or it never changes. */
    private static final Set<String> NAMED = Set.of(
            "plan.actionplan_follow_up.responsible", "outreach.assembly_meeting.body", "outreach.assembly_body.line");

    private static final Pattern WORD = Pattern.compile("'([A-Z][A-Z_]+)'::text");

    @Test
    void everyHistoryHasMessages() throws SQLException {
        Words t = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);
        Set<String> mute = new TreeSet<>();
        try (Connection connection = DATABASE.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT c.table_schema || '.' || c.table_name AS table_name, c.column_name, c.data_type,
                               (SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k
                                WHERE k.conrelid = (c.table_schema || '.' || c.table_name)::regclass AND k.contype = 'c'
                                  AND k.conkey = ARRAY[c.ordinal_position::smallint]) AS words
                        FROM information_schema.columns c
                        WHERE c.table_schema IN ('plan', 'outreach', 'platform', 'directory')
                        """)) {
            while (row.next()) {
                String table = row.getString("table_name");
                String name = HISTORIES.get(table);
                String column = row.getString("column_name");
                if (name == null || !t.has(name + ".field." + column)) {
                    continue;
                }
                if (row.getString("data_type").equals("uuid") && !NAMED.contains(table + "." + column)) {
                    mute.add(table + "." + column);
                }
                String words = row.getString("words");
                WORD.matcher(words == null ? "" : words)
                        .results()
                        .map(found -> found.group(1))
                        .filter(word -> ChangeHistory.valueLabel(name, column, word, t) == null)
                        .forEach(word -> mute.add(table + "." + column + " " + word));
            }
        }
        assertThat(mute).isEmpty();
    }

    @Test
    void everyTableIsAuditedOrReviewed() throws SQLException {
        Set<String> unaudited = answers("""
                SELECT n.nspname || '.' || c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND (SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                       WHERE t.tgrelid = c.oid AND p.proname = 'audit_record') < 3
                """);
        assertThat(unaudited)
                .as("tables without audit: end their migration with audit_attach, or review them here")
                .isEqualTo(new TreeSet<>(REVIEWED.keySet()));
    }

    @Test
    void noComputedColumnIsAudited() throws SQLException {
        assertThat(answers("""
                                SELECT t.tgrelid::regclass || '.' || a.attname
                                FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'audit_record'
                                JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attgenerated <> ''
                                WHERE encode(t.tgargs, 'escape') NOT LIKE '%' || a.attname || '%'
                                """))
                .as("computed columns added after audit_attach: call it again in the same migration")
                .isEmpty();
    }

    @Test
    void auditIdentifiesRowsByPrimaryKey() throws SQLException {
        assertThat(answers("""
                SELECT t.tgrelid::regclass::text
                FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'audit_record'
                JOIN pg_constraint k ON k.conrelid = t.tgrelid AND k.contype = 'p'
                WHERE split_part(encode(t.tgargs, 'escape'), '\\000', 1)::text[] <> (
                    SELECT array_agg(a.attname::text ORDER BY c.place)
                    FROM unnest(k.conkey) WITH ORDINALITY AS c (number, place)
                    JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = c.number)
                """))
                .as("primary keys changed after audit_attach: call it again in the same migration")
                .isEmpty();
    }

    private static Set<String> answers(String query) throws SQLException {
        var answers = new TreeSet<String>();
        try (Connection connection = DATABASE.owner().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
