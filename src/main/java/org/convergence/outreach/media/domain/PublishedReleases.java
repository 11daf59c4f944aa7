package org.convergence.outreach.media.domain;

import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Releases that are public, in each language in which they are written, for the feeds of the website. */
@Component
class PublishedReleases implements PublishedEntrySource {

    @Override
    public String sql() {
        return """
                SELECT 'PRESS', r.id, '/public/press/' || r.id || '?in=' || w.language,
                       greatest(r.issued_at, r.embargo_until), w.language, w.title, left(w.body, 300),
                       CAST(NULL AS date), CAST(NULL AS text), '', false,
                       greatest(r.issued_at, r.embargo_until), r.version, CAST(NULL AS date)
                FROM outreach.media_release r
                CROSS JOIN LATERAL (VALUES ('fr', r.title_fr, r.body_fr), ('en', r.title_en, r.body_en),
                                           ('es', r.title_es, r.body_es)) w (language, title, body)
                WHERE r.issued_at IS NOT NULL AND w.title IS NOT NULL AND (r.embargo_until IS NULL OR r.embargo_until <= :now)""";
    }

    /** Releases that are public, or will be at the end of their embargo. */
    @Bean
    static PublicWords releaseWords() {
        return new PublicWords("""
                SELECT r.id, '/outreach/media/releases/' || r.id,
                       concat_ws(E'\\n', r.title_fr, r.body_fr, r.title_en, r.body_en, r.title_es, r.body_es, r.spokesperson)
                FROM outreach.media_release r WHERE r.issued_at IS NOT NULL
                """);
    }
}
