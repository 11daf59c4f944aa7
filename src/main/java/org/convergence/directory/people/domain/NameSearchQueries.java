package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.NameMatcher.NameCondition;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people and organisations by typed names: first names that begin with the text, then names in which every typed
 * word begins a word, then, if these are few, names with similar spelling.
 */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class NameSearchQueries {

    private static final String BY_NAME = " ORDER BY name COLLATE \"fr-CA-x-icu\", id LIMIT :limit";
    private static final String BY_SORT_NAME = " ORDER BY sort_name COLLATE \"fr-CA-x-icu\", id LIMIT :limit";

    private final JdbcClient db;
    private final NameMatcher nameMatcher;

    NameSearchQueries(JdbcClient db, NameMatcher nameMatcher) {
        this.db = db;
        this.nameMatcher = nameMatcher;
    }

    /** Organisations; empty for blank text. */
    public List<OrganisationName> organisations(String typed, int limit) {
        List<String> words = nameMatcher.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String select = "SELECT id, name, short_name FROM directory.people_organisation WHERE ";
        RowMapper<OrganisationName> name = (row, n) -> new OrganisationName(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"));
        Set<OrganisationName> found = new LinkedHashSet<>();
        NameCondition exactly = nameMatcher.matchExactly(words);
        db.sql(select + exactly.sql() + " AND platform.fold(short_name) = :acronym" + BY_NAME)
                .params(exactly.parameters())
                .param("acronym", String.join(" ", words))
                .param("limit", limit)
                .query(name)
                .list()
                .forEach(found::add);
        return search(words, select, BY_NAME, name, found, limit);
    }

    /** People; empty for blank text. */
    public List<PersonName> people(String typed, int limit) {
        List<String> words = nameMatcher.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return search(
                words,
                "SELECT id, display_name FROM directory.people_person WHERE ",
                BY_SORT_NAME,
                (row, n) ->
                        new PersonName(new PersonId(row.getObject("id", UUID.class)), row.getString("display_name")),
                new LinkedHashSet<>(),
                limit);
    }

    private <T> List<T> search(
            List<String> words, String select, String order, RowMapper<T> name, Set<T> found, int limit) {
        NameCondition exactly = nameMatcher.matchExactly(words);
        List<NameCondition> steps = List.of(nameMatcher.matchBeginning(words), exactly);
        for (NameCondition step : steps) {
            if (found.size() < limit) {
                found.addAll(rows(select, step, order, name, limit));
            }
        }
        if (found.size() < limit) {
            Optional<NameCondition> nearly = nameMatcher.matchNearly(words);
            nearly.ifPresent(step -> found.addAll(rows(select, step, order, name, limit)));
        }
        List<T> best = new ArrayList<>(found);
        return best.size() > limit ? best.subList(0, limit) : best;
    }

    private <T> List<T> rows(String select, NameCondition where, String order, RowMapper<T> name, int limit) {
        return db.sql(select + where.sql() + order)
                .params(where.parameters())
                .param("limit", limit)
                .query(name)
                .list();
    }
}
