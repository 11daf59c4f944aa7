package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of issues and their blocks. */
@Repository
class NewsletterRepository {

    static final String TABLE = "outreach.newsletter";
    static final String BLOCK_TABLE = "outreach.newsletter_block";
    private static final String SELECT = "SELECT n.* FROM outreach.newsletter n";

    private static final RecordMapper<Newsletter> NEWSLETTER = RecordMapper.of(Newsletter.class);

    private final JdbcClient db;
    private final NewsletterPictureRepository pictures;
    private final Clock clock;

    NewsletterRepository(JdbcClient db, NewsletterPictureRepository pictures, Clock clock) {
        this.db = db;
        this.pictures = pictures;
        this.clock = clock;
    }

    private record StoredBlock(
            UUID id,
            int version,
            int position,
            NewsletterBlockKind kind,
            int revision,
            @Nullable String url,
            @Nullable LocalDate happensOn) {}

    private record StoredBlockText(UUID block, String language, int translates, String title, String body) {}

    NewsletterId insert(List<String> languages) {
        NewsletterId id = new NewsletterId(Ids.next());
        db.sql("INSERT INTO outreach.newsletter (id, languages, created_at) VALUES (:id, :languages, :now)")
                .param("id", id.value())
                .param("languages", languages.toArray(String[]::new))
                .param("now", now())
                .update();
        return id;
    }

    Newsletter findById(NewsletterId id) {
        return find(id, "");
    }

    /** The issue, locked until the transaction ends, so that a step of its sending and a pause exclude each other. */
    Newsletter lock(NewsletterId id) {
        return find(id, " FOR UPDATE");
    }

    private Newsletter find(NewsletterId id, String lock) {
        return db.sql(SELECT + " WHERE n.id = ?" + lock)
                .param(id.value())
                .query(NEWSLETTER)
                .optional()
                .orElseThrow(() -> new NotFound("newsletter"));
    }

    List<Newsletter> findLatest(@Nullable NewsletterId after, int limit) {
        String older = after == null
                ? ""
                : " WHERE (n.created_at, n.id) < (SELECT created_at, id FROM outreach.newsletter WHERE id = :after)";
        return db.sql(SELECT + older + " ORDER BY n.created_at DESC, n.id DESC LIMIT :limit")
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(NEWSLETTER)
                .list();
    }

    /** Confirmed issues whose time has come, and those that are being sent or have just been. */
    List<Newsletter> findUnderWay(Instant now, Instant since) {
        return db.sql(SELECT + """
                         WHERE state = 'CONFIRMED' AND leaves_at <= :now OR state = 'SENDING'
                           OR state = 'SENT' AND ended_at > :since ORDER BY leaves_at LIMIT 50
                        """)
                .param("now", SqlTime.at(now))
                .param("since", SqlTime.at(since))
                .query(NEWSLETTER)
                .list();
    }

    /** Sets columns; each change is a new version. */
    void update(NewsletterId id, Map<String, ? extends @Nullable Object> columns) {
        String assignments = columns.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec statement = db.sql(
                        "UPDATE outreach.newsletter SET version = version + 1, " + assignments + " WHERE id = :id")
                .param("id", id.value());
        for (Map.Entry<String, ? extends @Nullable Object> each : columns.entrySet()) {
            statement = statement.param(each.getKey(), sqlValue(each.getValue()));
        }
        statement.update();
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        if (value instanceof Instant at) {
            return SqlTime.at(at);
        }
        if (value instanceof NewsletterState state) {
            return state.name();
        }
        return value instanceof Collection<?> many ? many.toArray(String[]::new) : value;
    }

