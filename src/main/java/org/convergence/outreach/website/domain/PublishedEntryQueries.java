package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.outreach.website.FeedTag;
import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.outreach.website.PublishedEntrySource.PublishedEntry;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is published, for feeds and public pages. */
@Service
@Transactional(readOnly = true)
@Open("what is published is for everyone")
public class PublishedEntryQueries {

    /** The entries of a feed. */
    public static final int MOST = 50;

    /** For how many days what happened stays in calendars. */
    private static final int DAYS_AFTER = 90;

    private static final RecordMapper<PublishedEntry> ENTRY = RecordMapper.of(PublishedEntry.class);

    private final String all;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    PublishedEntryQueries(
            List<PublishedEntrySource> sources, OrganisationSettings settings, JdbcClient db, Clock clock) {
        this.all = sources.stream().map(PublishedEntrySource::sql).collect(Collectors.joining("\nUNION ALL\n"));
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /**
     * The latest entries.
     *
     * @param tag {@code null} for all
     * @param language of the reader; {@code null} for all
     */
    public List<PublishedEntry> findLatest(@Nullable FeedTag tag, @Nullable String language, int limit) {
        return find(tag, language, "true", "published_at DESC, id, language", limit);
    }

    /** The latest texts: entries without a day. */
    public List<PublishedEntry> findLatestTexts(@Nullable String language, int limit) {
        return find(null, language, "happens_on IS NULL", "published_at DESC, id, language", limit);
    }

    /** What happens from today on, the next first. */
    public List<PublishedEntry> findComing(@Nullable String language) {
        return find(null, language, "happens_on >= :today AND NOT cancelled", "happens_on, happens_at, id", MOST);
    }

    /** What happens or happened lately, for calendars: what is cancelled too, so that it goes from them. */
    public List<PublishedEntry> findDated(@Nullable FeedTag tag, @Nullable String language) {
        return find(tag, language, "happens_on >= :today - " + DAYS_AFTER, "happens_on, happens_at, id", MOST * 4);
    }

    private List<PublishedEntry> find(
            @Nullable FeedTag tag, @Nullable String language, String condition, String order, int limit) {
        LocalDate today = settings.today();
        return db.sql("SELECT * FROM (" + all + """
                        ) e (tag, id, url, published_at, language, title, summary, happens_on, happens_at, place, cancelled, updated_at, version)
                        WHERE (CAST(:tag AS text) IS NULL OR tag = :tag)
                          AND (CAST(:language AS text) IS NULL OR language IS NULL OR language = :language) AND\s""" + condition + " ORDER BY " + order + " LIMIT " + limit)
                .param("tag", tag == null ? null : tag.name())
                .param("language", language)
                .param("today", today)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(ENTRY)
                .list();
    }

    /** An issue of the archive in a language. */
    public record ArchivedIssue(int number, String language, String subject, LocalDate sentOn, LetterContent content) {}

    /**
     * An issue of the archive.
     *
     * @param language preferred; another one is given if it is missing
     * @throws NotFound if it is not in the archive
     */
    public ArchivedIssue findIssue(int number, String language) {
        return db.sql("""
                        SELECT number, language, subject, sent_at, content FROM outreach.newsletter_public_edition
                        WHERE number = :number ORDER BY language = :language DESC, language = 'fr' DESC LIMIT 1
                        """)
                .param("number", number)
                .param("language", language)
                .query((row, n) -> new ArchivedIssue(
                        row.getInt("number"),
                        row.getString("language"),
                        row.getString("subject"),
                        settings.dayOf(row.getTimestamp("sent_at").toInstant()),
                        Json.parse(row.getString("content")).as(LetterContent.class)))
                .optional()
                .orElseThrow(() -> new NotFound("issue"));
    }
}
