package org.convergence.advocacy.position.domain;

import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.platform.shell.PublicWords;
import org.convergence.platform.shell.TextSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Positions that were read by a second person and published at an address, for the feeds of the website and as texts. */
@Component
class PublishedPositions implements PublishedEntrySource {

    @Override
    public String sql() {
        return """
                SELECT 'POSITION', p.id, p.url, (p.published_on + time '12:00') AT TIME ZONE 'UTC',
                       (SELECT CASE WHEN count(*) = 1 THEN min(t.language) END FROM advocacy.position_text t
                        WHERE t.position = p.id), p.title, '',
                       CAST(NULL AS date), CAST(NULL AS text), '', false,
                       (p.published_on + time '12:00') AT TIME ZONE 'UTC', 0, CAST(NULL AS date)
                FROM advocacy.position p
                WHERE p.published_on IS NOT NULL AND p.url IS NOT NULL""";
    }

    /** Published positions as texts. */
    @Bean
    static TextSource positionTexts() {
        return TextSource.of("advocacy.position", PositionPermissions.READ, """
                SELECT p.title, t.body, p.url, NULL::date AS until, p.country, p.line,
                       '/advocacy/position/' || p.id AS page
                FROM advocacy.position p
                CROSS JOIN LATERAL (SELECT x.body FROM advocacy.position_text x WHERE x.position = p.id
                                    ORDER BY x.language <> (SELECT language FROM platform.settings_language), x.language LIMIT 1) t
                WHERE p.id = :id AND p.published_on IS NOT NULL
                """).at("/advocacy/position/");
    }

    /** Positions that were published. */
    @Bean
    static PublicWords positionWords() {
        return new PublicWords("""
                SELECT p.id, '/advocacy/position/' || p.id,
                       concat_ws(E'\\n', p.title, p.place,
                                 (SELECT string_agg(t.body, E'\\n') FROM advocacy.position_text t WHERE t.position = p.id))
                FROM advocacy.position p WHERE p.published_on IS NOT NULL
                """);
    }
}
