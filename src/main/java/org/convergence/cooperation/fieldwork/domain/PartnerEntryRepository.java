package org.convergence.cooperation.fieldwork.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryFacts;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of entries. */
@Component
record PartnerEntryRepository(JdbcClient db, OrganisationSettings settings, Clock clock) {

    static final String TABLE = "cooperation.fieldwork_entry";

    /**
     * Where an entry comes from: the same one a second time is the same entry.
     *
     * @param link {@code null} for what we wrote from a message
     * @param position in its envelope
     * @param row the row of a workbook that it is; {@code null} for none
     */
    record EntryOrigin(
            OrganisationId organisation,
            PartnerLinkRepository.@Nullable StoredLink link,
            String language,
            String country,
            String device,
            int sequence,
            int position,
            @Nullable WorkbookRow row) {

        /** From a place in an envelope of a telephone. */
        static EntryOrigin of(PartnerLinkRepository.StoredLink link, String device, int sequence, int position) {
            return new EntryOrigin(
                    link.organisation(), link, link.language(), link.country(), device, sequence, position, null);
        }
    }

    /** The row of a workbook, by its number or its place, and the mark of what it says. */
    record WorkbookRow(UUID workbook, String key, UUID mark) {}

    /** Stores an entry, unless it came before. */
    PartnerEntryId insert(EntryOrigin origin, PartnerEntryState state, EntryFacts facts) {
        PartnerEntryId id = new PartnerEntryId(Ids.next());
        var link = origin.link();
        WorkbookRow row = origin.row();
        db.sql("""
                        INSERT INTO cooperation.fieldwork_entry
                               (id, organisation, link, device, sequence, position, kind, state, language, country,
                                received_on, received_at, happened_on, label, details, typed, figure, currency, women, men,
                                others, not_stated, photograph, workbook, row_key, row_mark)
                        VALUES (:id, :organisation, :link, :device, :sequence, :position, :kind, :state, :language, :country,
                                :today, :now, :on, :label, :details, :typed, :figure, :currency, :women, :men, :others,
                                :not_stated, :photograph, :workbook, :row_key, :row_mark)
                        ON CONFLICT ON CONSTRAINT fieldwork_entry_comes_once DO NOTHING
                        """)
                .params(VersionedRow.values(facts))
                .param("id", id.value())
                .param("organisation", origin.organisation().value())
                .param("link", link == null ? null : link.id().value())
                .param("device", origin.device())
                .param("sequence", origin.sequence())
                .param("position", origin.position())
                .param("state", state.name())
                .param("language", origin.language())
                .param("country", origin.country())
                .param("today", settings.today())
                .param("now", SqlTime.now(clock))
                .param("workbook", row == null ? null : row.workbook())
                .param("row_key", row == null ? null : row.key())
                .param("row_mark", row == null ? null : row.mark())
                .update();
        return id;
    }

    /**
     * Writes what the partner corrected; it waits for us again. Its kind stays.
     *
     * @param hasPhotograph whether a photograph goes with it, which an accepted entry does not take
     * @throws EditConflict unless it is with this partner, or we have it already in these words
     */
    void correct(PartnerEntryId id, int version, OrganisationId organisation, EntryFacts facts, boolean hasPhotograph) {
        int written = db.sql("""
                        UPDATE cooperation.fieldwork_entry
                        SET version = version + 1, state = 'WAITING', decided_on = NULL, decided_by = '', happened_on = :on,
                            label = :label, details = :details, typed = :typed, figure = :figure, currency = :currency,
                            women = :women, men = :men, others = :others, not_stated = :not_stated
                        WHERE id = :id AND version = :version AND organisation = :organisation
                          AND state IN ('DRAFT', 'RETURNED')
                        """)
                .params(VersionedRow.values(facts))
                .param("id", id.value())
                .param("version", version)
                .param("organisation", organisation.value())
                .update();
        if (written == 0 && !isReceived(id, organisation, facts, hasPhotograph)) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** Whether we have these words of the partner already, as after a second press of the same button. */
    private boolean isReceived(
            PartnerEntryId id, OrganisationId organisation, EntryFacts facts, boolean hasPhotograph) {
        return db.sql("""
                        SELECT count(*) FROM cooperation.fieldwork_entry
                        WHERE id = :id AND organisation = :organisation
                          AND (state = 'WAITING' OR state = 'ACCEPTED' AND NOT :with_photograph)
                          AND (happened_on, label, details, typed, figure, currency, women, men, others, not_stated)
                              IS NOT DISTINCT FROM (CAST(:on AS date), :label, :details, :typed, CAST(:figure AS numeric),
                                  CAST(:currency AS text), CAST(:women AS int), CAST(:men AS int), CAST(:others AS int),
                                  CAST(:not_stated AS int))
                        """)
                        .params(VersionedRow.values(facts))
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("with_photograph", hasPhotograph)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What we decided of an entry, or of one that the partner has to correct. */
    record EntryDecision(
            PartnerEntryState state,
            String comment,
            String answer,
            String by,
            LocalDate on,
            @Nullable String became) {}

    /** @throws EditConflict unless the entry waits in this version */
    void decide(PartnerEntryId id, int version, EntryDecision decision) {
        int written = db.sql("""
                        UPDATE cooperation.fieldwork_entry
                        SET version = version + 1, state = :state, comment = :comment, answer = :answer, decided_by = :by,
                            decided_on = :on, became = :became
                        WHERE id = :id AND version = :version AND state = 'WAITING'
                        """)
                .params(VersionedRow.values(decision))
                .param("id", id.value())
                .param("version", version)
                .update();
        requireUpdated(written, id, version);
    }

    /** Waits for others who decide about the same entry; whether it exists. */
    boolean lock(PartnerEntryId id) {
        return db.sql("SELECT id FROM cooperation.fieldwork_entry WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> true)
                .optional()
                .isPresent();
    }

    private static void requireUpdated(int written, PartnerEntryId id, int version) {
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** References from links and entries to partners, names in their texts, and who may open their photographs. */
    @Bean
    static IdentityReferences referencesFromFieldwork(ReferenceDeclarations declare) {
        return declare.table(PartnerLinkRepository.TABLE)
                .organisation("organisation")
                .table(TABLE)
                .organisation("organisation")
                .texts(Map.of("label", 300, "details", 4_000, "comment", 1_000, "answer", 4_000, "decided_by", 300))
                .table(PartnerWorkbookRepository.TABLE)
                .organisation("organisation")
                .texts(Map.of("name", 200))
                .table(PartnerNotesReader.REPORT_TABLE)
                .organisation("organisation")
                .texts(Map.of("body", PartnerReportService.LONGEST));
    }

    @Bean
    static DocumentGuard partnerPhotographs() {
        return DocumentGuard.of(PhotographAssembler.OWNER, FieldworkPermissions.READ);
    }

    @Bean
    static LastContactSource entryContacts() {
        return new LastContactSource(FieldworkPermissions.READ, "fieldwork.heard", """
                SELECT received_on AS day, '/cooperation/fieldwork/' || id AS url
                FROM cooperation.fieldwork_entry WHERE organisation = :organisation
                """);
    }
}
