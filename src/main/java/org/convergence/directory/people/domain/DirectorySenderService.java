package org.convergence.directory.people.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recognises senders of mail in the directory, and enters unknown ones. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class DirectorySenderService implements SenderDirectory {

    /** Domains of public providers, which identify no organisation. */
    private static final Set<String> ANYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "hotmail.ca",
            "hotmail.fr",
            "outlook.com",
            "outlook.fr",
            "live.ca",
            "live.com",
            "msn.com",
            "yahoo.ca",
            "yahoo.com",
            "yahoo.fr",
            "yahoo.com.mx",
            "icloud.com",
            "me.com",
            "videotron.ca",
            "sympatico.ca",
            "bell.net",
            "protonmail.com",
            "proton.me",
            "riseup.net");

    private final JdbcClient db;
    private final PersonService persons;

    DirectorySenderService(JdbcClient db, PersonService persons) {
        this.db = db;
        this.persons = persons;
    }

    @Override
    public RecognisedSenders recognise(Collection<String> mails) {
        String[] asked = mails.stream()
                .map(mail -> mail.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        Map<String, PersonName> people = new LinkedHashMap<>();
        db.sql("""
                        WITH asked AS (SELECT mail FROM unnest(CAST(:mails AS text[])) AS m (mail)),
                        found AS (
                            SELECT asked.mail, p.id, false AS former FROM asked
                            JOIN directory.people_person p ON p.contact_keys @> ARRAY[asked.mail]
                            UNION ALL
                            SELECT asked.mail, a.person, true FROM asked
                            JOIN directory.people_alias a ON a.contact_keys @> ARRAY[asked.mail])
                        SELECT DISTINCT ON (found.mail) found.mail, p.id, p.display_name
                        FROM found JOIN directory.people_person p ON p.id = found.id
                        ORDER BY found.mail, found.former, p.id
                        """)
                .param("mails", asked)
                .query((row, n) -> people.put(
                        row.getString("mail"),
                        new PersonName(new PersonId(row.getObject("id", UUID.class)), row.getString("display_name"))))
                .list();
        Map<String, OrganisationName> organisations = new LinkedHashMap<>();
        db.sql("""
                        SELECT DISTINCT ON (asked.mail) asked.mail, o.id, o.name, o.short_name
                        FROM (SELECT mail, split_part(mail, '@', 2) AS domain FROM unnest(CAST(:mails AS text[])) AS m (mail)) AS asked
                        JOIN directory.people_organisation o
                          ON o.contact_keys @> ARRAY[asked.mail]
                          OR (directory.people_domains(o.contact_points, o.website) @> ARRAY[asked.domain]
                              AND asked.domain <> ALL (CAST(:anybodys AS text[])))
                        ORDER BY asked.mail, NOT o.contact_keys @> ARRAY[asked.mail], o.id
                        """)
                .param("mails", asked)
                .param("anybodys", ANYBODYS.toArray(String[]::new))
                .query((row, n) ->
                        organisations.put(row.getString("mail"), DirectoryQueries.ORGANISATION_NAMES.mapRow(row, n)))
                .list();
        return new RecognisedSenders(people, organisations);
    }

    @Override
    public MailOwner findOwner(String mail) {
        List<Optional<PersonId>> owners = db.sql("""
                        SELECT p.id FROM directory.people_person p
                        WHERE p.forgotten_at IS NULL AND p.contact_keys @> ARRAY[CAST(:mail AS text)]
                        UNION ALL
                        SELECT NULL FROM directory.people_organisation o WHERE o.contact_keys @> ARRAY[CAST(:mail AS text)]
                        UNION ALL
                        SELECT NULL FROM directory.people_alias a
                        WHERE a.contact_keys @> ARRAY[CAST(:mail AS text)] AND NOT EXISTS (
                            SELECT FROM directory.people_person p WHERE p.id = a.person AND p.contact_keys @> ARRAY[CAST(:mail AS text)])
                        """)
                .param("mail", mail.toLowerCase(Locale.ROOT))
                .query((row, n) ->
                        Optional.ofNullable(row.getObject("id", UUID.class)).map(PersonId::new))
                .list();
        return new MailOwner(owners.size() == 1 ? owners.get(0).orElse(null) : null, !owners.isEmpty());
    }

    @Override
    @Transactional
    @Requires(PeoplePermissions.EDIT)
    public PersonId enter(String name, String mail) {
        String whole = name.strip().replaceAll("\\s+", " ");
        int comma = whole.indexOf(", ");
        String plain = comma < 0 ? whole : whole.substring(comma + 2) + " " + whole.substring(0, comma);
        int last = plain.lastIndexOf(' ');
        String given = last < 0 ? plain : plain.substring(0, last);
        List<ContactPoint> points = ContactPoint.read(mail, ContactSphere.PROFESSIONAL, null)
                .map(List::of)
                .orElse(List.of());
        return persons.create(new PersonFacts(
                cut(given), cut(last < 0 ? "" : plain.substring(last + 1)), null, null, List.of(), points, null));
    }

    private static String cut(String name) {
        return name.length() > 100 ? name.substring(0, 100).strip() : name;
    }
}
