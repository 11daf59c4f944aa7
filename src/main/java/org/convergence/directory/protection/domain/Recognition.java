package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPeople;
import org.convergence.directory.protection.Use;
import org.convergence.directory.protection.domain.Vault.Kind;
import org.convergence.platform.keys.Marks;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises sealed people by keyed marks, and logs it, since the actor holds the name. An address is not enough where
 * it comes with another name, since colleagues share one: a word of the name must match.
 */
@Component
class Recognition implements SealedPeople {

    private final Vault vault;
    private final Marks marks;
    private final Watch watch;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    Recognition(Vault vault, Marks marks, Watch watch, OrganisationSettings settings, JdbcClient db) {
        this.vault = vault;
        this.marks = marks;
        this.watch = watch;
        this.settings = settings;
        this.db = db;
    }

    @Override
    public Optional<PersonId> recognise(Collection<String> names, Collection<String> addresses) {
        if (vault.isEmpty()) {
            return Optional.empty();
        }
        vault.requireOurKeys();
        Set<String> asked = new HashSet<>();
        MarkPolicy.names(names).forEach(each -> asked.addAll(marks.known(each, Vault.use(Kind.NAME))));
        MarkPolicy.words(names).forEach(each -> asked.addAll(marks.known(each, Vault.use(Kind.WORD))));
        MarkPolicy.addresses(addresses).forEach(each -> asked.addAll(marks.known(each, Vault.use(Kind.ADDRESS))));
        Optional<PersonId> found = db.sql("""
                        SELECT person FROM directory.protection_mark
                        WHERE mark = ANY (:asked) AND kind IN ('NAME', 'WORD', 'ADDRESS')
                        GROUP BY person
                        HAVING bool_or(kind = 'NAME')
                            OR (bool_or(kind = 'ADDRESS') AND (:nameless OR bool_or(kind = 'WORD')))
                        ORDER BY bool_or(kind = 'NAME') DESC, person LIMIT 1
                        """)
                .param("asked", asked.toArray(String[]::new))
                .param("nameless", names.isEmpty())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
        found.ifPresent(watch::recognised);
        return found;
    }

    @Override
    public void forgetting(PersonId person, String codeName, String reason) {
        watch.forgotten(person, codeName, reason);
    }

    @Override
    public List<String> unpublished(Collection<String> phrases) {
        if (phrases.isEmpty() || vault.isEmpty()) {
            return List.of();
        }
        vault.requireOurKeys();
        Map<String, List<String>> asked = new HashMap<>();
        for (String phrase : phrases) {
            MarkPolicy.names(List.of(phrase)).stream()
                    .flatMap(name -> marks.known(name, Vault.use(Kind.NAME)).stream())
                    .forEach(mark ->
                            asked.computeIfAbsent(mark, m -> new ArrayList<>()).add(phrase));
        }
        return db
                .sql("""
                        SELECT DISTINCT m.mark FROM directory.protection_mark m
                        WHERE m.mark = ANY (:asked) AND m.kind = 'NAME' AND NOT EXISTS (
                            SELECT FROM directory.protection_consent c
                            WHERE c.person = m.person AND c.use = :use AND c.withdrawn_on IS NULL
                              AND :today BETWEEN c.given_on AND c.until)
                        """)
                .param("asked", asked.keySet().toArray(String[]::new))
                .param("use", Use.PUBLIC.name())
                .param("today", settings.today())
                .query(String.class)
                .list()
                .stream()
                .flatMap(mark -> asked.getOrDefault(mark, List.of()).stream())
                .distinct()
                .toList();
    }
}
