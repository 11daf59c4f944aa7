package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChoice;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.NameMatcher.NameCondition;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory for higher modules, and the search for typed names: first names that begin with the text, then names in
 * which every typed word begins a word, then, if these are few, names with similar spelling.
 */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class DirectoryQueries implements PeopleDirectory {

    static final RecordMapper<OrganisationName> ORGANISATION_NAMES = RecordMapper.of(OrganisationName.class);

    private static final String BY_NAME = " ORDER BY name COLLATE \"fr-CA-x-icu\", id LIMIT :limit";
    private static final String BY_SORT_NAME = " ORDER BY sort_name COLLATE \"fr-CA-x-icu\", id LIMIT :limit";

    private final JdbcClient db;
    private final OrganisationService organisations;
    private final OrganisationSettings settings;
    private final NameMatcher nameMatcher;

    DirectoryQueries(
            JdbcClient db, OrganisationService organisations, OrganisationSettings settings, NameMatcher nameMatcher) {
        this.db = db;
        this.organisations = organisations;
        this.settings = settings;
        this.nameMatcher = nameMatcher;
    }

    @Override
    public Map<OrganisationId, OrganisationName> organisationNames(Collection<OrganisationId> ids) {
        Map<OrganisationId, OrganisationName> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            db.sql("""
                            SELECT o.id, o.name, o.short_name
                            FROM unnest(:ids) WITH ORDINALITY AS asked (id, place)
                            JOIN directory.people_organisation o USING (id) ORDER BY asked.place
                            """)
                    .param("ids", uuids(ids))
                    .query(ORGANISATION_NAMES)
                    .list()
                    .forEach(name -> names.put(name.id(), name));
        }
        return names;
    }

    @Override
    public Map<PersonId, PersonName> personNames(Collection<PersonId> ids) {
        Map<PersonId, PersonName> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            db.sql("""
                            SELECT p.id, p.display_name AS name FROM unnest(:ids) WITH ORDINALITY AS asked (id, place)
                            JOIN directory.people_person p USING (id) ORDER BY asked.place
                            """)
                    .param("ids", uuids(ids))
                    .query(RecordMapper.of(PersonName.class))
                    .list()
                    .forEach(name -> names.put(name.id(), name));
        }
        return names;
    }

    @Override
    public List<OrganisationName> findOrganisations(String typed, int limit) {
        if (!typed.isBlank()) {
            return organisations(typed, limit);
        }
        return db.sql("SELECT id, name, short_name FROM directory.people_organisation ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query(ORGANISATION_NAMES)
                .list();
    }

    @Override
    public List<PersonName> findPeople(String typed, int limit) {
        return people(typed, limit);
    }

    @Override
    public Map<OrganisationId, PartyChoice.HomonymDetails> aboutOrganisations(Collection<OrganisationId> ids) {
        Map<OrganisationId, PartyChoice.HomonymDetails> told = new LinkedHashMap<>();
        db.sql("""
                        SELECT o.id, o.place,
                               (SELECT string_agg(coalesce(p.short_name, p.name), ', ' ORDER BY p.name)
                                FROM directory.people_affiliation a JOIN directory.people_organisation p ON p.id = a.parent
                                WHERE a.member = o.id AND daterange(a.since, a.until, '[]') @> CAST(:today AS date)) AS text
                        FROM directory.people_organisation o WHERE o.id = ANY (:ids)
                        """)
                .param("ids", uuids(ids))
                .param("today", settings.today())
                .query((row, n) -> told.put(
                        new OrganisationId(row.getObject("id", UUID.class)),
                        new PartyChoice.HomonymDetails(row.getString("place"), orEmpty(row.getString("text")))))
                .list();
        return told;
    }

    @Override
    public Map<PersonId, PartyChoice.HomonymDetails> aboutPeople(Collection<PersonId> ids) {
        Map<PersonId, PartyChoice.HomonymDetails> told = new LinkedHashMap<>();
        db.sql("""
                        SELECT f.person, string_agg(f.title || ', ' || coalesce(o.short_name, o.name), ' · ') AS text
                        FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
                        WHERE f.person = ANY (:ids) AND daterange(f.since, f.until, '[]') @> CAST(:today AS date)
                        GROUP BY f.person
                        """)
                .param("ids", uuids(ids))
                .param("today", settings.today())
                .query((row, n) -> told.put(
                        new PersonId(row.getObject("person", UUID.class)),
                        new PartyChoice.HomonymDetails(null, orEmpty(row.getString("text")))))
                .list();
        return told;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Optional<OrganisationId> findOrganisationNamed(String name) {
        return db.sql("""
                        SELECT id FROM directory.people_organisation
                        WHERE directory.people_called(name, short_name, other_names) @> ARRAY[platform.fold(:name)]
                          AND platform.fold(:name) <> ''
                        ORDER BY platform.fold(name) <> platform.fold(:name), id LIMIT 1
                        """)
                .param("name", name.replace("\u0000", ""))
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    @Override
    @Transactional
    public void lock(PersonId person) {
        boolean exists = db.sql("SELECT id FROM directory.people_person WHERE id = ? FOR UPDATE")
                .param(person.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!exists) {
            throw new NotFound("person");
        }
    }

    @Override
    @Transactional
    @Requires(PeoplePermissions.EDIT)
    public OrganisationId findOrCreateOrganisation(String name) {
        String stripped = name.strip();
        organisations.lockName(stripped);
        return findOrganisationNamed(stripped).orElseGet(() -> organisations.create(OrganisationFacts.named(stripped)));
    }

    private static UUID[] uuids(Collection<? extends Identifier> ids) {
        return ids.stream().map(Identifier::value).toArray(UUID[]::new);
    }

    /** Organisations; empty for blank text. */
    public List<OrganisationName> organisations(String typed, int limit) {
        List<String> words = nameMatcher.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String select = "SELECT id, name, short_name FROM directory.people_organisation WHERE ";
        RowMapper<OrganisationName> name = ORGANISATION_NAMES;
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
                "SELECT id, display_name AS name FROM directory.people_person WHERE ",
                BY_SORT_NAME,
                RecordMapper.of(PersonName.class),
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
