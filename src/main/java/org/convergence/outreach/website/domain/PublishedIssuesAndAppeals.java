package org.convergence.outreach.website.domain;

import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the modules below publish: issues of the newsletter that are in the archive, and appeals that are open. */
@Configuration(proxyBeanMethods = false)
class PublishedIssuesAndAppeals {

    private static final String ISSUES = """
            SELECT 'NEWSLETTER', id, '/public/website/archive/' || address || '?in=' || language, sent_at, language, subject, '',
                   CAST(NULL AS date), CAST(NULL AS text), '', false, sent_at, 0, CAST(NULL AS date)
            FROM outreach.newsletter_public_edition""";

    private static final String APPEALS = """
            SELECT 'APPEAL', id, '/public/appeal/' || code || '?in=' || language, (opens_on + time '12:00') AT TIME ZONE 'UTC', language, title,
                   left(body, 300), CAST(NULL AS date), CAST(NULL AS text), '', false,
                   (opens_on + time '12:00') AT TIME ZONE 'UTC', 0, CAST(NULL AS date)
            FROM resources.appeal_public WHERE opens_on <= :today AND (closes_on IS NULL OR closes_on >= :today)""";

    private static final String APPEAL_WORDS = """
            SELECT id, '/resources/appeal/' || id, concat_ws(E'\\n', title, body)
            FROM resources.appeal_public""";

    @Bean
    static PublicWords appealWords() {
        return new PublicWords(APPEAL_WORDS);
    }

    @Bean
    static PublishedEntrySource archivedIssues() {
        return () -> ISSUES;
    }

    @Bean
    static PublishedEntrySource openAppeals() {
        return () -> APPEALS;
    }

    /** What the public home page says that we do. */
    @Bean
    static PublicWords websiteWords() {
        return new PublicWords("""
                SELECT s.id, '/outreach/website', concat_ws(E'\\n', s.about_fr, s.about_en, s.about_es)
                FROM outreach.website_settings s
                """);
    }
}
