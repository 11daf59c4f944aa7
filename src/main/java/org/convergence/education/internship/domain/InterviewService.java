package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Interviews of candidates, between the blind readings and the choice of the committee, which reads them (R-EDU-8). */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class InterviewService {

    private final JdbcClient db;
    private final InternshipFileRepository files;
    private final OrganisationSettings settings;

    InterviewService(JdbcClient db, InternshipFileRepository files, OrganisationSettings settings) {
        this.db = db;
        this.files = files;
        this.settings = settings;
    }

    /**
     * An interview.
     *
     * @param heldBy the names of its interviewers, in at most 200 characters
     * @param note at most 2,000 characters; may be empty
     */
    public record Interview(InternshipFileId file, LocalDate heldOn, String heldBy, String note) {}

    /** The interviews of a call, by file. */
    @Transactional(readOnly = true)
    public Map<InternshipFileId, Interview> findByCall(InternshipCallId call) {
        return db.sql("""
                        SELECT i.application AS file, i.held_on, i.held_by, i.note FROM education.internship_interview i
                        JOIN education.internship_application a ON a.id = i.application WHERE a.call = ?
                        """).param(call.value()).query(RecordMapper.of(Interview.class)).list().stream()
                .collect(Collectors.toMap(Interview::file, each -> each));
    }

    /** The file of a candidate to interview. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public InternshipFile findFile(InternshipFileId id) {
        return files.findById(id);
    }

    /**
     * Records an interview, or writes it again.
     *
     * @throws Refused before both readers are done, after the choice, or if it is in the future
     */
    @Transactional(label = "internship.interview")
    public void save(Interview held) {
        InternshipFile file = files.lock(held.file());
        if (!isInterviewed(file)) {
            throw new Refused("internship.refused.interview");
        }
        if (held.heldOn().isAfter(settings.today())) {
            throw new Refused("internship.refused.interview-day");
        }
        db.sql("""
                        INSERT INTO education.internship_interview (id, application, held_on, held_by, note)
                        VALUES (:id, :file, :on, :by, :note)
                        ON CONFLICT (application) DO UPDATE SET held_on = excluded.held_on, held_by = excluded.held_by,
                                                                note = excluded.note
                        """)
                .param("id", Ids.next())
                .param("file", held.file().value())
                .param("on", held.heldOn())
                .param("by", held.heldBy())
                .param("note", held.note())
                .update();
    }

    /** Whether a candidate is interviewed now: the blind readings are done, the choice is not. */
    public static boolean isInterviewed(InternshipFile file) {
        return file.state() == InternshipFileState.SUBMITTED && file.readings() >= SelectionPolicy.READERS;
    }
}
