package org.convergence.directory.people.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.TakenOut;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exports lists of people, and logs the exports (R-L25-15). */
@Service
@Transactional
@Requires(PeoplePermissions.READ_PEOPLE)
public class Takeouts implements TakenOut {

    private final PersonList list;
    private final JdbcClient db;
    private final Clock clock;

    Takeouts(PersonList list, JdbcClient db, Clock clock) {
        this.list = list;
        this.db = db;
        this.clock = clock;
    }

    /** The format of an export. */
    public enum Form {
        CSV,
        XLSX,
        PAPER,
        /** All data about one person, for that person. */
        ACCESS
    }

    /** The people of a list, one by one; logs the export. */
    public Iterator<PersonList.Line> take(PersonFilter filter, Form form) {
        Found<PersonList.Line> found = list.page(filter, null, 1);
        note(form.name(), found.more() ? Found.COUNTED + 1L : found.count(), !filter.isEmpty());
        return list.all(filter);
    }

    @Override
    public void note(String form, long lines, boolean filtered) {
        Actor actor = CurrentActor.get();
        db.sql("""
                        INSERT INTO directory.people_takeout (id, at, actor, actor_label, form, persons, filtered)
                        VALUES (:id, :at, :actor, :label, :form, :persons, :filtered)
                        """)
                .param("id", Ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("label", actor.label())
                .param("form", Form.valueOf(form).name())
                .param("persons", lines)
                .param("filtered", filtered)
                .update();
    }
}