    /** Whether an issue that left later has a number. */
    boolean hasNumberedAfter(Instant at) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.newsletter WHERE number IS NOT NULL AND started_at > ?)")
                .param(SqlTime.at(at))
                .query(Boolean.class)
                .single();
    }

    /** Notes that a test letter leaves; what two people edit stays as it is. */
    void noteTest(NewsletterId id) {
        db.sql("UPDATE outreach.newsletter SET tested_at = ? WHERE id = ?")
                .params(SqlTime.now(clock), id.value())
                .update();
    }

    int nextNumber() {
        return db.sql("SELECT coalesce(max(number), 0) + 1 FROM outreach.newsletter")
                .query(Integer.class)
                .single();
    }

    List<NewsletterBlock> findBlocks(NewsletterId newsletter) {
        Map<UUID, List<StoredBlockText>> texts =
                db.sql("""
                        SELECT t.block, t.language, t.translates, t.title, t.body
                        FROM outreach.newsletter_text t JOIN outreach.newsletter_block b ON b.id = t.block
                        WHERE b.newsletter = ?
                        """).param(newsletter.value()).query(StoredBlockText.class).list().stream()
                        .collect(Collectors.groupingBy(StoredBlockText::block));
        Map<UUID, NewsletterPicture> pictured = pictures.findByNewsletter(newsletter);
        return db.sql("""
                        SELECT id, version, position, kind, revision, url, happens_on
                        FROM outreach.newsletter_block WHERE newsletter = ? ORDER BY position, id
                        """).param(newsletter.value()).query(RecordMapper.of(StoredBlock.class)).list().stream()
                .map(row -> new NewsletterBlock(
                        row.id(),
                        row.version(),
                        row.position(),
                        row.kind(),
                        row.revision(),
                        row.url(),
                        row.happensOn(),
                        pictured.get(row.id()),
                        texts.getOrDefault(row.id(), List.of()).stream()
                                .map(text ->
                                        new BlockText(text.language(), text.translates(), text.title(), text.body()))
                                .toList()))
                .toList();
    }

    NewsletterBlock findBlock(NewsletterId newsletter, UUID block) {
        return findBlocks(newsletter).stream()
                .filter(each -> each.id().equals(block))
                .findFirst()
                .orElseThrow(() -> new NotFound("newsletter-block"));
    }

    UUID insertBlock(NewsletterId newsletter, NewsletterBlockKind kind, @Nullable LocalDate happensOn) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO outreach.newsletter_block (id, newsletter, position, kind, happens_on)
                        SELECT :id, :newsletter, coalesce(max(position), 0) + 1, :kind, CAST(:on AS date)
                        FROM outreach.newsletter_block WHERE newsletter = :newsletter
                        """)
                .param("id", id)
                .param("newsletter", newsletter.value())
                .param("kind", kind.name())
                .param("on", happensOn)
                .update();
        return id;
    }

    void updateBlock(UUID block, int revision, @Nullable String url, @Nullable LocalDate happensOn) {
        db.sql("""
                        UPDATE outreach.newsletter_block
                        SET version = version + 1, revision = :revision, url = :url, happens_on = CAST(:on AS date) WHERE id = :id
                        """)
                .param("id", block)
                .param("revision", revision)
                .param("url", url)
                .param("on", happensOn)
                .update();
    }

    void saveText(UUID block, BlockText text) {
        db.sql("""
                        INSERT INTO outreach.newsletter_text (id, block, language, translates, title, body)
                        VALUES (:id, :block, :language, :translates, :title, :body)
                        ON CONFLICT (block, language) DO UPDATE
                        SET translates = excluded.translates, title = excluded.title, body = excluded.body
                        """)
                .param("id", Ids.next())
                .param("block", block)
                .param("language", text.language())
                .param("translates", text.translates())
                .param("title", text.title())
                .param("body", text.body())
                .update();
    }

    /** The issue of a block, locked. */
    NewsletterId findNewsletterOf(UUID block) {
        return db.sql("SELECT n.id FROM outreach.newsletter n JOIN outreach.newsletter_block b ON b.newsletter = n.id"
                        + " WHERE b.id = ? FOR UPDATE OF n")
                .param(block)
                .query((row, n) -> new NewsletterId(row.getObject(1, UUID.class)))
                .single();
    }

    void deleteBlock(UUID block) {
        pictures.findByBlock(block).ifPresent(pictures::delete);
        db.sql("DELETE FROM outreach.newsletter_block WHERE id = ?")
                .param(block)
                .update();
    }

    /** Puts a block before the one above it. */
    void moveUp(NewsletterId newsletter, UUID block) {
        List<UUID> ids = new ArrayList<>(
                findBlocks(newsletter).stream().map(NewsletterBlock::id).toList());
        int at = ids.indexOf(block);
        if (at > 0) {
            ids.remove(at);
            ids.add(at - 1, block);
            db.sql("""
                            UPDATE outreach.newsletter_block b SET position = o.place
                            FROM unnest(CAST(:ids AS uuid[])) WITH ORDINALITY AS o (id, place)
                            WHERE b.id = o.id AND b.position <> o.place
                            """).param("ids", ids.toArray(UUID[]::new)).update();
        }
    }

    OffsetDateTime now() {
        return SqlTime.now(clock);
    }

    /** Recipients, and names of people in texts. Erasing a person clears the recipient; the numbers stay. */
    @Bean
    static IdentityReferences referencesFromNewsletter(ReferenceDeclarations declare) {
        return declare.table("outreach.newsletter_recipient")
                .person("person", ErasureRule.CLEAR)
                .onePer("newsletter")
                .textsOf("outreach.newsletter", Map.of("confirmed_name", 300, "stopped_name", 300))
                .textsOf("outreach.newsletter_text", Map.of("title", 300, "body", 20_000))
                .textsOf("outreach.newsletter_picture", Map.of("credit", 200, "consent", 300))
                .textsOf("outreach.newsletter_picture_text", Map.of("alternative", 500))
                .textsOf("outreach.newsletter_edition", Map.of("subject", 500, "content", 1_000_000));
    }
}
