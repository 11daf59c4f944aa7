package org.convergence.education.internship.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hours of training of interns before their departure, counted towards {@link CohortPolicy#TRAINING_HOURS} (R-SEC-6). */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class TrainingService {

    private final JdbcClient db;
    private final InternshipFileRepository files;
    private final OrganisationSettings settings;

    TrainingService(JdbcClient db, InternshipFileRepository files, OrganisationSettings settings) {
        this.db = db;
        this.files = files;
        this.settings = settings;
    }

    /** A meeting that prepares an intern. */
    public record TrainingMeeting(UUID id, LocalDate day, String title, BigDecimal hours) {}

    /** The meetings of an intern, by day. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public List<TrainingMeeting> findByFile(InternshipFileId file) {
        return db.sql("SELECT * FROM education.internship_training WHERE application = ? ORDER BY day, id LIMIT 200")
                .param(file.value())
                .query(RecordMapper.of(TrainingMeeting.class))
                .list();
    }

    /**
     * @throws NotFound if the file is no intern's
     * @throws Refused if the day is to come: only hours that took place count
     */
    @Transactional(label = "internship.train")
    public void add(InternshipFileId file, LocalDate day, String title, BigDecimal hours) {
        if (files.lock(file).state() != InternshipFileState.CHOSEN) {
            throw new NotFound("internship");
        }
        if (day.isAfter(settings.today())) {
            throw new Refused("internship.refused.training");
        }
        db.sql("INSERT INTO education.internship_training (id, application, day, title, hours) VALUES (?, ?, ?, ?, ?)")
                .params(Ids.next(), file.value(), day, title, hours)
                .update();
    }

    @Transactional(label = "internship.untrain")
    public void remove(InternshipFileId file, UUID meeting) {
        db.sql("DELETE FROM education.internship_training WHERE id = ? AND application = ?")
                .params(meeting, file.value())
                .update();
    }
}
