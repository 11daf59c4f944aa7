package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.outreach.website.PublishedEntries;
import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.outreach.website.PublishedEntrySource.FeedTag;
import org.convergence.outreach.website.PublishedEntrySource.PublishedEntry;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is published, for public pages, and writes its feeds by tag and language. */
@Service
@Transactional(readOnly = true)
@Open("what is published is for everyone")
public class PublishedEntryQueries implements PublishedEntries {

    /** The entries of a feed. */
    public static final int MOST = 50;

    /** For how many days what happened stays in calendars. */
    private static final int DAYS_AFTER = 90;

    private static final RecordMapper<PublishedEntry> ENTRY = RecordMapper.of(PublishedEntry.class);

    /** The beginning of the addresses of feeds. */
    public static final String PATH = "/public/feeds/";

    /** The feed with every tag. */
    public static final String ALL = "all";

    private final String all;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;
    private final PublicLanguages languages;
    private final RecipientWords words;
    private final BaseUrl baseUrl;

    PublishedEntryQueries(
            List<PublishedEntrySource> sources,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock,
            PublicLanguages languages,
            RecipientWords words,
            BaseUrl baseUrl) {
        this.all = sources.stream().map(PublishedEntrySource::sql).collect(Collectors.joining("\nUNION ALL\n"));
        this.settings = settings;
        this.db = db;
        this.clock = clock;
        this.languages = languages;
        this.words = words;
        this.baseUrl = baseUrl;
    }

    @Override
    public List<PublishedEntry> findLatest(@Nullable FeedTag tag, @Nullable String language, int limit) {
        return find(tag, language, "true", "published_at DESC, id, language", limit);
    }

    /** The latest texts: entries without a day. */
    public List<PublishedEntry> findLatestTexts(@Nullable String language, int limit) {
        return find(null, language, "happens_on IS NULL", "published_at DESC, id, language", limit);
    }

    @Override
    public List<PublishedEntry> findComing(@Nullable String language) {
        return find(
                null,
                language,
                "coalesce(ends_on, happens_on) >= :today AND NOT cancelled",
                "happens_on, happens_at, id",
                MOST);
    }

    /** What happens or happened lately, for calendars: what is cancelled too, so that it goes from them. */
    public List<PublishedEntry> findDated(@Nullable FeedTag tag, @Nullable String language) {
        return find(tag, language, "happens_on >= :today - " + DAYS_AFTER, "happens_on, happens_at, id", MOST * 4);
    }

    private List<PublishedEntry> find(
            @Nullable FeedTag tag, @Nullable String language, String condition, String order, int limit) {
        LocalDate today = settings.today();
        return db.sql("SELECT * FROM (" + all + """
                        ) e (tag, id, url, published_at, language, title, summary, happens_on, happens_at, place, cancelled, updated_at, version, ends_on)
                        WHERE NOT platform.is_withheld(id) AND (CAST(:tag AS text) IS NULL OR tag = :tag)
                          AND (CAST(:language AS text) IS NULL OR language IS NULL OR language = :language) AND\s""" + condition + " ORDER BY " + order + " LIMIT " + limit)
                .param("tag", tag == null ? null : tag.name())
                .param("language", language)
                .param("today", today)
                .param("now", SqlTime.now(clock))
                .query(ENTRY)
                .list();
    }

    /**
     * An issue of the archive in a language.
     *
     * @param number {@code null} if another tool sent it before one that has a number
     */
    public record ArchivedIssue(
            @Nullable Integer number, String language, String subject, LocalDate sentOn, LetterContent content) {}

    /**
     * An issue of the archive.
     *
     * @param address its number; its id if it has none
     * @param language preferred; if it is missing, the organisation's first, else another one is given
     * @throws NotFound if it is not in the archive
     */
    public ArchivedIssue findIssue(String address, String language) {
        return db.sql("""
                        SELECT number, language, subject, sent_at, content FROM outreach.newsletter_public_edition
                        WHERE address = :address AND NOT platform.is_withheld(id)
                        ORDER BY language = :language DESC, language = :first DESC, language LIMIT 1
                        """)
                .param("address", address)
                .param("language", language)
                .param("first", settings.current().languages().get(0))
                .query((row, n) -> new ArchivedIssue(
                        row.getObject("number", Integer.class),
                        row.getString("language"),
                        row.getString("subject"),
                        settings.dayOf(row.getTimestamp("sent_at").toInstant()),
                        Json.parse(row.getString("content")).as(LetterContent.class)))
                .optional()
                .orElseThrow(() -> new NotFound("issue"));
    }

    /** The formats of feeds, each with its media type. */
    public enum FeedFormat {
        ATOM("application/atom+xml"),
        JSON("application/feed+json"),
        ICS("text/calendar");

        private final String mediaType;

        FeedFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        /** With its character set. */
        public String mediaType() {
            return mediaType + ";charset=UTF-8";
        }
    }

    /**
     * A feed.
     *
     * @param name a tag, or {@value #ALL}
     * @param language code; {@code null} for entries in every language
     * @throws NotFound if there is no such tag
     */
    public byte[] write(String name, FeedFormat format, @Nullable String language) {
        FeedTag tag = name.equals(ALL)
                ? null
                : Optional.of(name).flatMap(FeedTag::of).orElseThrow(() -> new NotFound("feed"));
        FeedWriter writer = new FeedWriter(
                settings.current(),
                baseUrl.value(),
                language == null ? words.forOrganisation() : languages.wordsFor(language));
        String self = PATH + name + "." + format.name().toLowerCase(Locale.ROOT)
                + (language == null ? "" : "?in=" + language);
        return switch (format) {
            case ATOM -> writer.atom(findLatest(tag, language, MOST), self);
            case JSON -> writer.json(findLatest(tag, language, MOST), self);
            case ICS -> writer.calendar(findDated(tag, language));
        };
    }
}
