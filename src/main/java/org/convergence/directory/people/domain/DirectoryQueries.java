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
import org.convergence.directory.people.PartyChoice;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory for higher modules. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class DirectoryQueries implements PeopleDirectory {

    private final JdbcClient db;
    private final NameSearchQueries nameSearchQueries;
    private final OrganisationService organisations;
    private final OrganisationSettings settings;

    DirectoryQueries(
            JdbcClient db,
            NameSearchQueries nameSearchQueries,
            OrganisationService organisations,
            OrganisationSettings settings) {
        this.db = db;
        this.nameSearchQueries = nameSearchQueries;
        this.organisations = organisations;
        this.settings = settings;
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
            return nameSearchQueries.organisations(typed, limit);
        }
        return db.sql("SELECT id, name, short_name FROM directory.people_organisation ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> organisationName(row))
                .list();
    }

    @Override
    public List<PersonName> findPeople(String typed, int limit) {
        return nameSearchQueries.people(typed, limit);
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
    @Requires(PeoplePermissions.EDIT)
    public OrganisationId findOrCreateOrganisation(String name) {
        String stripped = name.strip();
        db.sql("SELECT pg_advisory_xact_lock(hashtext('people_organisation ' || platform.fold(:name)))")
                .param("name", stripped)
                .query((row, n) -> true)
                .single();
        return findOrganisationNamed(stripped).orElseGet(() -> organisations.create(OrganisationFacts.named(stripped)));
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
