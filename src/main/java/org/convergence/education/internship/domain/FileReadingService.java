package org.convergence.education.internship.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two readers score each file blind (R-EDU-8): they see a number in place of the name, and neither sees the other's
 * scores before both are done. A reader who knows the candidate, or holds a function in the same organisation, is
 * refused.
 */
@Service
@Transactional
@Requires(InternshipPermissions.SCORE)
public class FileReadingService {

    private static final int MOST = 1_000;

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    FileReadingService(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            OrganisationSettings settings,
            JdbcClient db) {
        this.calls = calls;
        this.files = files;
        this.settings = settings;
        this.db = db;
    }

    /**
     * A file in the list of a reader.
     *
     * @param isMine whether the reader scored it
     * @param isRecused whether the reader declared a relationship
     * @param readings how many scored it
     * @param lowest the lower of both totals; {@code null} before both are done
     */
    public record FileToRead(
            InternshipFileId id,
            int number,
            boolean isMine,
            boolean isRecused,
            int readings,
            @Nullable Integer lowest,
            @Nullable Integer highest) {

        /** Whether the reader may score it now. */
        public boolean isOpen() {
            return !isRecused && (isMine ? readings < SelectionPolicy.READERS : !isFull());
        }

        /** Whether both readers are done. */
        public boolean isFull() {
            return readings >= SelectionPolicy.READERS;
        }
    }

    /** A file as a reader sees it: no name, no union, no scores of the other reader. */
    public record BlindFile(
            InternshipFileId id,
            InternshipCall call,
            int number,
            List<InternshipCriterion> criteria,
            Map<UUID, String> answers,
            Map<UUID, Integer> points,
            @Nullable String note) {}

    /** The calls that the actor reads for. */
    @Transactional(readOnly = true)
    public List<InternshipCall> findCalls() {
        return findReader().map(reader -> calls.findByReader(reader, MOST)).orElse(List.of());
    }

    /** @throws NotFound if the actor is no reader of the call */
    @Transactional(readOnly = true)
    public InternshipCall findCall(InternshipCallId id) {
        requireReader(id);
        return calls.findById(id);
    }

    /** @throws NotFound if the actor is no reader of the call */
    @Transactional(readOnly = true)
    public List<FileToRead> findFiles(InternshipCallId call) {
        return findFiles(call, requireReader(call), null);
    }

    private List<FileToRead> findFiles(InternshipCallId call, PersonId reader, @Nullable UUID file) {
        return db.sql("""
                        SELECT a.id, a.number, coalesce(m.done_on IS NOT NULL, false) AS is_mine,
                               coalesce(m.recused IS NOT NULL, false) AS is_recused, s.*
                        FROM education.internship_application a
                        LEFT JOIN education.internship_reading m ON m.application = a.id AND m.reader = :reader
                        """ + InternshipFileRepository.READINGS + """
                        WHERE a.call = :call AND a.state = 'SUBMITTED' AND (CAST(:file AS uuid) IS NULL OR a.id = :file)
                        ORDER BY a.number LIMIT :most
                        """)
                .param("reader", reader.value())
                .param("file", file)
                .param("call", call.value())
                .param("most", MOST)
                .query(RecordMapper.of(FileToRead.class))
                .list();
    }

    /**
     * A file to score.
     *
     * @throws NotFound if the actor is no reader of its call
     * @throws Refused before the call is closed, for a colleague of the candidate, and for a file that is read
     */
    @Transactional(readOnly = true)
    public BlindFile open(InternshipFileId id) {
        InternshipFile file = files.findById(id);
        PersonId reader = requireReader(file.call());
        InternshipCall call = calls.findById(file.call());
        requireOpen(file, call, reader);
        Map<UUID, Integer> points = new HashMap<>();
        db.sql("""
                        SELECT s.criterion, s.points FROM education.internship_score s
                        JOIN education.internship_reading r ON r.id = s.reading WHERE r.application = ? AND r.reader = ?
                        """)
                .params(id.value(), reader.value())
                .query((row, n) -> points.put(row.getObject("criterion", UUID.class), row.getInt("points")))
                .list();
        return new BlindFile(
                id,
                call,
                file.number(),
                calls.findCriteria(call.id()),
                files.findAnswers(id),
                points,
                db.sql(
                                "SELECT note FROM education.internship_reading WHERE application = ? AND reader = ? AND note IS NOT NULL")
                        .params(id.value(), reader.value())
                        .query(String.class)
                        .optional()
                        .orElse(null));
    }

