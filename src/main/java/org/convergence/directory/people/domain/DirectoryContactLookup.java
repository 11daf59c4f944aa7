package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the directory how to reach people and organisations. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class DirectoryContactLookup implements ContactLookup {

    private final JdbcClient db;

    DirectoryContactLookup(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<PersonId, PersonContact> findContacts(Collection<PersonId> people) {
        Map<PersonId, PersonContact> reached = new LinkedHashMap<>();
        db.sql("""
                        SELECT p.id, p.display_name, p.contact_points, p.languages
                        FROM unnest(:ids) WITH ORDINALITY AS asked (id, place)
                        JOIN directory.people_person p USING (id) ORDER BY asked.place
                        """)
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> reach(row))
                .list()
                .forEach(reach -> reached.put(reach.who().id(), reach));
        return reached;
    }

    @Override
    public Map<OrganisationId, OrganisationContact> findOrganisationContacts(Collection<OrganisationId> organisations) {
        Map<OrganisationId, OrganisationContact> reached = new LinkedHashMap<>();
        db.sql("""
                        SELECT o.id, o.name, o.short_name, o.contact_points
                        FROM unnest(:ids) WITH ORDINALITY AS asked (id, place)
                        JOIN directory.people_organisation o USING (id) ORDER BY asked.place
                        """)
                .param("ids", organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, n) -> new OrganisationContact(
                        DirectoryQueries.ORGANISATION_NAMES.mapRow(row, n),
                        ContactPoint.read(Json.parse(row.getString("contact_points"))).stream()
                                .filter(point -> point.channel() == ContactChannel.MAIL)
                                .map(point -> new OrganisationMail(point.value(), point.label()))
                                .toList()))
                .list()
                .forEach(reach -> reached.put(reach.who().id(), reach));
        return reached;
    }

    private static PersonContact reach(ResultSet row) throws SQLException {
        List<ContactPoint> points = ContactPoint.read(Json.parse(row.getString("contact_points")));
        String mail = ContactPoint.first(points, ContactChannel.MAIL);
        String phone = ContactPoint.first(points, ContactChannel.PHONE);
        String[] languages = (String[]) row.getArray("languages").getArray();
        return new PersonContact(
                new PersonName(new PersonId(row.getObject("id", UUID.class)), row.getString("display_name")),
                mail.isEmpty() ? null : mail,
                phone.isEmpty() ? null : phone,
                languages.length == 0 ? null : languages[0]);
    }

    /** The addresses, in the order of the directory; a protected person has none here. */
    public List<String> findByParty(Party party) {
        String table = party instanceof OrganisationId ? "people_organisation" : "people_person";
        return db.sql("""
                        SELECT point ->> 'value' FROM directory.%s p,
                               jsonb_array_elements(p.contact_points) WITH ORDINALITY AS points (point, rank)
                        WHERE p.id = ? AND point ->> 'channel' = 'MAIL' ORDER BY rank
                        """.formatted(table))
                .param(party.value())
                .query(String.class)
                .list();
    }
}
