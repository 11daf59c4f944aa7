package org.convergence.platform.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Public records that are shown to nobody outside until a person decides, since their words may name a sealed person. A
 * public page with the id of such a record answers 410 ({@code PublicVisit}); lists and feeds leave it out by {@link #findIds} or {@code
 * platform.is_withheld(id)}.
 */
@Component
public class WithheldRecords {

    /** The page of one record; other pages cost no query. */
    private static final Pattern RECORD = Pattern.compile("/[a-z][a-z0-9/-]*/[0-9a-f-]{36}");

    private static final int AT_ONCE = 200;

    private final List<PublicWords> sources;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final Clock clock;

    WithheldRecords(List<PublicWords> sources, ApplicationEventPublisher events, JdbcClient db, Clock clock) {
        this.sources = List.copyOf(sources);
        this.events = events;
        this.db = db;
        this.clock = clock;
    }

    /**
     * An event: records were withheld. A module whose records leave by themselves stops them in the same transaction.
     *
     * @param ids as in {@link PublicWords}
     */
    public record RecordsWithheld(Set<UUID> ids) {}

    /** A withheld record, with the page on which it is decided. */
    public record WithheldRecord(UUID id, String page, Instant since) {}

    private record PublicRecord(UUID id, @Nullable String page) {}

    /**
     * Withholds everything public whose words are named by a condition, in the caller's transaction.
     *
     * @param cause the record for which they are withheld, such as a sealed person
     */
    public void withhold(UUID cause, Predicate<String> isNamed) {
        List<PublicRecord> named = find(isNamed);
        List<PublicRecord> shown =
                named.stream().filter(each -> each.page() != null).toList();
        db.sql("""
                        INSERT INTO platform.shell_withheld (id, page, cause, since)
                        SELECT id, page, :cause, :now FROM unnest(:ids, :pages) AS shown (id, page) ON CONFLICT DO NOTHING
                        """)
                .param("ids", shown.stream().map(PublicRecord::id).toArray(UUID[]::new))
                .param("pages", shown.stream().map(PublicRecord::page).toArray(String[]::new))
                .param("cause", cause)
                .param("now", SqlTime.now(clock))
                .update();
        if (!named.isEmpty()) {
            events.publishEvent(
                    new RecordsWithheld(named.stream().map(PublicRecord::id).collect(Collectors.toSet())));
        }
    }

    /** Reads the words in portions, as all of them together could be more than the memory. */
    private List<PublicRecord> find(Predicate<String> isNamed) {
        List<PublicRecord> named = new ArrayList<>();
        db.sql("SELECT * FROM ("
                        + sources.stream().map(PublicWords::sql).collect(Collectors.joining("\nUNION ALL\n"))
                        + ") w (id, page, words)")
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    if (isNamed.test(row.getString("words"))) {
                        named.add(new PublicRecord(row.getObject("id", UUID.class), row.getString("page")));
                    }
                });
        return named;
    }

    /** The withheld records. */
    public Set<UUID> findIds() {
        return db.sql("SELECT id FROM platform.shell_withheld")
                .query(UUID.class)
                .set();
    }

    /** Whether a record is withheld. */
    public boolean isWithheld(UUID id) {
        return db.sql("SELECT platform.is_withheld(?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Whether the record of a page here is withheld. */
    public boolean isWithheldPage(String page) {
        return RECORD.matcher(page).matches()
                && db.sql("SELECT EXISTS (SELECT FROM platform.shell_withheld WHERE page = ?)")
                        .param(page)
                        .query(Boolean.class)
                        .single();
    }

    /** The records withheld for a cause, the first page of each. */
    public List<WithheldRecord> findByCause(UUID cause) {
        return db.sql("""
                        SELECT DISTINCT ON (page) id, page, since FROM platform.shell_withheld WHERE cause = ? ORDER BY page, id LIMIT 300
                        """)
                .param(cause)
                .query(RecordMapper.of(WithheldRecord.class))
                .list();
    }

    /** Shows what is told on the same page as a record to the public again. In the caller's transaction. */
    public void release(UUID cause, UUID id) {
        db.sql("""
                        DELETE FROM platform.shell_withheld WHERE cause = :cause
                           AND page = (SELECT page FROM platform.shell_withheld WHERE id = :id AND cause = :cause)
                        """).param("cause", cause).param("id", id).update();
    }

    /** Shows everything withheld for a cause to the public again. In the caller's transaction. */
    public void releaseAll(UUID cause) {
        db.sql("DELETE FROM platform.shell_withheld WHERE cause = ?")
                .param(cause)
                .update();
    }

    /** What is withheld for one cause is withheld for another instead, as when two records of a person are merged. In the caller's transaction. */
    public void repoint(UUID cause, UUID other) {
        db.sql("""
                        INSERT INTO platform.shell_withheld (id, page, cause, since)
                        SELECT id, page, :other, since FROM platform.shell_withheld WHERE cause = :cause ON CONFLICT DO NOTHING
                        """).param("cause", cause).param("other", other).update();
        releaseAll(cause);
    }
}
