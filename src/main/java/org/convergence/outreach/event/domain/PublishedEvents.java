package org.convergence.outreach.event.domain;

import org.convergence.outreach.website.PublishedEntrySource;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Announced events, for the feeds of the website; one that is cancelled is told as such. */
@Component
class PublishedEvents implements PublishedEntrySource {

    @Override
    public String sql() {
        return """
                SELECT 'EVENT', e.id, '/public/event/' || e.id, e.announced_at, CAST(NULL AS text), e.name, left(e.about, 300),
                       e.day, e.begins, e.place, e.state = 'CANCELLED', coalesce(e.updated_at, e.announced_at), e.version,
                       CAST(NULL AS date)
                FROM outreach.event e WHERE e.announced_at IS NOT NULL AND e.state <> 'DRAFT'""";
    }

    /** Events that anyone sees, with their programme. */
    @Bean
    static PublicWords eventWords() {
        return new PublicWords("""
                SELECT e.id, '/outreach/event/' || e.id,
                       concat_ws(E'\\n', e.name, e.place, e.about, e.access, e.languages,
                                 (SELECT string_agg(concat_ws(E'\\n', i.title, i.speaker), E'\\n') FROM outreach.event_item i WHERE i.event = e.id))
                FROM outreach.event e WHERE e.state <> 'DRAFT'
                """);
    }
}
