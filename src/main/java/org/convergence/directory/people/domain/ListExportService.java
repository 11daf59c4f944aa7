package org.convergence.directory.people.domain;

import java.time.Clock;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logs the exports of lists of people (R-L25-15). */
@Service
@Transactional
@Requires(PeoplePermissions.READ_PEOPLE)
public class ListExportService implements ListExportLog {

    private final JdbcClient db;
    private final Clock clock;

    ListExportService(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The format of an export. */
    public enum ExportForm {
        CSV,
        XLSX,
        PAPER,
        /** All data about one person, for that person. */
        ACCESS
    }

    @Override
    public void record(String form, long lines, boolean filtered) {
        Actor actor = CurrentActor.get();
        db.sql("""
                        INSERT INTO directory.people_takeout (id, at, actor, actor_label, form, persons, filtered)
                        VALUES (:id, :at, :actor, :label, :form, :persons, :filtered)
                        """)
                .param("id", Ids.next())
                .param("at", SqlTime.now(clock))
                .param("actor", actor.id())
                .param("label", actor.label())
                .param("form", ExportForm.valueOf(form).name())
                .param("persons", lines)
                .param("filtered", filtered)
                .update();
    }
}
