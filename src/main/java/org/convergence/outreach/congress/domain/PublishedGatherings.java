package org.convergence.outreach.congress.domain;

import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Open gatherings that the team decided to show, once their days are set; one that is cancelled is told as such. */
@Component
class PublishedGatherings implements PublishedEntrySource {

    @Override
    public String sql() {
        return """
                SELECT 'CONGRESS', g.id, coalesce(g.url, '/public/website/calendar'), g.published_at, CAST(NULL AS text), g.title,
                       o.name, g.begins_on, CAST(NULL AS text), coalesce(g.place, ''), g.cancelled_on IS NOT NULL,
                       coalesce(g.updated_at, g.published_at), g.version, g.ends_on
                FROM outreach.congress_gathering g JOIN directory.people_organisation_name o ON o.id = g.organisation
                WHERE g.shown AND g.published_at IS NOT NULL AND NOT g.expected""";
    }

    /** Gatherings that anyone sees. */
    @Bean
    static PublicWords gatheringWords() {
        return new PublicWords("""
                SELECT g.id, '/outreach/congress/' || g.id, concat_ws(E'\\n', g.title, g.place)
                FROM outreach.congress_gathering g WHERE g.shown
                """);
    }
}