    /**
     * Scores a file; the reader may change it until the other reader is done.
     *
     * @param points for each criterion of the call
     * @throws Refused as in {@link #open}, and if a criterion has no points or too many
     */
    @Transactional(label = "internship.score")
    public void score(InternshipFileId id, Map<UUID, Integer> points, @Nullable String note) {
        InternshipFile file = files.lock(id);
        PersonId reader = requireReader(file.call());
        requireOpen(file, calls.findById(file.call()), reader);
        for (InternshipCriterion each : calls.findCriteria(file.call())) {
            Integer given = points.get(each.id());
            if (given == null || given < 0 || given > each.most()) {
                throw new Refused("internship.refused.points");
            }
        }
        UUID reading = write(id, reader, null, note);
        db.sql("DELETE FROM education.internship_score WHERE reading = ?")
                .param(reading)
                .update();
        calls.findCriteria(file.call())
                .forEach(each -> db.sql(
                                "INSERT INTO education.internship_score (reading, criterion, points) VALUES (?, ?, ?)")
                        .params(reading, each.id(), Objects.requireNonNull(points.get(each.id())))
                        .update());
    }

    /**
     * Declares a relationship with the candidate: the reader does not score the file, and scores given are destroyed.
     *
     * @param relationship 1 to 300 characters
     */
    @Transactional(label = "internship.recuse")
    public void recuse(InternshipFileId id, String relationship) {
        InternshipFile file = files.lock(id);
        PersonId reader = requireReader(file.call());
        requireOpen(file, calls.findById(file.call()), reader);
        UUID reading = write(id, reader, relationship, null);
        db.sql("DELETE FROM education.internship_score WHERE reading = ?")
                .param(reading)
                .update();
    }

    private UUID write(InternshipFileId file, PersonId reader, @Nullable String recused, @Nullable String note) {
        return db.sql("""
                        WITH changed AS (
                            UPDATE education.internship_reading SET recused = :recused, note = :note, done_on = CAST(:on AS date)
                            WHERE application = :file AND reader = :reader RETURNING id),
                        added AS (
                            INSERT INTO education.internship_reading (id, application, reader, recused, note, done_on)
                            SELECT :id, :file, :reader, :recused, :note, CAST(:on AS date)
                            WHERE NOT EXISTS (SELECT FROM changed) RETURNING id)
                        SELECT id FROM changed UNION ALL SELECT id FROM added
                        """)
                .param("id", Ids.next())
                .param("file", file.value())
                .param("reader", reader.value())
                .param("recused", recused)
                .param("note", note)
                .param("on", recused == null ? settings.today() : null)
                .query(UUID.class)
                .single();
    }

    private void requireOpen(InternshipFile file, InternshipCall call, PersonId reader) {
        if (file.state() != InternshipFileState.SUBMITTED || call.state() != InternshipCallState.PUBLISHED) {
            throw new NotFound("internship");
        }
        if (!settings.today().isAfter(call.closesOn())) {
            throw new Refused("internship.refused.still-open", call.closesOn());
        }
        if (isColleague(file, reader)) {
            throw new Refused("internship.refused.colleague");
        }
        FileToRead mine = findFiles(call.id(), reader, file.id().value()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("internship"));
        if (!mine.isOpen()) {
            throw new Refused(mine.isRecused() ? "internship.refused.recused" : "internship.refused.read");
        }
    }

    /** Whether the reader holds a function in the candidate's organisation today; one that was typed counts by its name. */
    private boolean isColleague(InternshipFile file, PersonId reader) {
        return !file.unionName().isEmpty()
                && db.sql("""
                        SELECT EXISTS (SELECT FROM directory.people_held_function f
                                       JOIN directory.people_organisation_name o ON o.id = f.organisation
                                       WHERE f.person = :reader AND (f.until IS NULL OR f.until >= :today)
                                         AND (o.id = CAST(:organisation AS uuid) OR platform.fold(:union) IN
                                              (platform.fold(o.name), platform.fold(coalesce(o.short_name, o.name)))))
                        """)
                        .param("reader", reader.value())
                        .param("organisation", Identifier.uuidOf(file.organisation()))
                        .param("union", file.unionName())
                        .param("today", settings.today())
                        .query(Boolean.class)
                        .single();
    }

    /** The notes of readers for the committee: of files that both readers are done with, and of no other. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.EDIT)
    public Map<InternshipFileId, List<String>> findNotes(InternshipCallId call) {
        Map<InternshipFileId, List<String>> notes = new HashMap<>();
        db.sql("""
                        SELECT r.application, r.note FROM education.internship_reading r
                        JOIN education.internship_application a ON a.id = r.application
                        """ + InternshipFileRepository.READINGS + """
                        WHERE a.call = ? AND r.done_on IS NOT NULL AND r.note IS NOT NULL AND s.readings >= 2 ORDER BY r.id
                        """)
                .param(call.value())
                .query((row, n) -> notes.computeIfAbsent(
                                new InternshipFileId(row.getObject("application", UUID.class)),
                                file -> new ArrayList<>())
                        .add(row.getString("note")))
                .list();
        return notes;
    }

    private static Optional<PersonId> findReader() {
        return Optional.ofNullable(CurrentActor.get().personId()).map(PersonId::new);
    }

    private PersonId requireReader(InternshipCallId call) {
        return findReader().filter(each -> calls.isReader(call, each)).orElseThrow(() -> new NotFound("internship"));
    }
}
