package org.convergence.directory.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the latest contact with an organisation, among those of all modules that the reader may see. */
@Component
public record LastContactQueries(JdbcClient db, OrganisationSettings settings, List<LastContactSource> sources) {

    /**
     * A contact.
     *
     * @param key the message key of its kind, such as {@code exchange.heard}
     * @param url its page, {@code null} for none
     */
    public record OrganisationContactEvent(
            LocalDate day, String key, @Nullable String url) {}

    /** The latest contact until today; empty for none. */
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation) {
        String contacts = sources.stream()
                .filter(source -> CurrentActor.get().may(source.permission()))
                .map(source -> """
                        (SELECT day, '%s' AS key, url FROM (%s) AS source
                         WHERE day <= :today ORDER BY day DESC, url DESC LIMIT 1)
                        """.formatted(source.key(), source.sql()))
                .collect(Collectors.joining("UNION ALL\n"));
        if (contacts.isEmpty()) {
            return Optional.empty();
        }
        return db.sql(contacts + "ORDER BY day DESC, key LIMIT 1")
                .param("organisation", organisation.value())
                .param("today", settings.today())
                .param("zone", settings.current().zone().getId())
                .query(RecordMapper.of(OrganisationContactEvent.class))
                .optional();
    }
}
