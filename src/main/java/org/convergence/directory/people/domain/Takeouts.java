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

/** Where lists of people leave the application; it is noted who took them, so that this can be answered for (R-L25-15). */
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

    /** As what a list leaves. */
    public enum Form {
        CSV,
        XLSX,
        PAPER,
        /** All that is known of one person, for herself. */
        ACCESS
    }

    /** The people of a list, one after the other. */
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
