package org.convergence.platform.shell;

import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.RecordMapper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the records from which a record was made. */
@Component
public class RecordOrigins {

    private static final int MOST = 10;

    private final JdbcClient db;
    private final List<RecordOrigin> kinds;

    RecordOrigins(JdbcClient db, ObjectProvider<RecordOrigin> kinds) {
        this.db = db;
        this.kinds = kinds.orderedStream().toList();
    }

    /**
     * A record from which another one was made.
     *
     * @param page its own page
     */
    public record OriginLink(String title, String page) {}

    /**
     * The records of which the current actor may know.
     *
     * @param url the page of the record that was made
     */
    public List<OriginLink> find(String url) {
        return kinds.stream()
                .filter(kind -> CurrentActor.get().may(kind.permission()))
                .flatMap(kind -> db
                        .sql(kind.sql() + " LIMIT " + MOST)
                        .param("url", url)
                        .query(RecordMapper.of(OriginLink.class))
                        .list()
                        .stream())
                .toList();
    }
}
