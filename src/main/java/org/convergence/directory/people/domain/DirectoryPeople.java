package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory as the modules above see it. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class DirectoryPeople implements People {

    private final JdbcClient db;
    private final NameSearch search;
    private final NameMatching matching;
    private final OrganisationRegister register;

    DirectoryPeople(JdbcClient db, NameSearch search, NameMatching matching, OrganisationRegister register) {
        this.db = db;
        this.search = search;
        this.matching = matching;
        this.register = register;
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
                    .query((row, n) -> organisationName(row))
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
                            SELECT p.id, p.display_name FROM unnest(:ids) WITH ORDINALITY AS asked (id, place)
                            JOIN directory.people_person p USING (id) ORDER BY asked.place
                            """)
                    .param("ids", uuids(ids))
                    .query((row, n) -> new PersonName(
                            new PersonId(row.getObject("id", UUID.class)), row.getString("display_name")))
                    .list()
                    .forEach(name -> names.put(name.id(), name));
        }
        return names;
    }

    @Override
    public List<OrganisationName> findOrganisations(String typed, int limit) {
        if (!typed.isBlank()) {
            return search.organisations(typed, limit);
        }
        return db.sql("SELECT id, name, short_name FROM directory.people_organisation ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> organisationName(row))
                .list();
    }

    @Override
    public List<PersonName> findPeople(String typed, int limit) {
        return search.people(typed, limit);
    }

    @Override
    public Optional<OrganisationId> findOrganisationNamed(String name) {
        List<String> words = matching.words(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        NameMatching.Condition likely = matching.exactly(words);
        return db.sql("SELECT id FROM directory.people_organisation WHERE " + likely.sql() + """
                        AND platform.fold(:name) IN (
                            SELECT platform.fold(called) FROM unnest(array_append(other_names, name) || short_name) AS called)
                        ORDER BY platform.fold(name) <> platform.fold(:name), id LIMIT 1
                        """)
                .params(likely.parameters())
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    @Override
    @Transactional
    @Requires(PeoplePermissions.EDIT)
    public OrganisationId organisationNamed(String name) {
        String stripped = name.strip();
        db.sql("SELECT pg_advisory_xact_lock(hashtext('people_organisation ' || platform.fold(:name)))")
                .param("name", stripped)
                .query((row, n) -> true)
                .single();
        return findOrganisationNamed(stripped).orElseGet(() -> register.add(OrganisationFacts.named(stripped)));
    }

    private static UUID[] uuids(Collection<? extends Identifier> ids) {
        return ids.stream().map(Identifier::value).toArray(UUID[]::new);
    }

    static OrganisationName organisationName(ResultSet row) throws SQLException {
        return new OrganisationName(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"));
    }
}
