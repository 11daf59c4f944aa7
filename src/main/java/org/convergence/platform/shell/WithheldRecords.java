package org.convergence.platform.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.text.Sha256;
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

    /** The page of one record, or of its picture; other pages cost no query. */
    private static final Pattern RECORD = Pattern.compile("/[a-z][a-z0-9/-]*/[0-9a-f-]{36}(?:/picture)?");

    private static final String ALL_WORDS = "SELECT * FROM (%s) w (id, page, words)";

    private static final String WORDS_BY_RECORD = """
            SELECT id, min(page) AS page, string_agg(words, E'\\n' ORDER BY words) AS words FROM (%s) w (id, page, words) GROUP BY id
            """;

    private static final int AT_ONCE = 200;

    /** The digest of what is not public when a person decides to show it. */
    private static final String NOWHERE = "-";

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

    /** @param words their digest; empty to withhold whatever was decided */
    private record NamedRecord(UUID id, String page, UUID cause, String words) {}

    /**
     * Withholds everything public whose words are named by a condition, in the caller's transaction.
     *
     * @param cause the record for which they are withheld, such as a sealed person
     */
    public void withhold(UUID cause, Predicate<String> isNamed) {
        Set<UUID> named = new HashSet<>();
        List<NamedRecord> shown = new ArrayList<>();
        read(ALL_WORDS, (id, page, words) -> {
            if (isNamed.test(words)) {
                named.add(id);
                if (page != null) {
                    shown.add(new NamedRecord(id, page, cause, ""));
                }
            }
        });
        insert(shown);
        publish(named);
    }

    /**
     * Withholds what became public since, or changed, and is named by a condition, in the caller's transaction. What a person
     * decided to show in the same words stays public. Letters are not searched: none is written with the name of a sealed person.
     *
     * @param causes the condition of each cause
     */
    public void withholdNew(Map<UUID, Predicate<String>> causes) {
        List<NamedRecord> named = new ArrayList<>();
        read(
                WORDS_BY_RECORD,
                (id, page, words) -> causes.forEach((cause, isNamed) -> {
                    if (page != null && isNamed.test(words)) {
                        named.add(new NamedRecord(id, page, cause, Sha256.hexOf(words)));
                    }
                }));
        publish(insert(named));
    }

    private void publish(Set<UUID> ids) {
        if (!ids.isEmpty()) {
            events.publishEvent(new RecordsWithheld(ids));
        }
    }

    /** Withholds records, except those of which a person decided to show these words; returns those that were shown until now. */
    private Set<UUID> insert(List<NamedRecord> named) {
        return db.sql("""
                        INSERT INTO platform.shell_withheld AS w (id, page, cause, since)
                        SELECT DISTINCT ON (n.id, n.cause) n.id, n.page, n.cause, :now
                        FROM unnest(:ids, :pages, :causes, :digests) AS n (id, page, cause, words)
                        WHERE NOT EXISTS (SELECT FROM platform.shell_withheld k
                                          WHERE k.id = n.id AND k.cause = n.cause AND coalesce(k.shown_words, n.words) = n.words)
                        ORDER BY n.id, n.cause
                        ON CONFLICT (id, cause) DO UPDATE SET page = excluded.page, since = excluded.since, shown_words = NULL
                        RETURNING id
                        """)
                .param("ids", named.stream().map(NamedRecord::id).toArray(UUID[]::new))
                .param("pages", named.stream().map(NamedRecord::page).toArray(String[]::new))
                .param("causes", named.stream().map(NamedRecord::cause).toArray(UUID[]::new))
                .param("digests", named.stream().map(NamedRecord::words).toArray(String[]::new))
                .param("now", SqlTime.now(clock))
                .query(UUID.class)
                .set();
    }

    private interface WordsReader {
        void read(UUID id, @Nullable String page, String words);
    }

    /** Reads the words in portions, as all of them together could be more than the memory. */
    private void read(String sql, WordsReader reader) {
        String all = sources.stream().map(PublicWords::sql).collect(Collectors.joining("\nUNION ALL\n"));
        db.sql(sql.formatted(all)).withFetchSize(AT_ONCE).query(row -> {
            reader.read(row.getObject("id", UUID.class), row.getString("page"), row.getString("words"));
        });
    }

    /** The withheld records. */
    public Set<UUID> findIds() {
        return db.sql("SELECT id FROM platform.shell_withheld WHERE shown_words IS NULL")
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
                && db.sql("SELECT EXISTS (SELECT FROM platform.shell_withheld WHERE page = ? AND shown_words IS NULL)")
                        .param(page)
                        .query(Boolean.class)
                        .single();
    }

    /** The records withheld for a cause, the first page of each. */
    public List<WithheldRecord> findByCause(UUID cause) {
        return db.sql("""
                        SELECT DISTINCT ON (page) id, page, since FROM platform.shell_withheld
                        WHERE cause = ? AND shown_words IS NULL ORDER BY page, id LIMIT 300
                        """)
                .param(cause)
                .query(RecordMapper.of(WithheldRecord.class))
                .list();
    }

    /**
     * Shows what is told on the same page as a record to the public again, as long as its words stay the same. In the caller's
     * transaction.
     */
    public void release(UUID cause, UUID id) {
        Set<UUID> released = db.sql("""
                        SELECT id FROM platform.shell_withheld
                        WHERE cause = :cause AND page = (SELECT page FROM platform.shell_withheld WHERE id = :id AND cause = :cause)
                        """)
                .param("cause", cause)
                .param("id", id)
                .query(UUID.class)
                .set();
        Map<UUID, String> digests = new HashMap<>();
        released.forEach(each -> digests.put(each, NOWHERE));
        read(
                WORDS_BY_RECORD,
                (record, page, words) -> digests.computeIfPresent(record, (same, none) -> Sha256.hexOf(words)));
        digests.forEach((record, digest) -> db.sql(
                        "UPDATE platform.shell_withheld SET shown_words = ? WHERE id = ? AND cause = ?")
                .params(digest, record, cause)
                .update());
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
                        INSERT INTO platform.shell_withheld (id, page, cause, since, shown_words)
                        SELECT id, page, :other, since, shown_words FROM platform.shell_withheld WHERE cause = :cause ON CONFLICT DO NOTHING
                        """).param("cause", cause).param("other", other).update();
        releaseAll(cause);
    }
}
