package org.convergence.advocacy.coalition.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.CoalitionPartRecorder.CoalitionSource;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionMeetingId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the meetings of coalitions: their days, what came out of them, our part and their minutes. */
@Service
@Transactional
@Requires(CoalitionPermissions.FOLLOW)
public class CoalitionMeetingService {

    private static final String TABLE = "advocacy.coalition_meeting";
    private static final String DOCUMENTS = "advocacy.coalition";

    private final JdbcClient db;
    private final CoalitionPartRecorder parts;
    private final DocumentStorage documents;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    CoalitionMeetingService(
            JdbcClient db,
            CoalitionPartRecorder parts,
            DocumentStorage documents,
            RecipientWords words,
            OrganisationSettings settings) {
        this.db = db;
        this.parts = parts;
        this.documents = documents;
        this.words = words;
        this.settings = settings;
    }

    /**
     * A meeting of a coalition.
     *
     * @param title 1 to 200 characters
     * @param seat by which we take part; {@code null} if it is not known
     * @param url the agenda, or where it is held on line; may be empty
     * @param outcome what came out of it, at most 4,000 characters; empty before
     * @param ourPart at most 300 characters; empty if we had none
     */
    public record CoalitionMeetingFacts(
            LocalDate heldOn,
            String title,
            @Nullable CoalitionSeatId seat,
            String url,
            String outcome,
            String ourPart) {}

    /**
     * Records a meeting, or tells it. Our part is a realisation with the coalition.
     *
     * @param id {@code null} for a new meeting
     * @param minutes {@code null} to keep those that are there
     * @throws Refused if it is told before its day
     * @throws EditConflict if it was changed since this version
     */
    @Transactional(label = "coalition.save-meeting")
    public CoalitionMeetingId save(
            CoalitionId coalition,
            @Nullable CoalitionMeetingId id,
            int version,
            CoalitionMeetingFacts facts,
            @Nullable PreparedDocument minutes) {
        boolean isTold = minutes != null
                || !facts.outcome().isEmpty()
                || !facts.ourPart().isEmpty();
        if (isTold && facts.heldOn().isAfter(settings.today())) {
            throw new Refused("coalition.refused.meeting-ahead");
        }
        CoalitionService.require(db, coalition);
        requireIn(coalition, CoalitionService.SEAT_TABLE, facts.seat());
        requireIn(coalition, TABLE, id);
        UUID meeting = id == null ? Ids.next() : id.value();
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        if (id == null) {
            values.put("coalition", coalition);
            VersionedRow.insert(db, TABLE, meeting, values);
        } else {
            VersionedRow.save(db, TABLE, meeting, version, values);
        }
        if (minutes != null) {
            keep(meeting, minutes);
        }
        CoalitionSource source = source(coalition, meeting);
        if (facts.ourPart().isEmpty()) {
            parts.withdraw(source, words.forOrganisation().say("coalition.act.no-part"));
        } else {
            parts.record(source, RealisationKind.MEETING, facts.heldOn(), facts.title(), facts.ourPart());
        }
        return new CoalitionMeetingId(meeting);
    }

    private void requireIn(CoalitionId coalition, String table, @Nullable Identifier id) {
        if (id != null
                && !db.sql("SELECT EXISTS (SELECT FROM %s WHERE id = ? AND coalition = ?)".formatted(table))
                        .params(id.value(), coalition.value())
                        .query(Boolean.class)
                        .single()) {
            throw new NotFound(table);
        }
    }

    private void keep(UUID meeting, PreparedDocument minutes) {
        discardMinutes(meeting);
        db.sql("UPDATE advocacy.coalition_meeting SET minutes = ? WHERE id = ?")
                .params(documents.store(minutes, owner(meeting)).value(), meeting)
                .update();
    }

    private void discardMinutes(UUID meeting) {
        db.sql("SELECT minutes FROM advocacy.coalition_meeting WHERE id = ?")
                .param(meeting)
                .query((row, n) -> Optional.ofNullable(row.getObject("minutes", UUID.class)))
                .optional()
                .flatMap(found -> found)
                .ifPresent(each -> documents.discard(new DocumentId(each), owner(meeting)));
    }

    /** Deletes a meeting that was cancelled, or recorded by mistake, with its minutes; our part is withdrawn. */
    @Transactional(label = "coalition.remove-meeting")
    public void remove(CoalitionId coalition, CoalitionMeetingId id, String reason) {
        discardMinutes(id.value());
        int deleted = db.sql("DELETE FROM advocacy.coalition_meeting WHERE id = ? AND coalition = ?")
                .params(id.value(), coalition.value())
                .update();
        if (deleted == 0) {
            throw new NotFound("meeting");
        }
        parts.withdraw(source(coalition, id.value()), reason);
    }

    private static CoalitionSource source(CoalitionId coalition, UUID meeting) {
        return new CoalitionSource(coalition, "meeting", meeting);
    }

    private static DocumentOwner owner(UUID meeting) {
        return new DocumentOwner(DOCUMENTS, meeting);
    }

    /** Lets accounts that see coalitions open the minutes of their meetings. */
    @Bean
    static DocumentGuard coalitionMinutesGuard() {
        return DocumentGuard.of(DOCUMENTS, CoalitionPermissions.READ);
    }
}
