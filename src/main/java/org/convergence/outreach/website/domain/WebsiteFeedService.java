package org.convergence.outreach.website.domain;

import java.util.Locale;
import java.util.Optional;
import org.convergence.outreach.website.FeedTag;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Gives the feeds of what is published, by tag and language. */
@Service
@Open("what is published is for everyone")
public class WebsiteFeedService {

    /** The beginning of the addresses of feeds. */
    public static final String PATH = "/public/feeds/";

    /** The feed with every tag. */
    public static final String ALL = "all";

    private final PublishedEntryQueries entries;
    private final PublicLanguages languages;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final String baseUrl;

    WebsiteFeedService(
            PublishedEntryQueries entries,
            PublicLanguages languages,
            RecipientWords words,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.entries = entries;
        this.languages = languages;
        this.words = words;
        this.settings = settings;
        this.baseUrl = baseUrl;
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
                settings.current(), baseUrl, language == null ? words.forOrganisation() : languages.wordsFor(language));
        String self = PATH + name + "." + format.name().toLowerCase(Locale.ROOT)
                + (language == null ? "" : "?in=" + language);
        return switch (format) {
            case ATOM -> writer.atom(entries.findLatest(tag, language, PublishedEntryQueries.MOST), self);
            case JSON -> writer.json(entries.findLatest(tag, language, PublishedEntryQueries.MOST), self);
            case ICS -> writer.calendar(entries.findDated(tag, language));
        };
    }
}
